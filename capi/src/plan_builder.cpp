// Tested by tests/capi/plan_builder_test.c and tests/capi/plan_columns_test.c.
//
// Plans put together part by part, or by columns. A part comes as text of the plan file's format,
// so that every key of the format is there without a function for each.

#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "days.hpp"
#include "handles.hpp"
#include "texts.hpp"
#include "tiendo/io/part_columns.hpp"
#include "tiendo/io/part_reader.hpp"
#include "tiendo/io/part_values.hpp"

using tiendo::PartColumn;
using tiendo::PlanBuilder;
using tiendo::capi::check_index;
using tiendo::capi::keep;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::PlanSource;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::unknown_number;
using tiendo::capi::with_builder;

namespace {

// Calls use() with the parts of one kind.
template <class Use>
Outcome with_parts(PlanBuilder& builder, tiendo_part part, const Use& use) {
  switch (part) {
    case TIENDO_PART_MEASURES: return use(builder.measures());
    case TIENDO_PART_UNITS: return use(builder.units());
    case TIENDO_PART_INDICATORS: return use(builder.indicators());
    case TIENDO_PART_TARGETS: return use(builder.targets());
    case TIENDO_PART_PROJECTS: return use(builder.projects());
    case TIENDO_PART_TASK_GROUPS: return use(builder.task_groups());
    case TIENDO_PART_SUCCESSION: return use(builder.succession());
    default: return unknown_number("part");
  }
}

template <class Part>
Outcome read(tiendo_context& context, std::string_view text, std::optional<Part>& part) {
  tiendo::Checked<Part> checked = tiendo::read_part<Part>(text, {});
  part = std::move(checked.value);
  return keep(context, std::move(checked.diagnostics));
}

Outcome set_head(tiendo_context& context, PlanBuilder& builder, std::string_view text) {
  std::optional<tiendo::PlanHead> head;
  Outcome bad = read(context, text, head);
  if (!bad.failed()) builder.set_head(*std::move(head));
  return bad;
}

// A target is added without a look at the others, which would then be kept whole.
Outcome add_target(tiendo_context& context, PlanBuilder& builder, std::string_view text) {
  std::optional<tiendo::Target> target;
  Outcome bad = read(context, text, target);
  if (!bad.failed()) builder.add(*std::move(target));
  return bad;
}

// Adds behind the others, or puts in the place of the one at the index.
Outcome put(tiendo_context& context, PlanBuilder& builder, tiendo_part part, std::string_view text,
            std::optional<std::int64_t> index) {
  if (part == TIENDO_PART_TARGETS && !index) return add_target(context, builder, text);
  return with_parts(builder, part, [&]<class Part>(std::vector<Part>& parts) -> Outcome {
    Outcome bad = index ? check_index(*index, parts.size()) : Outcome();
    std::optional<Part> read_one;
    if (!bad.failed()) bad = read(context, text, read_one);
    if (bad.failed()) return bad;
    if (index) {
      parts[static_cast<std::size_t>(*index)] = *std::move(read_one);
    } else {
      parts.push_back(*std::move(read_one));
    }
    return {};
  });
}

Outcome read_rows(const tiendo_text_column& given, PartColumn& column) {
  tiendo::capi::Texts texts;
  Outcome bad = tiendo::capi::read_texts("columns", &given, texts);
  if (bad.failed()) return bad;
  for (std::size_t row = 0; row < texts.rows(); ++row) {
    column.texts.push_back(texts.has(row) ? std::optional(texts[row]) : std::nullopt);
  }
  return {};
}

Outcome read_key(const char* given, PartColumn& column) {
  std::string_view key;
  Outcome bad = tiendo::capi::take_text("a key", given, TIENDO_NTS, key);
  column.key = key;
  return bad;
}

Outcome read_columns(const char* const* keys, const tiendo_text_column* columns, std::int64_t count,
                     std::vector<PartColumn>& read) {
  if (keys == nullptr && count > 0) return null_argument("keys");
  Outcome outcome = tiendo::capi::read_structs(
      "columns", columns, count, TIENDO_FIRST_SIZE(tiendo_text_column, validity),
      [&](const tiendo_text_column& given) -> Outcome {
        PartColumn& column = read.emplace_back();
        Outcome bad = read_key(keys[read.size() - 1], column);
        if (!bad.failed()) bad = read_rows(given, column);
        if (bad.failed() || column.texts.size() == read[0].texts.size()) return bad;
        return {TIENDO_E_INVALID_ARG, "the columns do not have the same number of rows"};
      });
  outcome.row = -1;  // it would be the column
  return outcome;
}

template <class Part>
Outcome add_rows(tiendo_context& context, std::vector<Part>& parts,
                 const std::vector<PartColumn>& columns) {
  auto checked = tiendo::read_parts<Part>(columns);
  Outcome bad = tiendo::capi::keep_rows(context, std::move(checked.diagnostics));
  if (bad.failed()) return bad;
  std::vector<Part>& rows = *checked.value;
  parts.insert(parts.end(), std::move_iterator(rows.begin()), std::move_iterator(rows.end()));
  return bad;
}

Outcome add_columns(tiendo_context& context, PlanBuilder& builder, tiendo_part part,
                    const std::vector<PartColumn>& columns) {
  if (part == TIENDO_PART_TARGETS) {
    return tiendo::capi::keep_rows(context, tiendo::add_targets(columns, builder));
  }
  return with_parts(builder, part,
                    [&](auto& parts) -> Outcome { return add_rows(context, parts, columns); });
}

// One that begins with the plan, if there is one.
tiendo_plan_builder* builder_of(const tiendo_plan* plan) {
  return new tiendo_plan_builder{plan == nullptr ? PlanBuilder() : PlanBuilder(plan->source->plan),
                                 {}};
}

tiendo_plan* plan_of(tiendo::Plan plan) {
  return new tiendo_plan{
      std::make_shared<const PlanSource>(PlanSource{std::move(plan), {}, {}, {}})};
}

}  // namespace

