// Tested by tests/unit/engine/check_stated_test.cpp, tests/unit/engine/stated_published_test.cpp
// and tests/oracle/stated_oracle_test.cpp.
//
// An average growth is never computed: its ends are growths themselves, which are compared with the
// ends of the figure by powers.

#include "tiendo/engine/check_stated.hpp"

#include <algorithm>
#include <utility>

#include "engine/stated_kinds.hpp"
#include "tiendo/engine/expression_bounds.hpp"

namespace tiendo {
namespace {

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};

// ---- The inputs, by the places of an expression ----

const StatedInput* find(const std::vector<StatedInput>& inputs, std::string_view name) {
  for (const StatedInput& input : inputs) {
    if (input.name == name) return &input;
  }
  return nullptr;
}

Error needs(std::string_view name) {
  return error(Errc::stated_inputs, "the input \"" + std::string(name) + "\" is missing");
}

// That each input stands there once, and that each is one of the names.
Error misfit_of(const std::vector<StatedInput>& inputs, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (find(inputs, name) == nullptr) return needs(name);
  }
  for (const StatedInput& input : inputs) {
    if (find(inputs, input.name) != &input) {
      return error(Errc::stated_inputs, "the input \"" + input.name + "\" stands twice");
    }
    if (std::find(names.begin(), names.end(), input.name) == names.end()) {
      return error(Errc::stated_inputs, "nothing is made of the input \"" + input.name + '"');
    }
  }
  return {};
}

// The numbers that an input can have been.
Result<Interval> interval_of(const StatedInput& input, const std::optional<Rounding>& rounding) {
  const Ratio value(input.value);
  if (input.counted) return Interval{value, value, true, true};
  return meant_by(input.value, input.qualifier, rounding);
}

Result<Ratio> value_of(const Expression& expression, const std::vector<StatedInput>& inputs) {
  return expression.evaluate([&](Index place) -> Result<Ratio> {
    const StatedInput* input = find(inputs, expression.references()[place]);
    if (input == nullptr) return needs(expression.references()[place]);
    return Ratio(input->value);
  });
}

// ---- The exact value and its bounds, put into the check ----

Error compute(const Statement& statement, const Expression& expression, StatedCheck& check) {
  if (Error misfit = misfit_of(statement.inputs, expression.references());
      misfit.code != Errc::none) {
    return misfit;
  }
  Result<Ratio> value = value_of(expression, statement.inputs);
  if (!value) return value.error();
  check.exact = std::move(*value);
  std::vector<Interval> intervals;
  for (const std::string& name : expression.references()) {
    Result<Interval> interval = interval_of(*find(statement.inputs, name), statement.rounding);
    if (!interval) return interval.error();
    intervals.push_back(std::move(*interval));
  }
  const Result<Interval> bounds = bounds_of(expression, intervals);
  if (bounds) {
    check.bounds = StatedBounds{bounds->low, bounds->high, bounds->has_low, bounds->has_high};
  } else {
    check.bounds_reason = bounds.error().code;
  }
  return {};
}

// The number of years, or 0 for what is none.
int years_of(const StatedInput& input) {
  const Ratio years(input.value);
  if (years < 1 || years > kMaxPeriods || Ratio(floor(years)) != years) return 0;
  const Result<Decimal::Words> words = floor(years).to_words();
  return static_cast<int>(words->lo);
}

Error compute_growth(const Statement& statement, StatedCheck& check) {
  const auto& inputs = statement.inputs;
  if (Error misfit = misfit_of(inputs, {"first", "last", "years"}); misfit.code != Errc::none) {
    return misfit;
  }
  const StatedInput& first = *find(inputs, "first");
  const StatedInput& last = *find(inputs, "last");
  const Growth growth{Ratio(first.value), Ratio(last.value), years_of(*find(inputs, "years"))};
  const auto valid = compare_growth(growth, Ratio(0));
  if (!valid) return valid.error();
  check.exact = growth;
  const Result<Interval> from = interval_of(first, statement.rounding);
  const Result<Interval> to = interval_of(last, statement.rounding);
  if (!from) return from.error();
  if (!to) return to.error();
  if (from->low.sign() <= 0 || to->low.sign() < 0) {
    check.bounds_reason = Errc::divisor_may_vanish;
    return {};
  }
  // It rises with the last value and falls with the first one.
  check.bounds = StatedBounds{Growth{from->high, to->low, growth.periods},
                              Growth{from->low, to->high, growth.periods},
                              from->has_high && to->has_low, from->has_low && to->has_high};
  return {};
}

// ---- The answer ----

Result<bool> contains(const Interval& interval, const StatedValue& value) {
  const auto low = compare(value, interval.low);
  const auto high = compare(value, interval.high);
  if (!low) return low.error();
  if (!high) return high.error();
  return (*low > 0 || (interval.has_low && *low == 0)) &&
         (*high < 0 || (interval.has_high && *high == 0));
}

