// Tested by tests/capi/expression_test.c.
//
// Expressions, whose parts are columns, and whose numbers and intervals are fractions as text.

#include "tiendo/model/expression.hpp"

#include <utility>
#include <vector>

#include "days.hpp"
#include "fractions.hpp"
#include "tiendo/engine/expression_bounds.hpp"

using tiendo::Expression;
using tiendo::Index;
using tiendo::Interval;
using tiendo::Ratio;
using tiendo::Result;
using tiendo::capi::count_of;
using tiendo::capi::each_text;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_fraction;
using tiendo::capi::read_fractions;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

struct tiendo_expression {
  Expression expression;
};

namespace {

static_assert(sizeof(tiendo_interval) == 32);

// Whether there is one of what a caller gives for each reference.
Outcome check_count(const tiendo_expression* expression, std::int64_t count) {
  if (expression == nullptr) return null_argument("expression");
  if (count == count_of(expression->expression.references().size())) return {};
  return {TIENDO_E_INVALID_ARG, "count is not that of the references"};
}

Outcome read_interval(const tiendo_interval& given, Interval& interval) {
  if (given.reserved != 0) return {TIENDO_E_UNSUPPORTED, "reserved of an interval is not 0"};
  Outcome bad = read_fraction("low", given.low, TIENDO_NTS, interval.low);
  if (!bad.failed()) bad = read_fraction("high", given.high, TIENDO_NTS, interval.high);
  if (bad.failed()) return bad;
  interval.has_low = given.has_low != 0;
  interval.has_high = given.has_high != 0;
  return interval.empty() ? Outcome(TIENDO_E_INVALID_ARG, "an interval is empty") : Outcome();
}

Outcome read_intervals(const tiendo_interval* given, std::int64_t count,
                       std::vector<Interval>& intervals) {
  return tiendo::capi::read_structs(
      "intervals", given, count, TIENDO_FIRST_SIZE(tiendo_interval, high),
      [&](const tiendo_interval& one) { return read_interval(one, intervals.emplace_back()); });
}

// The numbers are one more than those of the library: 0 is none of them.
constexpr tiendo_operation number_of(Expression::Operation operation) {
  return static_cast<tiendo_operation>(operation) + 1;
}
static_assert(number_of(Expression::Operation::number) == TIENDO_OPERATION_NUMBER &&
              number_of(Expression::Operation::reference) == TIENDO_OPERATION_REFERENCE &&
              number_of(Expression::Operation::negate) == TIENDO_OPERATION_NEGATE &&
              number_of(Expression::Operation::add) == TIENDO_OPERATION_ADD &&
              number_of(Expression::Operation::subtract) == TIENDO_OPERATION_SUBTRACT &&
              number_of(Expression::Operation::multiply) == TIENDO_OPERATION_MULTIPLY &&
              number_of(Expression::Operation::divide) == TIENDO_OPERATION_DIVIDE);

// Where parts go, with what is said of each beside it.
struct PartsOut {
  tiendo_operation* operations;
  std::int64_t* references;
  std::int64_t* lefts;
  std::int64_t* rights;
  std::int64_t capacity;
  std::int64_t* count;

  Outcome check() const {
    return tiendo::capi::check_arrays({{"operations", operations},
                                       {"references", references},
                                       {"lefts", lefts},
                                       {"rights", rights}},
                                      capacity, count);
  }

  Outcome put(const std::vector<Expression::Node>& nodes) const {
    const auto place_or_none = [](Index place) {
      return place == tiendo::kNone ? std::int64_t{-1} : std::int64_t{place};
    };
    *count = count_of(nodes.size());
    if (*count > capacity) return {TIENDO_E_SMALL_BUFFER, "there are more parts than room"};
    for (std::size_t at = 0; at < nodes.size(); ++at) {
      operations[at] = number_of(nodes[at].operation);
      references[at] = place_or_none(nodes[at].reference);
      lefts[at] = place_or_none(nodes[at].left);
      rights[at] = place_or_none(nodes[at].right);
    }
    return {};
  }
};

tiendo_expression* expression_of(Expression read) { return new tiendo_expression{std::move(read)}; }

}  // namespace

tiendo_status tiendo_expression_parse(tiendo_context* context, const char* text, int64_t length,
                                      tiendo_expression** expression) noexcept {
  if (expression != nullptr) *expression = nullptr;
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_text("text", text, length, bytes);
    if (bad.failed()) return bad;
    Result<Expression> read = Expression::parse(bytes);
    if (!read) return read.error();
    *expression = expression_of(*std::move(read));
    return {};
  });
}