tiendo_status tiendo_plan_builder_create(tiendo_context* context, const tiendo_plan* plan,
                                         tiendo_plan_builder** builder) noexcept {
  if (builder != nullptr) *builder = nullptr;
  return run(context, [&]() -> Outcome {
    if (builder == nullptr) return null_argument("builder");
    *builder = builder_of(plan);
    return {};
  });
}

tiendo_status tiendo_plan_builder_add(tiendo_context* context, tiendo_plan_builder* builder,
                                      tiendo_part part, const char* text, int64_t length) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    context->findings.clear();
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    if (bad.failed()) return bad;
    if (part == TIENDO_PART_HEAD) return set_head(*context, builder->builder, bytes);
    return put(*context, builder->builder, part, bytes, std::nullopt);
  });
}

tiendo_status tiendo_plan_builder_add_columns(tiendo_context* context, tiendo_plan_builder* builder,
                                              tiendo_part part, const char* const* keys,
                                              const tiendo_text_column* columns,
                                              int64_t column_count) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    context->findings.clear();
    std::vector<PartColumn> read;
    Outcome bad = read_columns(keys, columns, column_count, read);
    return bad.failed() ? bad : add_columns(*context, builder->builder, part, read);
  });
}

tiendo_status tiendo_plan_builder_replace(tiendo_context* context, tiendo_plan_builder* builder,
                                          tiendo_part part, int64_t index, const char* text,
                                          int64_t length) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    context->findings.clear();
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    return bad.failed() ? bad : put(*context, builder->builder, part, bytes, index);
  });
}

tiendo_status tiendo_plan_builder_remove(tiendo_context* context, tiendo_plan_builder* builder,
                                         tiendo_part part, int64_t index) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    return with_parts(builder->builder, part, [&](auto& parts) -> Outcome {
      Outcome bad = check_index(index, parts.size());
      if (!bad.failed()) parts.erase(parts.begin() + index);
      return bad;
    });
  });
}

tiendo_status tiendo_plan_builder_count(tiendo_context* context, const tiendo_plan_builder* builder,
                                        tiendo_part part, int64_t* count) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    if (count == nullptr) return null_argument("count");
    if (part == TIENDO_PART_TARGETS) {
      *count = tiendo::capi::count_of(builder->builder.target_count());
      return {};
    }
    auto& parts_of = const_cast<PlanBuilder&>(builder->builder);  // only counted
    return with_parts(parts_of, part, [&](const auto& parts) -> Outcome {
      *count = tiendo::capi::count_of(parts.size());
      return {};
    });
  });
}

tiendo_status tiendo_plan_builder_part(tiendo_context* context, tiendo_plan_builder* builder,
                                       tiendo_part part, int64_t index, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return with_builder(context, builder, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      if (part == TIENDO_PART_HEAD) {
        const tiendo::PlanHead& head = builder->builder.head();
        Outcome bad = check_index(index, head.id.empty() ? 0 : 1);
        if (!bad.failed()) into = tiendo::part_text(head);
        return bad;
      }
      return with_parts(builder->builder, part, [&](const auto& parts) -> Outcome {
        Outcome bad = check_index(index, parts.size());
        if (!bad.failed()) into = tiendo::part_text(parts[static_cast<std::size_t>(index)]);
        return bad;
      });
    });
  });
}

tiendo_status tiendo_plan_builder_build(tiendo_context* context, const tiendo_plan_builder* builder,
                                        tiendo_plan** plan) noexcept {
  if (plan != nullptr) *plan = nullptr;
  return with_builder(context, builder, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    tiendo::Checked<tiendo::Plan> checked = tiendo::build_plan(builder->builder);
    Outcome outcome = keep(*context, std::move(checked.diagnostics));
    if (!checked) return outcome;
    *plan = plan_of(*std::move(checked.value));
    return {};
  });
}

void tiendo_plan_builder_destroy(tiendo_plan_builder* builder) noexcept { delete builder; }
