// Tested by tests/oracle/conditions_oracle_test.cpp, against the engine: either may be wrong.

#include "wordings.hpp"

#include <cstdlib>
#include <set>

namespace tiendo::oracle {
namespace {

// The verdicts below the number or range, at or in it, and above it: e m - for exceeded, met and
// missed.
std::string_view drawn(ConditionKind kind, Direction direction) {
  switch (kind) {
    case ConditionKind::at_least:
    case ConditionKind::increase_by: return "-me";
    case ConditionKind::more_than: return "--e";
    case ConditionKind::at_most:
    case ConditionKind::decrease_by: return "em-";
    case ConditionKind::less_than: return "e--";
    case ConditionKind::equal: return "-m-";
    case ConditionKind::yes: return "-mm";
    case ConditionKind::between:
    case ConditionKind::about:
      return direction == Direction::more ? "-me" : direction == Direction::less ? "em-" : "-m-";
    default: return "???";
  }
}

}  // namespace

Decimal decimal(Grid number) { return *Decimal::of(25 * std::int64_t{number}, 4); }
Ratio exact(Grid number) { return Ratio(decimal(number)); }

std::vector<Grid> grid(Grid step) {
  std::vector<Grid> all;
  for (Grid value = -kMost; value <= kMost; value += step) all.push_back(value);
  return all;
}

Condition condition_of(const Asked& asked) {
  Condition condition;
  condition.kind = asked.kind;
  condition.value = decimal(asked.value);
  if (asked.kind == ConditionKind::between) condition.upper = decimal(asked.other);
  if (asked.kind == ConditionKind::about) condition.tolerance = decimal(asked.other);
  condition.in = asked.in;
  if (asked.then) condition.then = std::make_shared<const Condition>(condition_of(*asked.then));
  return condition;
}

std::string text_of(const Asked& asked) {
  const std::string text = std::string(name_of(asked.kind)) + ' ' + exact(asked.value).to_string() +
                           ' ' + exact(asked.other).to_string() + ' ' +
                           std::string(name_of(asked.in));
  return asked.then ? text + " then " + text_of(*asked.then) : text;
}

std::vector<Asked> levels(Grid step) {
  std::vector<Asked> all = {{ConditionKind::yes}};
  for (Grid value = -kMost; value <= kMost; value += step) {
    for (const ConditionKind kind :
         {ConditionKind::at_least, ConditionKind::more_than, ConditionKind::at_most,
          ConditionKind::less_than, ConditionKind::equal}) {
      all.push_back({kind, value});
    }
    for (Grid upper = value; upper <= kMost; upper += step) {
      all.push_back({ConditionKind::between, value, upper});
    }
    for (const Grid tolerance : {0, kHalf, kOne}) {
      all.push_back({ConditionKind::about, value, tolerance});
    }
  }
  return all;
}

std::vector<Asked> changes(const std::vector<Grid>& amounts, const std::vector<ChangeIn>& ins,
                           const std::vector<Asked>& then) {
  std::vector<Asked> all;
  for (const ConditionKind kind : {ConditionKind::increase_by, ConditionKind::decrease_by}) {
    for (const Grid amount : amounts) {
      for (const ChangeIn in : ins) {
        if (then.empty()) all.push_back({kind, amount, 0, in});
        for (const Asked& level : then) {
          all.push_back({kind, amount, 0, in, std::make_shared<const Asked>(level)});
        }
      }
    }
  }
  return all;
}

std::optional<Grid> level_of(const Asked& asked, Grid base, int point) {
  if (asked.in == ChangeIn::percent && base == 0) return std::nullopt;
  const Grid step = asked.in == ChangeIn::value     ? asked.value
                    : asked.in == ChangeIn::percent ? std::abs(base) * asked.value / (100 * kOne)
                                                    : asked.value * point;
  return asked.kind == ConditionKind::increase_by ? base + step : base - step;
}

namespace {

// Whether the distance is within what is near the bound, counted in hundredths of the grid so that
// nothing is divided.
bool within(Grid distance, Grid bound, const Close& close) {
  constexpr std::int64_t kHundred = 100;
  const std::int64_t reach =
      close.percent ? std::int64_t{std::abs(bound)} * close.amount / kOne : kHundred * close.amount;
  return kHundred * distance <= reach;
}

}  // namespace

char said(const Asked& asked, Direction direction, Grid actual, Grid level,
          const std::optional<Close>& close) {
  Grid low = is_change(asked.kind) ? level : asked.value;
  Grid high = low;
  if (asked.kind == ConditionKind::yes) low = high = kOne;
  if (asked.kind == ConditionKind::between) high = asked.other;
  if (asked.kind == ConditionKind::about) low -= asked.other, high += asked.other;
  char one = drawn(asked.kind, direction)[actual < low ? 0 : actual > high ? 2 : 1];
  const bool fact = asked.kind == ConditionKind::yes;
  if (one == '-' && close && !fact) {
    const Grid bound = actual > high ? high : low;
    if (within(std::abs(actual - bound), bound, *close)) one = 'n';
  }
  if (!asked.then) return one;
  const char two = said(*asked.then, direction, actual, 0, close);
  for (const char worse : {'-', 'n', 'm'}) {
    if (one == worse || two == worse) return worse;
  }
  return 'e';
}

namespace {

char common(const std::set<char>& found) {
  if (found == std::set{'e', 'm'}) return 'm';
  return found.size() == 1 ? *found.begin() : '?';
}

}  // namespace

char said_of_bound(const Asked& asked, Direction direction, Grid bound, Grid level, int side,
                   const std::optional<Close>& close) {
  std::set<char> found;
  for (Grid away = kHalf / 4; away <= 6 * kMost; away += kHalf / 4) {
    found.insert(said(asked, direction, bound + side * away, level, close));
  }
  return common(found);
}

char said_of_range(const Asked& asked, Direction direction, Grid lower, Grid upper, Grid level,
                   const std::optional<Close>& close) {
  std::set<char> found = {said(asked, direction, upper, level, close)};
  for (Grid value = lower; value < upper; value += kHalf / 4) {
    found.insert(said(asked, direction, value, level, close));
  }
  return common(found);
}

char letter(Verdict verdict) {
  switch (verdict) {
    case Verdict::exceeded: return 'e';
    case Verdict::met: return 'm';
    case Verdict::missed: return '-';
    case Verdict::near: return 'n';
    case Verdict::none: break;
  }
  return '?';
}

}  // namespace tiendo::oracle
