// Tested by tests/unit/model/target_list_test.cpp and tests/unit/engine/report_columns_test.cpp.

#include "model/sole_targets_maker.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace tiendo {
namespace {

constexpr int kMostScale = 18;
constexpr std::size_t kFetched = 16;  // targets that are on their way from memory

// The coefficient at a scale, if it fits.
bool at_scale(std::int64_t number, int digits, int scale, std::int64_t& coefficient) {
  coefficient = number;
  if (digits > scale) return false;
  for (; digits < scale; ++digits) {
    if (__builtin_mul_overflow(coefficient, 10, &coefficient)) return false;
  }
  return coefficient != std::numeric_limits<std::int64_t>::min();
}

}  // namespace

// Memory is had in the thread of the caller and touched in each.
SoleTargetsMaker::SoleTargetsMaker(const Plan& plan, Team& team)
    : plan_(plan), size_(plan.indicators().size()) {
  const std::vector<Index>& all = plan.targets_by_place();
  for (Index indicator = 0; indicator <= size_.size(); ++indicator) {
    const auto first = std::partition_point(all.begin(), all.end(), [&](Index at) {
      return plan.target_links()[at].indicator < indicator;
    });
    begin_.push_back(static_cast<std::size_t>(first - all.begin()));
  }
  const std::size_t most = begin_.back();
  all_.reserve(most);
  all_.scale.resize(size_.size());
  std::vector<std::function<void()>> columns;
  all_.each_column(
      [&](auto& column) { columns.emplace_back([&column, most] { column.resize(most); }); });
  team.each(columns.size(), [&](std::size_t column) { columns[column](); });
}

void SoleTargetsMaker::make(Index indicator) { put_numbers(indicator, find(indicator)); }

// Puts where they stand, and gives the rest: places in the list are far from each other.
std::vector<PlainTarget> SoleTargetsMaker::find(Index indicator) {
  const std::vector<Index>& all = plan_.targets_by_place();
  const TargetList& targets = plan_.targets();
  const std::size_t end = begin_[indicator + 1];
  std::vector<PlainTarget> plain;
  plain.reserve(end - begin_[indicator]);
  std::size_t to = begin_[indicator];
  for (std::size_t next = begin_[indicator]; next < end; ++next) {
    const Index at = all[next];
    if (next + kFetched < all.size()) targets.fetch(all[next + kFetched]);
    const bool alone = (next == 0 || !targets.alike(all[next - 1], at)) &&
                       (next + 1 == all.size() || !targets.alike(all[next + 1], at));
    if (!alone || !targets.is_plain(at) || targets.period(at) != plan_.head().period) continue;
    plain.push_back(targets.plain(at));
    all_.target[to] = at;
    all_.unit[to] = plan_.target_links()[at].unit;
    all_.assigner[to] = plan_.target_links()[at].assigner;
    ++to;
  }
  size_[indicator] = plain.size();
  return plain;
}

void SoleTargetsMaker::put_numbers(Index indicator, const std::vector<PlainTarget>& plain) {
  const TargetList& targets = plan_.targets();
  const bool near = plan_.indicators()[indicator].near.has_value();
  int digits = 0;
  for (const PlainTarget& one : plain) {
    digits = std::max<int>({digits, one.scale, one.other == kNone ? 0 : one.baseline_scale});
  }
  const int scale = std::min(digits, kMostScale);
  all_.scale[indicator] = scale;
  std::size_t to = begin_[indicator];
  for (const PlainTarget& one : plain) {
    const bool stated = one.other != kNone;
    std::int64_t number = 0;
    std::int64_t start = 0;
    const bool fits =
        at_scale(one.value, one.scale, scale, number) &&
        (!stated || at_scale(targets.baseline_of(one), one.baseline_scale, scale, start));
    all_.kind[to] = fits && !near ? one.kind : ConditionKind::none;
    all_.value[to] = fits ? number : 0;
    all_.base[to] = fits ? start : 0;
    ++to;
  }
}

// Those that did not stand alone are no gaps then.
SoleTargets SoleTargetsMaker::take() && {
  std::size_t size = 0;
  for (std::size_t indicator = 0; indicator < size_.size(); ++indicator) {
    const std::size_t from = begin_[indicator];
    const auto move = [&](auto& column) {
      if (from == size) return;
      const auto first = column.begin() + static_cast<std::ptrdiff_t>(from);
      std::copy(first, first + static_cast<std::ptrdiff_t>(size_[indicator]),
                column.begin() + static_cast<std::ptrdiff_t>(size));
    };
    all_.each_column(move);
    all_.first.push_back(size);
    size += size_[indicator];
  }
  all_.first.push_back(size);
  all_.each_column([size](auto& column) { column.resize(size); });
  return std::move(all_);
}

}  // namespace tiendo
