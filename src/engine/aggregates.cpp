// Tested by tests/unit/engine/aggregates_test.cpp and tests/oracle/aggregates_oracle_test.cpp.

#include "tiendo/engine/aggregates.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Which figures are there.
std::vector<std::size_t> present(std::span<const Figure> figures) {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i]) positions.push_back(i);
  }
  return positions;
}

bool has_order(Direction better) { return better == Direction::more || better == Direction::less; }

bool is_better(const Ratio& a, const Ratio& b, Direction better) {
  return better == Direction::more ? a > b : a < b;
}

// Why the figures have no mean before any of them is looked at; none if they may have one.
Errc refusal(std::span<const Figure> figures, std::size_t there, std::size_t count,
             const Ratio& least_available) {
  if (figures.empty() || count == 0) return Errc::nothing_to_count;
  if (there == 0) return figures.front().reason;
  // Of two numbers of figures there is always a quotient.
  const Ratio available =
      *(Ratio(static_cast<std::int64_t>(there)) / Ratio(static_cast<std::int64_t>(figures.size())));
  if (available < least_available || there < count) return Errc::too_little_available;
  return Errc::none;
}

}  // namespace

Mean weighted_mean(std::span<const Weighted> parts, const Ratio& least_available) {
  if (parts.empty()) return {Errc::nothing_to_count, Errc::nothing_to_count};
  Result<Ratio> sum = Ratio(0);
  Result<Ratio> there = Ratio(0);
  Result<Ratio> all = Ratio(0);
  bool any = false;
  for (const Weighted& part : parts) {
    if (part.weight.sign() < 0) return {Errc::weight_negative, Errc::weight_negative};
    all = all + part.weight;
    if (!part.figure) continue;
    any = true;
    there = there + part.weight;
    sum = sum + part.weight * *part.figure;
  }
  if (all && all->is_zero()) return {Errc::no_weight, Errc::no_weight};
  const Figure available = there / all;
  if (!available) return {available.reason, available.reason};
  if (!any) return {parts.front().figure.reason, available};
  if (*available < least_available) return {Errc::too_little_available, available};
  if (there->is_zero()) return {Errc::no_weight, available};
  return {sum / there, available};
}

Worst worst(std::span<const Figure> figures, Direction better, const Ratio& least_available) {
  return mean_of_worst(figures, 1, better, least_available);
}

Worst mean_of_worst(std::span<const Figure> figures, std::size_t count, Direction better,
                    const Ratio& least_available) {
  if (!has_order(better)) return {Errc::no_order, {}};
  std::vector<std::size_t> order = present(figures);
  const Errc refused = refusal(figures, order.size(), count, least_available);
  if (refused != Errc::none) return {refused, {}};
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return is_better(*figures[b], *figures[a], better);
  });
  order.resize(count);
  Result<Ratio> sum = Ratio(0);
  for (const std::size_t position : order) sum = sum + *figures[position];
  return {sum / Ratio(static_cast<std::int64_t>(count)), order};
}

Result<Ratio> contribution(const Change& part, const Ratio& whole_before) {
  if (whole_before.is_zero()) return error(Errc::base_zero);
  return Ratio(100) * (part.now - part.before) / whole_before.abs();
}

Result<Ratio> share_of_increment(const Change& part, const Change& whole) {
  return Ratio(100) * (part.now - part.before) / (whole.now - whole.before);
}

Result<Ratio> contribution_of(const Ratio& share_of_increment, const Ratio& growth) {
  return share_of_increment * growth / Ratio(100);
}

std::vector<Rank> ranks(std::span<const Figure> figures, Direction better) {
  std::vector<Rank> result;
  for (const Figure& figure : figures) {
    result.push_back({{}, has_order(better) ? figure.reason : Errc::no_order});
  }
  if (!has_order(better)) return result;
  std::vector<std::size_t> order = present(figures);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return is_better(*figures[a], *figures[b], better);
  });
  for (std::size_t first = 0, next = 0; first < order.size(); first = next) {
    while (next < order.size() && *figures[order[next]] == *figures[order[first]]) ++next;
    for (std::size_t i = first; i < next; ++i) {
      result[order[i]] = {static_cast<int>(first) + 1, Errc::none, static_cast<int>(next - first)};
    }
  }
  return result;
}

}  // namespace tiendo
