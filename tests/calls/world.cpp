// Long because each type and each name of a parameter in the header has its line.
//
// Handles are made when they are first asked for; numbers have a value by name, by function and
// name where one will not do; what is written to has exactly the bytes that the header promises.

#include "world.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace tiendo::calls {
namespace {

// What a buffer is filled with before a call.
constexpr unsigned char kMark = 0x5A;

[[noreturn]] void give_up(const Function& function, std::string_view what) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(function.name.size()), function.name.data(),
               static_cast<int>(what.size()), what.data());
  std::abort();
}

void expect_ok(tiendo_status status, const char* what) {
  if (status == TIENDO_OK) return;
  std::fprintf(stderr, "%s: %s\n", what, tiendo_status_name(status));
  std::abort();
}

// Numbers by "function.parameter" and by parameter.
const std::map<std::string_view, std::int64_t>& numbers() {
  static const std::map<std::string_view, std::int64_t> known = {
      {"tiendo_status_name.status", TIENDO_E_PARSE},
      {"tiendo_code_name.code", 201},
      {"tiendo_code_text.code", 201},
      {"tiendo_context_set_threads.threads", 2},
      {"tiendo_period_split.months", 1},
      {"tiendo_period_tiling.count", 12},
      {"tiendo_working_days_add.count", 10},
      {"tiendo_working_days_count.start", 19723},
      {"tiendo_working_days_count.end", 20089},
      {"tiendo_decimal_split.scale", 2},
      {"tiendo_plan_split_target.count", 2},
      {"tiendo_plan_write_parts.count", 2},
      {"tiendo_plan_write_parts.target", 1},
      {"tiendo_plan_split_weights.target", 1},
      {"link", TIENDO_LINK_TASK_GROUPS},
      {"tiendo_plan_read_tables.count", 1},
      {"tiendo_plan_split_target.scale", 1},
      {"tiendo_observations_split_target.scale", 1},
      {"tiendo_plan_split_target.target", 1},
      {"tiendo_observations_split_target.target", 1},
      {"tiendo_plan_value_key.part", TIENDO_PART_HEAD},
      {"tiendo_expression_number.part", 3},
      {"tiendo_fraction_exact_root.degree", 2},
      {"tiendo_fraction_power.exponent", -7},
      {"tiendo_fraction_lower.denominator", std::int64_t{1} << 60},
      {"tiendo_fraction_upper.denominator", std::int64_t{1} << 60},
      {"tiendo_report_tally_explain.by", TIENDO_TALLY_TASK_GROUP},
      {"tiendo_report_row_text.text", TIENDO_TEXT_UNIT},
      {"tiendo_report_summary_text.text", TIENDO_TEXT_ASSIGNER},
      {"tiendo_report_tally_text.text", TIENDO_TEXT_GROUP},
      {"tiendo_observations_row_text.text", TIENDO_OBSERVATION_NOTE},
      {"tiendo_tasks_row_text.text", TIENDO_TASK_TEXT_TASK},
      {"tiendo_work_row_text.text", TIENDO_WORK_TEXT_PROJECT},
      {"tiendo_earned_kind_text.index", 1},
      {"tiendo_earned_kind_text.text", TIENDO_EARNED_FORMULA},
      {"tiendo_work_earned_column.rows", 40},
      {"tiendo_work_figure_reason.row", 1},
      {"tiendo_work_figure_exact.row", 1},
      {"tiendo_work_figure_text.row", 1},
      {"tiendo_decimal_parse_words.numbers", TIENDO_NUMBERS_PLAIN},
      {"year", 2024},
      {"month", 2},
      {"day_of_month", 29},
      {"day", 19754},
      {"as_of", 19754},
      {"months", 3},
      {"days", 40},
      {"more_days", 40},
      {"index", 0},
      {"row", 0},
      {"item", 1},
      {"target", 0},
      {"unit", 1},
      {"heir", 1},
      {"from", 19754},
      {"to", 20088},
      {"on", 20088},
      {"levels", 2},
      {"size", 100},
      {"before", 19754},
      {"length", TIENDO_NTS},
      {"count", 3},
      {"column_count", 2},
      {"rows", 8},
      {"scale", 2},
      {"digits", 2},
      {"factor", 100},
      {"degree", 3},
      {"further", 3},
      {"actual_rounded", 0},
      {"is_excess", 1},
      {"message", TIENDO_MESSAGE_WHOLE},
      {"scale_word", TIENDO_SCALE_WORD_BILLION},
      {"leftover", TIENDO_LEFTOVER_LARGEST_REMAINDER},
      {"rounding", TIENDO_ROUND_HALF_UP},
      {"numbers", TIENDO_NUMBERS_PLAIN},
      {"part", TIENDO_PART_UNITS},
      {"which", TIENDO_TABLE_TEXT},
      {"list", TIENDO_PARTIAL_UNITS},
      {"side", TIENDO_SIDE_LOW},
      {"field", TIENDO_FIELD_ACTUAL},
      {"fraction", TIENDO_FRACTION_WHOLE},
      {"language", TIENDO_LANGUAGE_EN},
      {"by", TIENDO_TALLY_TASK_GROUP},
      {"format", TIENDO_FORMAT_JSON},
  };
  return known;
}

