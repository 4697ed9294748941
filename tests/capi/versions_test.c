/*
 * A program that is linked with two libraries, of which each was linked with another version of
 * tiendo: the names of both are in one process from its beginning, and each library gets its own.
 */

#include <stdio.h>
#include <string.h>

int one_rows(const char* plan_file, const char* observations_file);
int two_rows(const char* plan_file, const char* observations_file);
const void* one_home(void);
const void* two_home(void);

int main(void) {
  const char* const plan = "docs/examples/bim-son-2024/plan.json";
  const char* const observations = "docs/examples/bim-son-2024/observations.csv";
  const int rows = one_rows(plan, observations);
  if (rows > 7 && two_rows(plan, observations) == rows && one_home() != two_home()) return 0;
  printf("one library has the tiendo of the other\n");
  return 1;
}
