// Tested by tests/unit/engine/bands_test.cpp and tests/oracle/bands_oracle_test.cpp.
//
// Sorted by their lower ends, bands overlap if and only if two neighbours do.

#include "tiendo/engine/bands.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {
namespace {

bool is_empty(const Band& band) {
  if (!band.low || !band.high) return false;
  return *band.high < *band.low || (*band.high == *band.low && !(band.has_low && band.has_high));
}

// Whether the band begins before the other: without an end first, of one value the end that is
// included.
bool begins_before(const Band& a, const Band& b) {
  if (!a.low || !b.low) return !a.low && b.low;
  return *a.low < *b.low || (*a.low == *b.low && a.has_low && !b.has_low);
}

// What is wrong between a band and the next; none if they meet.
Errc between(const Band& below, const Band& above) {
  if (!below.high || !above.low || *above.low < *below.high) return Errc::bands_overlap;
  if (*below.high < *above.low) return Errc::bands_gap;
  if (below.has_high == above.has_low) {
    return below.has_high ? Errc::bands_overlap : Errc::bands_gap;
  }
  return Errc::none;
}

Diagnostic finding(Errc code, std::size_t band, const std::string& detail) {
  return {Severity::error, code, Place{{}, "/bands/" + std::to_string(band), 0, 0},
          std::string(text_of(code)) + ": " + detail};
}

std::string shown(const std::optional<Ratio>& end) { return end ? end->to_string() : "-"; }

}  // namespace

std::string to_string(const TableName& name) { return name.id + '@' + name.version; }

bool Band::contains(const Ratio& value) const {
  if (low && (value < *low || (value == *low && !has_low))) return false;
  return !high || value < *high || (value == *high && has_high);
}

Checked<BandTable> BandTable::of(TableName name, std::vector<Band> bands) {
  Checked<BandTable> result;
  Diagnostics& found = result.diagnostics;
  if (bands.empty()) {
    found.push_back({Severity::error, Errc::table_empty, {}, error(Errc::table_empty).sentence});
    return result;
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!is_empty(bands[i])) continue;
    found.push_back(
        finding(Errc::band_empty, i, shown(bands[i].low) + " to " + shown(bands[i].high)));
  }
  if (!found.empty()) return result;
  std::vector<std::size_t> order(bands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return begins_before(bands[a], bands[b]); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Band& below = bands[order[i - 1]];
    const Band& above = bands[order[i]];
    const Errc code = between(below, above);
    if (code == Errc::none) continue;
    found.push_back(finding(code, order[i],
                            below.label.code + " ends at " + shown(below.high) + ", " +
                                above.label.code + " begins at " + shown(above.low)));
  }
  if (!found.empty()) return result;
  std::vector<Band> sorted;
  for (const std::size_t position : order) sorted.push_back(std::move(bands[position]));
  result.value = BandTable(std::move(name), std::move(sorted));
  return result;
}

Checked<BandTable> BandTable::of_cuts(TableName name, BandLabel lowest,
                                      const std::vector<Cut>& cuts) {
  std::vector<Band> bands;
  Band next{std::move(lowest), {}, {}};
  for (const Cut& cut : cuts) {
    next.high = cut.value;
    next.has_high = !cut.belongs_above;
    bands.push_back(std::move(next));
    next = {cut.above, cut.value, {}, cut.belongs_above};
  }
  bands.push_back(std::move(next));
  return of(std::move(name), std::move(bands));
}

const Band* BandTable::band_of(const Ratio& value) const {
  for (const Band& band : bands_) {
    if (band.contains(value)) return &band;
  }
  return nullptr;
}

Result<ScoreTable> ScoreTable::of(TableName name, std::vector<Knot> knots, Ends ends) {
  if (knots.size() < 2) return error(Errc::table_empty);
  if (knots.back().value < knots.front().value) std::reverse(knots.begin(), knots.end());
  const bool rises = knots.front().score <= knots.back().score;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot& left = knots[i - 1];
    const Knot& right = knots[i];
    const bool follows = rises ? left.score <= right.score : left.score >= right.score;
    if (left.value < right.value && follows) continue;
    return error(Errc::knots_disordered, std::string(text_of(Errc::knots_disordered)) + ": " +
                                             left.value.to_string() + " and " +
                                             right.value.to_string());
  }
  return ScoreTable(std::move(name), std::move(knots), ends);
}

Result<Ratio> ScoreTable::score_of(const Ratio& value) const {
  const Knot& first = knots_.front();
  const Knot& last = knots_.back();
  if (ends_ != Ends::extended && (value < first.value || value > last.value)) {
    if (ends_ == Ends::refused) return error(Errc::outside_table);
    return value < first.value ? first.score : last.score;
  }
  // The first knot above the value, but neither the first of all nor beyond the last.
  const auto right = std::find_if(knots_.begin() + 1, knots_.end() - 1,
                                  [&](const Knot& knot) { return value <= knot.value; });
  const Knot& left = *(right - 1);
  return left.score +
         (value - left.value) * (right->score - left.score) / (right->value - left.value);
}

}  // namespace tiendo