// How many of its type there is room for, where it is not one.
std::size_t elements_of(const Function& function, const Parameter& parameter) {
  static const std::map<std::string_view, std::size_t> known = {
      {"parts@tiendo_period*", 12},
      {"months@tiendo_period*", 3},
      {"worked@uint8_t*", 3},
      {"parts@tiendo_decimal*", 3},
      {"results@tiendo_decimal*", 3},
      {"plans@tiendo_decimal*", 12},
      {"values16@void*", 8 * 16},
      {"orders@int8_t*", 3},
      {"offsets@int64_t*", 9},
      {"reasons@int32_t*", 3},
      {"targets@int64_t*", 12},
      {"units@int64_t*", 12},
      {"children@int64_t*", 12},
      {"heirs@int64_t*", 12},
      {"predecessors@int64_t*", 12},
      {"codes@int32_t*", 3},
      {"days@int32_t*", 3},
      {"starts@int32_t*", 3},
      {"ends@int32_t*", 3},
      {"results@int32_t*", 3},
      {"verdicts@int8_t*", 8},
      {"provisional@int8_t*", 8},
      {"buffer@char*", 1 << 17},
      {"weights@tiendo_decimal*", 12},
      {"rows@int64_t*", 12},
      {"positions@int64_t*", 12},
      {"reasons@tiendo_set_aside*", 12},
      {"others@int64_t*", 12},
      {"spans@tiendo_period*", 12},
      {"operations@tiendo_operation*", 12},
      {"references@int64_t*", 12},
      {"lefts@int64_t*", 12},
      {"rights@int64_t*", 12},
  };
  const std::string name = std::string(parameter.name) + '@' + std::string(parameter.type);
  const auto at = known.find(name);
  if (function.name == "tiendo_observations_split_target" && parameter.name == "parts") return 12;
  if (function.name == "tiendo_observations_append_rows" && parameter.name == "codes") return 2;
  if (function.name == "tiendo_work_earned_column") {
    if (parameter.name == "reasons") return 40;
    if (parameter.name == "offsets") return 41;
  }
  return at == known.end() ? 1 : at->second;
}

// Of the last parameter that has room for many.
std::size_t capacity_of(const Function& function) {
  std::size_t capacity = 0;
  for (const Parameter& parameter : function.parameters) {
    const std::size_t elements = elements_of(function, parameter);
    if (elements > 1 && parameter.is_output()) capacity = elements;
  }
  return capacity;
}

