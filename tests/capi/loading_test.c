/*
 * The library leaves a process as it found it: loaded and used a hundred times, it is gone each
 * time. Two versions of it in one process, which two other libraries use, do not see each other.
 *
 * This program is linked with none of them; it loads `loading_one`, which uses this version, and
 * `loading_two`, which uses another.
 */

#define _DEFAULT_SOURCE /* dladdr */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "docs/examples/bim-son-2024/plan.json"
#define OBSERVATIONS "docs/examples/bim-son-2024/observations.csv"

static int check_failures;

#define CHECK(condition)                                     \
  do {                                                       \
    if (!(condition)) {                                      \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++check_failures;                                      \
    }                                                        \
  } while (0)

/* What a library offers that uses tiendo. */
struct user {
  void* handle;
  const void* (*home)(void);
  int (*rows)(const char* plan_file, const char* observations_file);
};

static struct user load(const char* file, const char* home, const char* rows) {
  struct user user;
  user.handle = dlopen(file, RTLD_NOW | RTLD_GLOBAL);
  if (user.handle == NULL) {
    printf("%s\n", dlerror());
    exit(1);
  }
  *(void**)&user.home = dlsym(user.handle, home);
  *(void**)&user.rows = dlsym(user.handle, rows);
  if (user.home == NULL || user.rows == NULL) {
    printf("%s\n", dlerror());
    exit(1);
  }
  return user;
}

/* How many mappings the process has of files with this in their name. */
static int mappings_of(const char* name) {
  char line[4096];
  int count = 0;
  FILE* maps = fopen("/proc/self/maps", "r");
  if (maps == NULL) {
    ++check_failures;
    return -1;
  }
  while (fgets(line, sizeof line, maps) != NULL) count += strstr(line, name) != NULL;
  fclose(maps);
  return count;
}

/* The file that has this constant. */
static const char* file_of(const void* constant) {
  Dl_info info;
  return dladdr(constant, &info) != 0 ? info.dli_fname : "";
}

static void it_is_gone_after_each_of_a_hundred_times(void) {
  int time;
  for (time = 0; time < 100; ++time) {
    struct user user = load(LOADING_ONE, "one_home", "one_rows");
    CHECK(mappings_of("libtiendo_c") > 0);
    if (time % 10 == 0) CHECK(user.rows(PLAN, OBSERVATIONS) > 7);
    CHECK(dlclose(user.handle) == 0);
    CHECK(mappings_of("libtiendo_c") == 0);
    CHECK(mappings_of("loading_one") == 0);
  }
}

static void each_of_two_versions_is_used_by_its_own_user(void) {
  struct user one = load(LOADING_ONE, "one_home", "one_rows");
  struct user two = load(LOADING_TWO, "two_home", "two_rows");
  CHECK(strstr(file_of(one.home()), "libtiendo_c.so.0") != NULL);
  CHECK(strstr(file_of(two.home()), "libtiendo_c.so.99") != NULL);
  CHECK(one.home() != two.home());
  CHECK(one.rows(PLAN, OBSERVATIONS) == two.rows(PLAN, OBSERVATIONS));
  CHECK(dlclose(one.handle) == 0);
  CHECK(two.rows(PLAN, OBSERVATIONS) > 7);
  CHECK(dlclose(two.handle) == 0);
  CHECK(mappings_of("libtiendo_c") == 0);
}

int main(void) {
  it_is_gone_after_each_of_a_hundred_times();
  each_of_two_versions_is_used_by_its_own_user();
  return check_failures != 0;
}