Result<bool> meets(const StatedBounds& bounds, const Interval& interval) {
  const auto low = compare(bounds.low, interval.high);
  const auto high = compare(bounds.high, interval.low);
  if (!low) return low.error();
  if (!high) return high.error();
  return (*low < 0 || (*low == 0 && bounds.has_low && interval.has_high)) &&
         (*high > 0 || (*high == 0 && bounds.has_high && interval.has_low));
}

Result<StatedVerdict> verdict_of(const StatedCheck& check) {
  const Result<bool> reproduces = contains(check.stated, check.exact);
  if (!reproduces) return reproduces.error();
  if (*reproduces) return StatedVerdict::reproduces;
  if (!check.bounds) return StatedVerdict::undecided;
  const Result<bool> possible = meets(*check.bounds, check.stated);
  if (!possible) return possible.error();
  return *possible ? StatedVerdict::possible : StatedVerdict::impossible;
}

Error find_roundings(const Statement& statement, StatedCheck& check) {
  if (statement.qualifier != Qualifier::exact) return {};
  for (const Rounding mode : kModes) {
    const Result<Interval> interval = printed(statement.figure, mode);
    if (!interval) return interval.error();
    const Result<bool> prints = contains(*interval, check.exact);
    if (!prints) return prints.error();
    if (*prints) check.roundings.push_back(mode);
  }
  return {};
}

// What of the value itself prints as the figure: without its sign, or a digit off.
void find_slips(StatedKind kind, const Ratio& exact, StatedCheck& check) {
  const auto look = [&](Reading reading, const Result<Ratio>& value) {
    if (value && check.stated.contains(*value)) check.readings.push_back(reading);
  };
  if (exact.is_zero()) return;
  look(Reading::without_sign, -exact);
  if (is_in_percent(kind)) look(Reading::fraction, exact / Ratio(100));
  look(Reading::tenfold, exact * Ratio(10));
  look(Reading::tenth, exact / Ratio(10));
}

void find_readings(const Statement& statement, StatedCheck& check) {
  for (const OtherReading& other : other_readings(statement.kind)) {
    const Result<Expression> expression = Expression::parse(other.expression);
    const Result<Ratio> value = value_of(*expression, statement.inputs);
    if (value && check.stated.contains(*value)) check.readings.push_back(other.reading);
  }
  if (const auto* exact = std::get_if<Ratio>(&check.exact)) {
    find_slips(statement.kind, *exact, check);
  }
}

// The unit of the last digit that counts in a hedged number: of whole numbers that of the last one
// that is not a zero.
Ratio unit_of(const Decimal& figure) {
  const std::string digits = figure.to_string();
  const std::size_t last = digits.find_last_not_of('0');
  if (figure.scale() > 0 || figure.sign() == 0) return Ratio(*Decimal::of(1, figure.scale()));
  return *pow(Ratio(10), static_cast<int>(digits.size() - 1 - last));
}

}  // namespace

Result<std::strong_ordering> compare(const StatedValue& value, const Ratio& number) {
  if (const auto* growth = std::get_if<Growth>(&value)) return compare_growth(*growth, number);
  return std::get<Ratio>(value) <=> number;
}

Result<Decimal> round(const StatedValue& value, int scale, Rounding mode) {
  if (const auto* growth = std::get_if<Growth>(&value)) return average_growth(*growth, scale, mode);
  return round(std::get<Ratio>(value), scale, mode);
}

Result<Interval> meant_by(const Decimal& figure, Qualifier qualifier,
                          const std::optional<Rounding>& rounding) {
  if (qualifier == Qualifier::exact) return rounding ? printed(figure, *rounding) : printed(figure);
  const Ratio value(figure);
  const Ratio unit = unit_of(figure);
  const Result<Ratio> low = value - unit;
  const Result<Ratio> high = value + unit;
  if (!low) return low.error();
  if (!high) return high.error();
  if (qualifier == Qualifier::over) return Interval{value, *high, true, false};
  if (qualifier == Qualifier::under) return Interval{*low, value, false, true};
  return Interval{*low, *high, true, true};
}

Result<StatedCheck> check_stated(const Statement& statement) {
  StatedCheck check;
  Result<Interval> stated = meant_by(statement.figure, statement.qualifier, statement.rounding);
  if (!stated) return stated.error();
  check.stated = std::move(*stated);
  Error fault;
  if (statement.kind == StatedKind::average_growth) {
    fault = compute_growth(statement, check);
  } else {
    Result<Expression> expression = expression_of(statement);
    if (!expression) return expression.error();
    check.expression = std::move(*expression);
    fault = compute(statement, *check.expression, check);
  }
  if (fault.code != Errc::none) return fault;
  const Result<StatedVerdict> verdict = verdict_of(check);
  if (!verdict) return verdict.error();
  check.verdict = *verdict;
  if (fault = find_roundings(statement, check); fault.code != Errc::none) return fault;
  if (check.verdict != StatedVerdict::reproduces) find_readings(statement, check);
  return check;
}

}  // namespace tiendo