// The bytes of one of a type; 0 for a type that is not known here.
std::size_t size_of(std::string_view type) {
  static const std::map<std::string_view, std::size_t> known = {
      {"char*", 1},
      {"void*", 1},
      {"int8_t*", 1},
      {"uint8_t*", 1},
      {"int32_t*", 4},
      {"tiendo_operation*", 4},
      {"tiendo_tiling*", 4},
      {"tiendo_qualifier*", 4},
      {"tiendo_scale_word*", 4},
      {"int64_t*", 8},
      {"tiendo_period*", sizeof(tiendo_period)},
      {"tiendo_decimal*", sizeof(tiendo_decimal)},
      {"struct ArrowArrayStream*", sizeof(ArrowArrayStream)},
      {"tiendo_error_info*", sizeof(tiendo_error_info)},
      {"tiendo_finding*", sizeof(tiendo_finding)},
      {"tiendo_observation_row*", sizeof(tiendo_observation_row)},
      {"tiendo_part_sum*", sizeof(tiendo_part_sum)},
      {"tiendo_partial_info*", sizeof(tiendo_partial_info)},
      {"tiendo_request*", sizeof(tiendo_request)},
      {"tiendo_row*", sizeof(tiendo_row)},
      {"tiendo_selection*", sizeof(tiendo_selection)},
      {"tiendo_set_aside*", sizeof(tiendo_set_aside)},
      {"tiendo_summary*", sizeof(tiendo_summary)},
      {"tiendo_tally*", sizeof(tiendo_tally)},
      {"tiendo_task_row*", sizeof(tiendo_task_row)},
      {"tiendo_work_info*", sizeof(tiendo_work_info)},
  };
  if (type.ends_with("**")) return sizeof(void*);
  const auto at = known.find(type);
  return at == known.end() ? 0 : at->second;
}

// Which structures of a result say their size themselves.
bool has_size(std::string_view type) {
  static const std::map<std::string_view, bool> without = {
      {"tiendo_period*", true},    {"tiendo_decimal*", true}, {"tiendo_set_aside*", true},
      {"tiendo_operation*", true}, {"tiendo_tiling*", true},  {"tiendo_qualifier*", true},
      {"tiendo_scale_word*", true}};
  return type.starts_with("tiendo_") && !type.ends_with("**") && without.count(type) == 0;
}

bool is_handle(std::string_view type) {
  if (type.starts_with("const ")) type.remove_prefix(6);
  for (const std::string_view name : {"tiendo_context*", "tiendo_plan*", "tiendo_plan_builder*",
                                      "tiendo_observations*", "tiendo_report*", "tiendo_partial*",
                                      "tiendo_tasks*", "tiendo_work*", "tiendo_expression*"}) {
    if (type == name) return true;
  }
  return false;
}

// The watcher that lets everything go on.
int32_t go_on(void* /*user*/, const tiendo_progress* /*progress*/) { return 0; }
// The source of a table that keeps no note of how far it is: it has given the table when it is
// asked for less than a whole block.
std::int64_t give_table(void* /*user*/, void* buffer, std::int64_t capacity) {
  if (capacity % 1024 != 0) return 0;
  std::memcpy(buffer, kOfB, std::strlen(kOfB));
  return static_cast<std::int64_t>(std::strlen(kOfB));
}
std::int64_t give_figures(void* /*user*/, void* buffer, std::int64_t capacity) {
  if (capacity % 1024 != 0) return 0;
  std::memcpy(buffer, kFigures, std::strlen(kFigures));
  return static_cast<std::int64_t>(std::strlen(kFigures));
}
void take_it(void* /*user*/, const char* /*text*/, std::int64_t /*length*/) {}
// The log that keeps nothing.
void forget_it(void* /*user*/, tiendo_severity /*level*/, const char* /*text*/,
               std::int64_t /*length*/) {}

}  // namespace

bool Output::is_untouched() const {
  return std::memcmp(room.get(), before.data(), before.size()) == 0;
}

void* Output::handle() const {
  void* made = nullptr;
  std::memcpy(&made, room.get(), sizeof made);
  return made;
}