tiendo_status tiendo_expression_reference_count(tiendo_context* context,
                                                const tiendo_expression* expression,
                                                int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    if (count == nullptr) return null_argument("count");
    *count = count_of(expression->expression.references().size());
    return {};
  });
}

tiendo_status tiendo_expression_reference(tiendo_context* context,
                                          const tiendo_expression* expression, int64_t index,
                                          char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    const std::vector<std::string>& references = expression->expression.references();
    Outcome bad = tiendo::capi::check_index(index, references.size());
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = references[static_cast<std::size_t>(index)];
      return {};
    });
  });
}

tiendo_status tiendo_expression_parts(tiendo_context* context, const tiendo_expression* expression,
                                      tiendo_operation* operations, int64_t* references,
                                      int64_t* lefts, int64_t* rights, int64_t capacity,
                                      int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    const PartsOut out{operations, references, lefts, rights, capacity, count};
    Outcome bad = out.check();
    return bad.failed() ? bad : out.put(expression->expression.nodes());
  });
}

tiendo_status tiendo_expression_number(tiendo_context* context, const tiendo_expression* expression,
                                       int64_t part, char* buffer, int64_t capacity,
                                       int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    const std::vector<Expression::Node>& nodes = expression->expression.nodes();
    Outcome bad = tiendo::capi::check_index(part, nodes.size());
    if (bad.failed()) return bad;
    const Expression::Node& node = nodes[static_cast<std::size_t>(part)];
    if (node.operation != Expression::Operation::number) {
      return {TIENDO_E_INVALID_ARG, "the part is no number"};
    }
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = node.number.to_string();
      return {};
    });
  });
}

tiendo_status tiendo_expression_format(tiendo_context* context, const tiendo_expression* expression,
                                       const char* const* texts, const int64_t* lengths,
                                       int64_t count, char* buffer, int64_t capacity,
                                       int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (expression == nullptr) return null_argument("expression");
    std::vector<std::string_view> instead;
    if (texts != nullptr) {
      Outcome bad = check_count(expression, count);
      if (!bad.failed()) {
        bad = each_text("texts", texts, lengths, count, [&](const char* text, std::int64_t bytes) {
          return tiendo::capi::take_text("texts", text, bytes, instead.emplace_back());
        });
      }
      if (bad.failed()) return bad;
    }
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = texts == nullptr ? expression->expression.to_string()
                              : expression->expression.to_string([&](Index reference) {
                                  return std::string(instead[reference]);
                                });
      return {};
    });
  });
}

tiendo_status tiendo_expression_evaluate(tiendo_context* context,
                                         const tiendo_expression* expression,
                                         const char* const* values, const int64_t* lengths,
                                         int64_t count, char* buffer, int64_t capacity,
                                         int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    std::vector<Ratio> numbers;
    Outcome bad = check_count(expression, count);
    if (!bad.failed()) bad = read_fractions("values", values, lengths, count, numbers);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const Result<Ratio> value = expression->expression.evaluate(
          [&](Index reference) -> Result<Ratio> { return numbers[reference]; });
      if (!value) return value.error();
      into = value->to_string();
      return {};
    });
  });
}

tiendo_status tiendo_expression_bound(tiendo_context* context, const tiendo_expression* expression,
                                      const tiendo_interval* intervals, int64_t count,
                                      tiendo_side side, int32_t* included, char* buffer,
                                      int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    std::vector<Interval> inputs;
    Outcome bad = check_count(expression, count);
    if (!bad.failed()) bad = read_intervals(intervals, count, inputs);
    if (bad.failed()) return bad;
    if (side != TIENDO_SIDE_LOW && side != TIENDO_SIDE_HIGH) return unknown_number("side");
    if (included == nullptr) return null_argument("included");
    bool taken = false;
    bad = put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const Result<Interval> bounds = bounds_of(expression->expression, inputs);
      if (!bounds) return bounds.error();
      into = (side == TIENDO_SIDE_LOW ? bounds->low : bounds->high).to_string();
      taken = side == TIENDO_SIDE_LOW ? bounds->has_low : bounds->has_high;
      return {};
    });
    if (!bad.failed()) *included = taken ? 1 : 0;
    return bad;
  });
}

void tiendo_expression_destroy(tiendo_expression* expression) noexcept { delete expression; }
