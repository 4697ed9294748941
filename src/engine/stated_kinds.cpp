// Tested by tests/unit/engine/check_stated_test.cpp.

#include "engine/stated_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/names.hpp"

namespace tiendo {
namespace {

constexpr std::array<std::string_view, kStatedKinds> kKindNames = {
    "expression",       "completion",     "excess",     "remaining",
    "growth",           "index",          "multiple",   "growth_from_change",
    "growth_of_ratio",  "average_growth", "share",      "share_change",
    "contribution",     "ratio",          "difference", "sum",
    "total_completion", "total_growth"};

// The expression of a kind whose inputs have names of their own; empty for the others.
std::string_view text_of(StatedKind kind) {
  switch (kind) {
    case StatedKind::completion: return "actual / plan * 100";
    case StatedKind::excess: return "actual / plan * 100 - 100";
    case StatedKind::remaining: return "100 - actual / plan * 100";
    case StatedKind::growth: return "actual / base * 100 - 100";
    case StatedKind::index: return "actual / base * 100";
    case StatedKind::multiple: return "actual / base";
    case StatedKind::growth_from_change: return "change / (actual - change) * 100";
    case StatedKind::growth_of_ratio: return "(100 + above) / (100 + below) * 100 - 100";
    case StatedKind::share: return "part / total * 100";
    case StatedKind::share_change: return "(part / total - part_before / total_before) * 100";
    case StatedKind::contribution: return "(actual - base) / total_base * 100";
    case StatedKind::ratio: return "above / below";
    case StatedKind::difference: return "a - b";
    case StatedKind::expression:
    case StatedKind::average_growth:
    case StatedKind::sum:
    case StatedKind::total_completion:
    case StatedKind::total_growth: break;
  }
  return {};
}

constexpr OtherReading kOtherReadings[] = {
    {StatedKind::completion, Reading::excess, "actual / plan * 100 - 100"},
    {StatedKind::completion, Reading::points, "actual - plan"},
    {StatedKind::excess, Reading::points, "actual - plan"},
    {StatedKind::excess, Reading::completion, "actual / plan * 100"},
    {StatedKind::remaining, Reading::points, "plan - actual"},
    {StatedKind::remaining, Reading::completion, "actual / plan * 100"},
    {StatedKind::growth, Reading::points, "actual - base"},
    {StatedKind::growth, Reading::index, "actual / base * 100"},
    {StatedKind::index, Reading::points, "actual - base"},
    {StatedKind::index, Reading::growth, "actual / base * 100 - 100"},
    {StatedKind::growth_from_change, Reading::points, "change"},
    {StatedKind::growth_from_change, Reading::index, "actual / (actual - change) * 100"},
    {StatedKind::growth_from_change, Reading::of_actual, "change / actual * 100"},
    {StatedKind::growth_of_ratio, Reading::points, "above - below"},
    {StatedKind::growth_of_ratio, Reading::index, "(100 + above) / (100 + below) * 100"},
    {StatedKind::average_growth, Reading::whole_growth, "last / first * 100 - 100"},
    {StatedKind::average_growth, Reading::simple_average, "(last / first * 100 - 100) / years"},
    {StatedKind::share_change, Reading::growth,
     "part / total / (part_before / total_before) * 100 - 100"},
};

// An id as it stands in an expression.
std::string bracketed(const std::string& id) { return '[' + id + ']'; }

std::string joined(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : " + ") + term;
  return text;
}

Error misfit(std::string sentence) { return error(Errc::stated_inputs, std::move(sentence)); }

// The names that begin with the first word, with the rest of each.
std::vector<std::string> ends_of(const Statement& statement, std::string_view word) {
  std::vector<std::string> ends;
  for (const StatedInput& input : statement.inputs) {
    if (input.name.starts_with(word)) ends.push_back(input.name.substr(word.size()));
  }
  return ends;
}

// Of a total from its parts, each of a value and a rate: sum of values / sum of values over rates.
Result<std::string> total_text(const Statement& statement, std::string_view value,
                               std::string_view rate, std::string_view rate_plus,
                               std::string_view after) {
  const std::vector<std::string> ends = ends_of(statement, value);
  if (ends.empty()) return misfit("an input \"" + std::string(value) + "...\" is needed");
  std::vector<std::string> values;
  std::vector<std::string> bases;
  for (const std::string& end : ends) {
    values.push_back(bracketed(std::string(value) + end));
    bases.push_back(values.back() + " / (" + std::string(rate_plus) +
                    bracketed(std::string(rate) + end) + ")");
  }
  return "(" + joined(values) + ") / (" + joined(bases) + ")" + std::string(after);
}

Result<std::string> text_of(const Statement& statement) {
  switch (statement.kind) {
    case StatedKind::sum: {
      std::vector<std::string> terms;
      for (const StatedInput& input : statement.inputs) terms.push_back(bracketed(input.name));
      if (terms.empty()) return misfit("a sum of nothing");
      return joined(terms);
    }
    case StatedKind::total_completion: return total_text(statement, "actual", "rate", "", "");
    case StatedKind::total_growth:
      return total_text(statement, "value", "growth", "100 + ", " - 100");
    case StatedKind::ratio: {
      const auto is_factor = [](const StatedInput& input) { return input.name == "factor"; };
      const auto& inputs = statement.inputs;
      const bool scaled = std::any_of(inputs.begin(), inputs.end(), is_factor);
      return std::string(text_of(StatedKind::ratio)) + (scaled ? " * factor" : "");
    }
    default: break;
  }
  const std::string_view text = text_of(statement.kind);
  if (text.empty()) return misfit("the kind has no expression of its own");
  return std::string(text);
}

}  // namespace

std::string_view name_of(StatedKind kind) noexcept { return at(kKindNames, kind); }

std::optional<StatedKind> stated_kind_named(std::string_view name) noexcept {
  const auto* const found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<StatedKind>(found - kKindNames.begin());
}

std::string_view name_of(StatedVerdict verdict) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"undecided", "reproduces", "possible",
                                                             "impossible"};
  return at(kNames, verdict);
}

std::string_view name_of(Reading reading) noexcept {
  static constexpr std::array<std::string_view, 12> kNames = {
      "points",         "completion", "excess",       "index",    "growth",  "whole_growth",
      "simple_average", "of_actual",  "without_sign", "fraction", "tenfold", "tenth"};
  return at(kNames, reading);
}

Result<Expression> expression_of(const Statement& statement) {
  if (statement.kind == StatedKind::expression) {
    if (statement.expression) return *statement.expression;
    return misfit("the expression is missing");
  }
  const Result<std::string> text = text_of(statement);
  if (!text) return text.error();
  return Expression::parse(*text);
}

std::vector<OtherReading> other_readings(StatedKind kind) {
  std::vector<OtherReading> found;
  for (const OtherReading& other : kOtherReadings) {
    if (other.of == kind) found.push_back(other);
  }
  return found;
}

bool is_in_percent(StatedKind kind) noexcept {
  switch (kind) {
    case StatedKind::expression:
    case StatedKind::multiple:
    case StatedKind::ratio:
    case StatedKind::difference:
    case StatedKind::sum: return false;
    default: return true;
  }
}

}  // namespace tiendo