const Output* Call::output_of(std::size_t parameter) const {
  for (const Output& output : outputs) {
    if (output.parameter == parameter) return &output;
  }
  return nullptr;
}

World::~World() {
  tiendo_expression_destroy(expression_);
  tiendo_work_destroy(work_);
  tiendo_tasks_destroy(tasks_);
  tiendo_plan_builder_destroy(builder_);
  for (const auto& [name, partial] : partials_) tiendo_partial_destroy(partial);
  for (const auto& [name, report] : reports_) tiendo_report_destroy(report);
  for (const auto& [name, log] : logs_) tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan_);
  tiendo_plan_destroy(own_plan_);
  tiendo_plan_destroy(book_);
  tiendo_context_destroy(context_);
  tiendo_context_destroy(own_);
}

tiendo_context* World::context() {
  if (context_ == nullptr) {
    expect_ok(tiendo_context_create(nullptr, &context_), "a context");
    tiendo_plan* none = nullptr;
    if (tiendo_plan_read(context_, "{", TIENDO_NTS, "none.json", &none) != TIENDO_E_PARSE) {
      expect_ok(TIENDO_E_INTERNAL, "a plan that is none");
    }
  }
  return context_;
}

tiendo_context* World::own() {
  if (own_ == nullptr) expect_ok(tiendo_context_create(nullptr, &own_), "a context");
  return own_;
}

tiendo_plan* World::plan() {
  if (plan_ == nullptr) {
    expect_ok(tiendo_plan_read_tables(own(), plan_of_tables().c_str(), TIENDO_NTS, "plan.json",
                                      kTableNames, kTableTexts, nullptr, 1, &plan_),
              "the plan");
  }
  return plan_;
}

tiendo_plan* World::own_plan() {
  if (own_plan_ == nullptr) {
    expect_ok(tiendo_plan_read(own(), kPlan, TIENDO_NTS, "plan.json", &own_plan_), "a plan");
  }
  return own_plan_;
}

// "a", "b", "work" and "all" of the plan; "book" of the one of roll-ups. Others are copies.
tiendo_observations* World::log(const std::string& which) {
  tiendo_observations*& log = logs_[which];
  if (log != nullptr) return log;
  if (which == "book") {
    expect_ok(tiendo_plan_read_file(own(), "tests/golden/books/roll-ups/plan.json", &book_),
              "a book");
    expect_ok(tiendo_observations_create(own(), book_, &log), "its log");
    expect_ok(tiendo_observations_read_file(
                  own(), log, "tests/golden/books/roll-ups/observations.csv", TIENDO_NUMBERS_PLAIN),
              "its observations");
    return log;
  }
  expect_ok(tiendo_observations_create(own(), own_plan(), &log), "a log");
  const auto read = [&](const char* table) {
    expect_ok(tiendo_observations_read(own(), log, table, TIENDO_NTS, nullptr, 0), "a table");
  };
  if (which != "b") read(kOfA);
  if (which != "a" && which != "open") read(kOfB);
  if (which == "work") read(kOfWork);
  return log;
}

tiendo_report* World::report(const std::string& which) {
  tiendo_report*& report = reports_[which];
  if (report == nullptr) {
    expect_ok(tiendo_report_create(own(), log(which), &inputs_.request, &report), "a report");
  }
  return report;
}

tiendo_partial* World::partial(const std::string& which) {
  tiendo_partial*& partial = partials_[which];
  if (partial != nullptr) return partial;
  if (which == "all") {
    expect_ok(tiendo_partial_create(own(), log("a"), &inputs_.request, &inputs_.part_a, &partial),
              "a partial");
    expect_ok(tiendo_partial_merge(own(), partial, this->partial("b")), "all parts");
    return partial;
  }
  expect_ok(tiendo_partial_create(own(), log(which), &inputs_.request,
                                  which == "a" ? &inputs_.part_a : &inputs_.part_b, &partial),
            "a partial");
  return partial;
}

