// Long because a run is every function that needs memory, once.
//
// What happens when memory runs out: in a whole run, from context to explanation, every allocation
// of every call fails once, and then once for good. Each time the call says TIENDO_E_NO_MEMORY,
// hands out nothing, leaks nothing (the sanitizer build looks) and has changed nothing: it is made
// again, until it goes well, and the run ends as one that never failed.
//
// And what happens to an exception that nobody expects: it becomes TIENDO_E_INTERNAL.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>

#include "tiendo.h"

namespace {

enum class Failure { none, once, for_good, strange };

// What happens to the calls of a run; and what happens now.
Failure planned = Failure::none;
long failed_allocations = 0;
Failure failure = Failure::none;
long allocations_left = 0;

bool must_fail() {
  if (failure == Failure::none || --allocations_left >= 0) return false;
  if (failure != Failure::for_good) return allocations_left == -1;
  return true;
}

void* allocate(std::size_t size) {
  if (must_fail()) {
    if (failure == Failure::strange) throw std::logic_error("unexpected");
    throw std::bad_alloc();
  }
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

// The library takes its memory from the program's operator new, so this reaches into it.
void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// Who asks like this goes on without the memory, so that no failure is seen: not counted.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

std::string text_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// All handles of a run and what it wrote.
struct Handles {
  tiendo_context* context = nullptr;
  tiendo_plan* plan = nullptr;
  tiendo_observations* log = nullptr;
  tiendo_observations* copy = nullptr;
  tiendo_report* report = nullptr;
  tiendo_plan_builder* builder = nullptr;
  tiendo_plan_builder* again = nullptr;
  tiendo_plan* built = nullptr;
  tiendo_tasks* tasks = nullptr;
  tiendo_work* work = nullptr;
  char text[20000] = "";
  std::string built_text;
  int64_t length = 0;

  Handles() = default;
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;
  ~Handles() {
    tiendo_work_destroy(work);
    tiendo_tasks_destroy(tasks);
    tiendo_report_destroy(report);
    tiendo_observations_destroy(copy);
    tiendo_observations_destroy(log);
    tiendo_plan_destroy(plan);
    tiendo_plan_destroy(built);
    tiendo_plan_builder_destroy(again);
    tiendo_plan_builder_destroy(builder);
    tiendo_context_destroy(context);
  }
};

struct Input {
  std::string plan = text_of("tests/golden/errors/base.plan.json");
  std::string table =
      "indicator,period,value,numerator,denominator,note\n"
      "output,2023,16873,,,a note that is too long to be kept inside of a string object\n"
      "output,2024-H1,10492.2,,,\n"
      "poor,2024,0.1,,,\nwater,2024,,45678901234567890123456789,60000000000000000000000000,\n";
  std::string tasks =
      "task_group,task,project,milestone,state,recorded_on,note\n"
      "group-1,t1,,,in_progress,2024-07-05,a note that is too long to be kept inside of a string\n"
      ",,road-1,m1,done,2024-07-05,\n,,road-1,,in_progress,2024-07-05,\n";
  // Longer than what is read at once.
  std::string long_decimal = std::string(1500, '7') + ".5";
  std::string long_fraction = std::string(1500, '7') + '/' + std::string(1200, '3');
};

// The record of a call that ran out of memory can still be read, without memory.
void expect_record(const tiendo_context* context, tiendo_status wanted) {
  tiendo_error_info info{};
  info.struct_size = sizeof info;
  ASSERT_EQ(tiendo_context_last_error(context, &info), TIENDO_OK);
  EXPECT_EQ(info.status, wanted);
}

// Makes a call again and again, one more of its allocations going well each time, until it does.
template <typename Call>
tiendo_status make(tiendo_context* const& context, const Call& call) {
  if (planned == Failure::none) return call();
  const tiendo_status wanted = planned == Failure::strange ? TIENDO_E_INTERNAL : TIENDO_E_NO_MEMORY;
  for (long at = 0;; ++at) {
    allocations_left = at;
    failure = planned;
    const tiendo_status status = call();
    failure = Failure::none;
    if (context != nullptr) expect_record(context, status);
    if (allocations_left >= 0) return status;
    ++failed_allocations;
    EXPECT_EQ(status, wanted) << "allocation " << at;
    if (status != wanted) return status;
  }
}

// The calls about days that need memory.
tiendo_status run_days(tiendo_context* context) {
  const std::array<int32_t, 3> days{19723, 19724, 20094};
  tiendo_period year{19723, 20089};  // 2024
  std::array<tiendo_period, 12> months{};
  int64_t count = 0;
  tiendo_tiling tiling = 0;
  int32_t day = 0;
  tiendo_reporting_rule rule{sizeof rule, 0, 16, 1, 0};
  tiendo_calendar calendar{sizeof calendar, TIENDO_CALENDAR_OWN, &rule, 1};
  tiendo_working_days working{};
  working.struct_size = sizeof working;
  working.holidays = days.data();
  working.holiday_count = 3;
  tiendo_due_dates dates{sizeof dates, TIENDO_DUE_STATISTICS, nullptr, 0};
  tiendo_status status = tiendo_period_split(context, &year, 1, months.data(), 12, &count);
  if (status != TIENDO_OK) return status;
  status = tiendo_period_tiling(context, &year, months.data(), count, &tiling, nullptr);
  if (status != TIENDO_OK) return status;
  status = tiendo_calendar_months(context, &calendar, days.data(), 3, months.data());
  if (status != TIENDO_OK) return status;
  return tiendo_due_date(context, &dates, &year, &working, &day);
}

// Words, parts and printed figures.
tiendo_status run_words(tiendo_context* context) {
  tiendo_status status = TIENDO_OK;
  const auto next = [&](auto call) {
    if (status == TIENDO_OK) status = call();
  };
  const tiendo_decimal amount = {0, 5'000'000'000'000, 0, 0};
  const tiendo_decimal weights[] = {{0, 1'000'000'000'000, 0, 0}, {3, 0, 30, 0}, {2, 0, 0, 0}};
  const char* const fractions[] = {"1/3", "18446744073709551557/7", "0.25"};
  const tiendo_number_format format = {sizeof format, '.', '\'', 3, 3};
  tiendo_decimal parts[3];
  tiendo_decimal number;
  tiendo_decimal other;
  int32_t first = 0;
  int32_t second = 0;
  char text[100];
  int64_t length = 0;
  next([&] {
    return tiendo_decimal_parse_words(context, "h\xC6\xA1n 12345678901234567890123,5 t\xE1\xBB\xB7",
                                      TIENDO_NTS, TIENDO_NUMBERS_VIETNAMESE, &number, &first,
                                      &second);
  });
  next([&] {
    return tiendo_decimal_format_words(context, &amount, TIENDO_SCALE_WORD_MILLION_BILLION, 9,
                                       TIENDO_ROUND_HALF_UP, TIENDO_NUMBERS_VIETNAMESE, text,
                                       sizeof text, &length);
  });
  next([&] {
    return tiendo_decimal_split(context, &amount, weights, 3, 2, TIENDO_LEFTOVER_LARGEST_REMAINDER,
                                parts);
  });
  next([&] { return tiendo_shares_round(context, parts, nullptr, 3, &amount, 2, parts); });
  next([&] {
    return tiendo_decimal_split_by_fractions(context, &amount, fractions, nullptr, 3, 2,
                                             TIENDO_LEFTOVER_LARGEST_REMAINDER, parts);
  });
  next([&] {
    return tiendo_decimal_parse_words_with(context, "12345678901234567890123.5 t\xE1\xBB\xB7",
                                           TIENDO_NTS, &format, &number, &first, &second);
  });
  next([&] {
    return tiendo_decimal_format_words_with(context, &amount, TIENDO_SCALE_WORD_BILLION, 29,
                                            TIENDO_ROUND_HALF_UP, &format, text, sizeof text,
                                            &length);
  });
  next([&] {
    return tiendo_printed_interval(context, &amount, TIENDO_ROUND_UNKNOWN, &number, &other, &first,
                                   &second);
  });
  return status;
}

// Columns that need memory: whole columns, their texts, and rows that are too wide for 128 bits.
tiendo_status run_columns(tiendo_context* context) {
  static const char bytes[] = "99999999999999999999999999999999999.25-99999999999999999999.25";
  static const int32_t offsets[] = {0, 38, sizeof bytes - 1};
  unsigned char values16[32];
  uint8_t validity = 0;
  int8_t orders[2];
  int32_t reasons[2];
  int64_t ends[3];
  int64_t length = 0;
  char text[100];
  tiendo_decimal total{};
  const tiendo_text_column texts{sizeof texts, 4, 2, bytes, sizeof bytes - 1, offsets, nullptr};
  const tiendo_decimal_column column{sizeof column, 2, 2, values16, &validity};
  tiendo_status status = tiendo_column_parse(context, &texts, 0, 2, values16, &validity);
  const auto next = [&](auto call) {
    if (status == TIENDO_OK) status = call();
  };
  next([&] { return tiendo_column_add(context, &column, &column, values16, &validity); });
  next([&] { return tiendo_column_compare(context, &column, &column, orders, &validity); });
  next([&] {
    return tiendo_column_divide(context, &column, &column, INT64_MAX, 2, TIENDO_ROUND_UP, values16,
                                &validity, reasons);
  });
  next([&] { return tiendo_column_round(context, &column, 1, 1, values16, &validity); });
  next([&] { return tiendo_column_sum(context, &column, &total, &length); });
  next([&] { return tiendo_column_format(context, &column, 1, ends, text, 100, &length); });
  next([&] { return tiendo_decimal_divide(context, &total, &total, &total); });
  next([&] { return tiendo_decimal_round_to_multiple(context, &total, &total, 1, &total); });
  next([&] { return tiendo_decimal_normalize(context, &total, &total); });
  return status;
}

// Fractions and growth, of numbers too large to be kept inside of objects.
tiendo_status run_fractions(const Input& input, Handles& made) {
  const char* const large = "340282366920938463463374607431768211456/18446744073709551557";
  const char* const small = "18446744073709551557/340282366920938463463374607431768211456";
  const tiendo_growth growth = {sizeof growth, 5, 1, 0, small, large};
  const tiendo_number_format format = {sizeof format, '.', '\'', 3, 3};
  tiendo_status status = TIENDO_OK;
  int32_t order = 0;
  const auto next = [&](auto function, auto... arguments) {
    if (status == TIENDO_OK) status = function(made.context, arguments...);
  };
  next(tiendo_fraction_add, large, TIENDO_NTS, small, TIENDO_NTS, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_power, large, TIENDO_NTS, -7, made.text, int64_t{sizeof made.text},
       &made.length);
  next(tiendo_fraction_compare, large, TIENDO_NTS, small, TIENDO_NTS, &order);
  next(tiendo_fraction_round, large, TIENDO_NTS, 100, TIENDO_ROUND_HALF_UP,
       TIENDO_NUMBERS_VIETNAMESE, made.text, int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_round_with, large, TIENDO_NTS, 100, TIENDO_ROUND_HALF_UP, &format, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_decimal_with, input.long_decimal.c_str(), TIENDO_NTS, &format, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_root_with, small, TIENDO_NTS, 3, 50, TIENDO_ROUND_FLOOR, &format, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_growth_average_with, &growth, 30, TIENDO_ROUND_HALF_UP, &format, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_compare, input.long_fraction.c_str(), TIENDO_NTS, small, TIENDO_NTS, &order);
  next(tiendo_fraction_lower, small, TIENDO_NTS, int64_t{1} << 60, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_fraction_root, large, TIENDO_NTS, 3, 50, TIENDO_ROUND_FLOOR, TIENDO_NUMBERS_PLAIN,
       made.text, int64_t{sizeof made.text}, &made.length);
  next(tiendo_growth_average, &growth, 30, TIENDO_ROUND_HALF_UP, TIENDO_NUMBERS_PLAIN, made.text,
       int64_t{sizeof made.text}, &made.length);
  next(tiendo_growth_compare, &growth, large, TIENDO_NTS, &order);
  next(tiendo_growth_compare_growth, &growth, small, TIENDO_NTS, &growth, &order);
  next(tiendo_growth_compare_extrapolated, &growth, 3, large, TIENDO_NTS, &order);
  return status;
}

// A plan that is put together, mended and built.
tiendo_status run_builder(Handles& made) {
  const char* const head = R"({"id": "a-plan-with-a-long-id", "unit": "town", "period": "2024"})";
  const char* const town = R"({"id": "town", "note": "a note that is too long to be kept inside"})";
  const char* const measure = R"({"id": "ha", "kind": "area", "factor": "10000"})";
  const char* const indicator =
      R"({"id": "land-that-is-cleared", "kind": "flow", "measure": "ha"})";
  const char* const target = R"({"indicator": "land-that-is-cleared", "at_least": "53.026"})";
  const char* const other =
      R"({"id": "an-indicator-with-a-long-id", "kind": "flow", "measure": "ha"})";
  tiendo_status status = TIENDO_OK;
  const auto next_call = [&](auto call) {
    if (status == TIENDO_OK) status = make(made.context, call);
  };
  const auto next = [&](auto function, auto... arguments) {
    next_call([&] { return function(made.context, made.builder, arguments...); });
  };
  next_call([&] { return tiendo_plan_builder_create(made.context, nullptr, &made.builder); });
  next(tiendo_plan_builder_add, TIENDO_PART_HEAD, head, TIENDO_NTS);
  next(tiendo_plan_builder_add, TIENDO_PART_UNITS, town, TIENDO_NTS);
  next(tiendo_plan_builder_add, TIENDO_PART_UNITS, town, TIENDO_NTS);
  next(tiendo_plan_builder_remove, TIENDO_PART_UNITS, 1);
  next(tiendo_plan_builder_add, TIENDO_PART_MEASURES, measure, TIENDO_NTS);
  next(tiendo_plan_builder_add, TIENDO_PART_INDICATORS, indicator, TIENDO_NTS);
  next(tiendo_plan_builder_add, TIENDO_PART_TARGETS, target, TIENDO_NTS);
  next(tiendo_plan_builder_replace, TIENDO_PART_TARGETS, 0, target, TIENDO_NTS);
  const char* const keys[] = {"id", "name/vi"};
  static const char bytes[] =
      "a-ward-with-a-long-idPh\xC6\xB0\xE1\xBB\x9Dng v\xE1\xBB\x9Bi t\xC3\xAAn";
  static const int32_t ids[] = {0, 21};
  static const int32_t names[] = {21, sizeof bytes - 1};
  const tiendo_text_column columns[] = {
      {sizeof *columns, 4, 1, bytes, sizeof bytes - 1, ids, nullptr},
      {sizeof *columns, 4, 1, bytes, sizeof bytes - 1, names, nullptr}};
  next(tiendo_plan_builder_add_columns, TIENDO_PART_UNITS, keys, columns, 2);
  // Targets as columns of numbers, of texts, and of texts that are not plain.
  static const char targets[] = "an-indicator-with-a-long-id12.52024-01-022024-H12024-H2";
  static const int32_t indicators[] = {0, 27};
  static const int32_t values[] = {27, 31};
  static const int32_t days[] = {31, 41};
  static const int32_t first_half[] = {41, 48};
  static const int32_t second_half[] = {48, 55};
  const auto column_of = [](const int32_t* offsets) {
    return tiendo_text_column{sizeof *columns, 4, 1, targets, sizeof targets - 1, offsets, nullptr};
  };
  const tiendo_text_column ids_of_indicators = column_of(indicators);
  const int32_t first_word = 0;
  const tiendo_word_column words{sizeof words, 0, &first_word, &ids_of_indicators};
  const int8_t kind = TIENDO_CONDITION_AT_LEAST;
  const int64_t value = 125;
  const tiendo_target_columns table{sizeof table, 1,       1,       &words, nullptr,
                                    nullptr,      nullptr, nullptr, &kind,  &value,
                                    nullptr,      &value,  nullptr, nullptr};
  next(tiendo_plan_builder_add_targets, &table);
  const char* const keys_of_targets[] = {"indicator", "at_least", "period", "decision/date"};
  tiendo_text_column texts_of_targets[] = {column_of(indicators), column_of(values),
                                           column_of(first_half), column_of(days)};
  next(tiendo_plan_builder_add_columns, TIENDO_PART_TARGETS, keys_of_targets, texts_of_targets, 3);
  texts_of_targets[2] = column_of(second_half);
  next(tiendo_plan_builder_add_columns, TIENDO_PART_TARGETS, keys_of_targets, texts_of_targets, 4);
  next(tiendo_plan_builder_add, TIENDO_PART_INDICATORS, other, TIENDO_NTS);
  next(tiendo_plan_builder_build, &made.built);
  next_call([&] { return tiendo_plan_builder_create(made.context, made.built, &made.again); });
  return status;
}

// What stands in that plan.
tiendo_status run_values(tiendo_context* context, Handles& made) {
  tiendo_status status = TIENDO_OK;
  int64_t number = 0;
  const auto next = [&](auto function, auto... arguments) {
    if (status == TIENDO_OK) status = function(context, made.built, arguments...);
  };
  const int64_t size = sizeof made.text;
  next(tiendo_plan_find, TIENDO_PART_UNITS, "town", TIENDO_NTS, &number);
  next(tiendo_plan_value, TIENDO_PART_TARGETS, 0, "", 0, made.text, size, &made.length);
  next(tiendo_plan_value, TIENDO_PART_UNITS, 0, "codes/0/until", TIENDO_NTS, made.text, size,
       &made.length);
  next(tiendo_plan_value_count, TIENDO_PART_INDICATORS, 0, "breaks", TIENDO_NTS, &number);
  next(tiendo_plan_value_key, TIENDO_PART_HEAD, 0, "", 0, 1, made.text, size, &made.length);
  next(tiendo_plan_write, made.text, size, &made.length);
  return status;
}

// Makes the calls in order up to the first that fails: its status.
tiendo_status run(const Input& input, Handles& made) {
  tiendo_status status = TIENDO_OK;
  const auto next = [&](auto call) {
    if (status == TIENDO_OK) status = make(made.context, call);
  };
  next([&] { return tiendo_context_create(nullptr, &made.context); });
  next([&] { return run_days(made.context); });
  next([&] { return run_words(made.context); });
  next([&] { return run_fractions(input, made); });
  next([&] { return run_columns(made.context); });
  if (status == TIENDO_OK) status = run_builder(made);
  next([&] { return run_values(made.context, made); });
  made.built_text = made.text;
  next([&] {
    return tiendo_plan_read(made.context, input.plan.data(), TIENDO_NTS, "plan.json", &made.plan);
  });
  next([&] { return tiendo_observations_create(made.context, made.plan, &made.log); });
  next([&] {
    return tiendo_observations_read(made.context, made.log, input.table.data(), TIENDO_NTS, "a.csv",
                                    TIENDO_NUMBERS_PLAIN);
  });
  next([&] {
    tiendo_observation row{};
    row.struct_size = sizeof row;
    row.indicator = "output";
    row.period = "2024-10";
    row.value = "1.5";
    row.note = "a note that is too long to be kept inside of a string object";
    return tiendo_observations_append(made.context, made.log, &row);
  });
  next([&] { return tiendo_observations_check(made.context, made.log, nullptr); });
  next([&] { return tiendo_observations_check_with(made.context, made.log, nullptr); });
  next([&] {
    tiendo_request request{};
    request.struct_size = sizeof request;
    request.as_of = 20088;  // 2024-12-31
    return tiendo_report_create(made.context, made.log, &request, &made.report);
  });
  next([&] { return tiendo_observations_copy(made.context, made.log, &made.copy); });
  next([&] { return tiendo_tasks_create(made.context, made.plan, &made.tasks); });
  next([&] {
    return tiendo_tasks_read(made.context, made.tasks, input.tasks.data(), TIENDO_NTS, "t.csv",
                             TIENDO_NUMBERS_PLAIN);
  });
  next([&] {
    tiendo_request request{};
    request.struct_size = sizeof request;
    request.as_of = 20088;
    return tiendo_work_create(made.context, made.log, made.tasks, &request, &made.work);
  });
  next([&] {
    return tiendo_work_write(made.context, made.work, nullptr, made.text, sizeof made.text,
                             &made.length);
  });
  next([&] {
    return tiendo_work_trace(made.context, made.work, made.log, made.tasks, -1, TIENDO_DIGITS_OWN,
                             TIENDO_ROUND_OWN, made.text, sizeof made.text, &made.length);
  });
  next([&] {
    return tiendo_report_tally_trace(made.context, made.report, TIENDO_TALLY_NONE, -1, made.text,
                                     sizeof made.text, &made.length);
  });
  next([&] {
    return tiendo_report_explain(made.context, made.report, 2, TIENDO_LANGUAGE_EN,
                                 TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, made.text, sizeof made.text,
                                 &made.length);
  });
  next([&] {
    return tiendo_report_trace(made.context, made.report, 2, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN,
                               made.text, sizeof made.text, &made.length);
  });
  next([&] {
    return tiendo_report_write(made.context, made.report, nullptr, made.text, sizeof made.text,
                               &made.length);
  });
  return status;
}

std::string text_of_run(const Input& input, Failure kind) {
  planned = kind;
  failed_allocations = 0;
  Handles made;
  EXPECT_EQ(run(input, made), TIENDO_OK);
  planned = Failure::none;
  return made.text + made.built_text;
}

TEST(MemoryTest, EveryAllocationMayFail) {
  const Input input;
  const std::string whole = text_of_run(input, Failure::none);
  EXPECT_GT(whole.size(), 1000U);
  for (const Failure kind : {Failure::once, Failure::for_good, Failure::strange}) {
    EXPECT_EQ(text_of_run(input, kind), whole);
    EXPECT_GT(failed_allocations, 1000);
  }
}

TEST(MemoryTest, ABuilderThatRunsOutOfMemoryIsAsItWas) {
  const Input input;
  Handles good;
  ASSERT_EQ(run(input, good), TIENDO_OK);
  for (long at = 0;; ++at) {
    failure = Failure::once;
    allocations_left = at;
    const char* const unit = R"({"id": "ward", "parent": "town", "note": "too long to be inside"})";
    const tiendo_status status =
        tiendo_plan_builder_add(good.context, good.builder, TIENDO_PART_UNITS, unit, TIENDO_NTS);
    const bool failed = allocations_left < 0;
    failure = Failure::none;
    int64_t units = 0;
    ASSERT_EQ(tiendo_plan_builder_count(good.context, good.builder, TIENDO_PART_UNITS, &units),
              TIENDO_OK);
    EXPECT_EQ(units, failed ? 2 : 3) << "allocation " << at;
    if (!failed) break;
    EXPECT_EQ(status, TIENDO_E_NO_MEMORY);
  }
}

TEST(MemoryTest, ALogThatRunsOutOfMemoryIsAsItWas) {
  const Input input;
  Handles good;
  ASSERT_EQ(run(input, good), TIENDO_OK);
  int64_t before = 0;
  ASSERT_EQ(tiendo_observations_count(good.context, good.copy, &before), TIENDO_OK);
  for (long at = 0;; ++at) {
    failure = Failure::once;
    allocations_left = at;
    const char table[] =
        "indicator,period,value,note\noutput,2022,1,a note too long to be inside\n"
        "output,2021,1,a note too long to be inside\n";
    const tiendo_status status =
        tiendo_observations_read(good.context, good.copy, table, TIENDO_NTS, nullptr, 0);
    const bool failed = allocations_left < 0;
    failure = Failure::none;
    int64_t after = 0;
    ASSERT_EQ(tiendo_observations_count(good.context, good.copy, &after), TIENDO_OK);
    EXPECT_EQ(after, before + (failed ? 0 : 2)) << "allocation " << at;
    if (!failed) break;
    EXPECT_EQ(status, TIENDO_E_NO_MEMORY);
  }
}

}  // namespace