tiendo_plan_builder* World::builder() {
  if (builder_ == nullptr) {
    expect_ok(tiendo_plan_builder_create(own(), plan(), &builder_), "a builder");
  }
  return builder_;
}

tiendo_tasks* World::tasks() {
  if (tasks_ == nullptr) {
    expect_ok(tiendo_tasks_create(own(), own_plan(), &tasks_), "tasks");
    expect_ok(tiendo_tasks_read(own(), tasks_, kOfTasks, TIENDO_NTS, nullptr, 0), "a table");
  }
  return tasks_;
}

tiendo_work* World::work() {
  if (work_ == nullptr) {
    expect_ok(tiendo_work_create(own(), log("work"), tasks(), &inputs_.request, &work_), "work");
  }
  return work_;
}

tiendo_expression* World::expression() {
  if (expression_ == nullptr) {
    expect_ok(tiendo_expression_parse(own(), kExpression, TIENDO_NTS, &expression_),
              "an expression");
  }
  return expression_;
}

Word World::handle_of(const Function& function, const Parameter& parameter) {
  const auto word = [](const void* handle) { return reinterpret_cast<Word>(handle); };
  const std::string_view type = parameter.type;
  const auto is = [&](std::string_view name) { return function.name.starts_with(name); };
  if (type.ends_with("tiendo_context*")) return word(context());
  if (type.ends_with("tiendo_plan*")) return word(plan());
  if (type.ends_with("tiendo_plan_builder*")) return word(builder());
  if (type.ends_with("tiendo_report*")) return word(report("all"));
  if (type.ends_with("tiendo_tasks*")) return word(tasks());
  if (type.ends_with("tiendo_work*")) return word(work());
  if (type.ends_with("tiendo_expression*")) return word(expression());
  if (type.ends_with("tiendo_partial*")) {
    if (parameter.name == "other") return word(partial("b"));
    if (is("tiendo_partial_sum")) return word(partial("b"));
    return word(partial(is("tiendo_partial_report") ? "all" : "a"));
  }
  if (is("tiendo_work_")) return word(log("work"));
  if (is("tiendo_observations_rank") || is("tiendo_observations_contributions") ||
      is("tiendo_observations_score") || function.name == "tiendo_observations_read_file") {
    return word(log("book"));
  }
  if (is("tiendo_partial_")) return word(log("a"));
  if (is("tiendo_observations_reopen")) {
    report("closed");
    return word(log("closed"));
  }
  return word(log("open"));
}

void World::fill(const Function& function, const Parameter& parameter, Output& output) {
  const std::size_t one = size_of(parameter.type);
  if (one == 0) give_up(function, parameter.type);
  const std::size_t bytes = one * elements_of(function, parameter);
  output.room.reset(new unsigned char[bytes]);
  std::memset(output.room.get(), kMark, bytes);
  if (function.name == "tiendo_observations_reopen" && parameter.is_made()) {
    tiendo_report* const closed = report("closed");
    std::memcpy(output.room.get(), &closed, sizeof closed);
  }
  if (has_size(parameter.type)) {
    const auto size = static_cast<std::uint32_t>(one);
    std::memcpy(output.room.get(), &size, sizeof size);
  }
  output.before.assign(output.room.get(), output.room.get() + bytes);
}

Word World::word_of(const Function& function, const Parameter& parameter) {
  if (is_handle(parameter.type)) return handle_of(function, parameter);
  if (parameter.type == "tiendo_watcher") return reinterpret_cast<Word>(&go_on);
  if (parameter.type == "tiendo_read") {
    const bool of_figures = function.name == "tiendo_figures_verify_from";
    return reinterpret_cast<Word>(of_figures ? &give_figures : &give_table);
  }
  if (parameter.type == "tiendo_take") return reinterpret_cast<Word>(&take_it);
  if (parameter.type == "tiendo_log") return reinterpret_cast<Word>(&forget_it);
  if (function.name == "tiendo_partial_read" && parameter.name == "text") {
    inputs_.partial_text.resize(10000);
    std::int64_t length = 0;
    expect_ok(
        tiendo_partial_write(own(), partial("a"), inputs_.partial_text.data(), 10000, &length),
        "a partial as text");
  }
  if (parameter.is_pointer()) {
    const Word word = inputs_.word_of(function, parameter);
    if (word == 0) give_up(function, parameter.name);
    return word;
  }
  const std::string whole = std::string(function.name) + '.' + std::string(parameter.name);
  for (const std::string_view name : {std::string_view(whole), parameter.name}) {
    if (const auto at = numbers().find(name); at != numbers().end()) {
      return static_cast<Word>(at->second);
    }
  }
  if (parameter.name.ends_with("_length")) return static_cast<Word>(TIENDO_NTS);
  if (parameter.name == "capacity") return capacity_of(function);
  give_up(function, parameter.name);
}

Call World::call_of(const Function& function) {
  Call call;
  call.function = &function;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    const bool is_stream =
        function.name == "tiendo_observations_append_arrow_stream" && parameter.name == "stream";
    if (is_stream) {
      inputs_.arrays_left = 1;
      call.words.push_back(reinterpret_cast<Word>(&inputs_.stream));
    } else if (parameter.is_output() && !is_handle(parameter.type)) {
      Output output;
      output.parameter = i;
      fill(function, parameter, output);
      call.words.push_back(output.word());
      call.outputs.push_back(std::move(output));
    } else {
      call.words.push_back(word_of(function, parameter));
    }
  }
  return call;
}

void World::finish(const Call& call) {
  const std::string_view name = call.function->name;
  if (name.ends_with("_destroy")) {
    const Word word = call.words[0];
    const auto forget = [&](auto& handle) {
      if (reinterpret_cast<Word>(handle) == word) handle = nullptr;
    };
    forget(context_);
    forget(plan_);
    forget(builder_);
    forget(tasks_);
    forget(work_);
    forget(expression_);
    for (auto& [which, log] : logs_) forget(log);
    for (auto& [which, report] : reports_) forget(report);
    for (auto& [which, partial] : partials_) forget(partial);
    return;
  }
  for (const Output& output : call.outputs) {
    const Parameter& parameter = call.function->parameters[output.parameter];
    if (parameter.type == "struct ArrowArrayStream*" && !output.is_untouched()) {
      auto* stream = reinterpret_cast<ArrowArrayStream*>(output.room.get());
      if (stream->release != nullptr) stream->release(stream);
    }
    if (!parameter.is_made() || output.is_untouched()) continue;
    void* const made = output.handle();
    if (name == "tiendo_observations_reopen" && made == nullptr) reports_["closed"] = nullptr;
    if (parameter.type == "tiendo_context**")
      tiendo_context_destroy(static_cast<tiendo_context*>(made));
    if (parameter.type == "tiendo_plan**") tiendo_plan_destroy(static_cast<tiendo_plan*>(made));
    if (parameter.type == "tiendo_plan_builder**") {
      tiendo_plan_builder_destroy(static_cast<tiendo_plan_builder*>(made));
    }
    if (parameter.type == "tiendo_observations**") {
      tiendo_observations_destroy(static_cast<tiendo_observations*>(made));
    }
    if (parameter.type == "tiendo_report**")
      tiendo_report_destroy(static_cast<tiendo_report*>(made));
    if (parameter.type == "tiendo_partial**")
      tiendo_partial_destroy(static_cast<tiendo_partial*>(made));
    if (parameter.type == "tiendo_expression**") {
      tiendo_expression_destroy(static_cast<tiendo_expression*>(made));
    }
    if (parameter.type == "tiendo_tasks**") tiendo_tasks_destroy(static_cast<tiendo_tasks*>(made));
    if (parameter.type == "tiendo_work**") tiendo_work_destroy(static_cast<tiendo_work*>(made));
  }
}

}  // namespace tiendo::calls
