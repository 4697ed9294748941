// Tested by tests/unit/model/target_list_test.cpp.
//
// A target that names what the plan does not have is never plain: its texts stand in the finding.

#include "model/target_list_maker.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "model/plain_target.hpp"

namespace tiendo {
namespace {

// Of fewer rows another thread takes none.
constexpr std::size_t kLeastRows = 8192;

bool is_change(TargetLayer layer) {
  return layer == TargetLayer::replaces || layer == TargetLayer::revised;
}

// The same; much room behind them would stay as long as the plan.
template <class T>
std::vector<T> without_slack(std::vector<T> all) {
  if (all.capacity() - all.size() > all.size() / 4) all.shrink_to_fit();
  return all;
}

// Of each word what it is the id of, looked up when it is first asked for.
class WordPositions {
 public:
  WordPositions(const Positions& positions, const std::vector<std::string>& words)
      : positions_(positions), words_(words), found_(words.size(), kUnknown) {}

  Index operator[](Index word) {
    if (word == kNone) return kNone;
    if (found_[word] == kUnknown) found_[word] = position(positions_, words_[word]);
    return found_[word];
  }

 private:
  static constexpr Index kUnknown = kNone - 1;  // not looked up

  const Positions& positions_;
  const std::vector<std::string>& words_;
  std::vector<Index> found_;
};

}  // namespace

void fill_in(Target& target, const PlanHead& head) {
  if (target.unit.empty()) target.unit = head.unit;
  if (target.assigner.empty()) target.assigner = head.unit;
  if (target.assigner.empty()) target.assigner = target.unit;
  if (!target.period) target.period = head.period;
}

TargetLinks TargetListMaker::links_of(const Target& target) const {
  return {position(data_.indicator_at, target.indicator), position(data_.unit_at, target.unit),
          target.project.empty() ? kNone : position(data_.project_at, target.project),
          position(data_.unit_at, target.assigner)};
}

void TargetListMaker::add(Target given) {
  const auto [links, row] = listed(std::move(given));
  list_.links_.push_back(links);
  list_.rows_.push_back(row);
}

// What stands in the list for a target; what its row refers to is there.
std::pair<TargetLinks, PlainTarget> TargetListMaker::listed(Target target) {
  fill_in(target, data_.head);
  const TargetLinks links = links_of(target);
  if (const std::optional<PlainTarget> row = plain_row(target, links)) return {links, *row};
  list_.others_.push_back(std::move(target));
  return {links, kept_whole(list_.others_.size() - 1)};
}

// A row that names what there is not goes the way of those that are not plain.
void TargetListMaker::begin_with(TargetRows given) {
  for (Target& target : given.open_) add(std::move(target));
  if (given.is_open_) return;
  const std::vector<std::size_t> others = link_plain_rows(given);
  const auto is_whole = [&](std::size_t at) { return given.rows_[at].kind == ConditionKind::none; };
  std::vector<Target> unknown;  // what names what there is not
  for (const std::size_t at : others) {
    if (!is_whole(at)) unknown.push_back(given.made(at));
  }
  // Rows that have been linked refer to them still.
  list_.baselines_ = without_slack(std::move(given.baselines_));
  auto next = unknown.begin();
  for (const std::size_t at : others) {
    PlainTarget& row = given.rows_[at];
    Target target = is_whole(at) ? std::move(given.others_[row.other]) : std::move(*next++);
    std::tie(given.ids_[at], row) = listed(std::move(target));
  }
  list_.links_ = without_slack(std::move(given.ids_));
  list_.rows_ = without_slack(std::move(given.rows_));
}

// What fill_in() does, in numbers, where they stand. @return the rows for which it cannot
std::vector<std::size_t> TargetListMaker::link_plain_rows(TargetRows& given) {
  const Index own = data_.head.unit.empty() ? kNone : position(data_.unit_at, data_.head.unit);
  const bool is_unknown = own == kNone && !data_.head.unit.empty();
  const std::vector<int> periods = places_of(given.periods_);
  const std::size_t parts = std::clamp<std::size_t>(given.size() / kLeastRows, 1, team_.threads());
  std::vector<std::vector<std::size_t>> others(parts);
  team_.each(parts, [&](std::size_t part) {
    WordPositions indicators(data_.indicator_at, given.words_);
    WordPositions units(data_.unit_at, given.words_);
    const std::size_t end = (part + 1) * given.size() / parts;
    for (std::size_t at = part * given.size() / parts; at < end; ++at) {
      TargetLinks& ids = given.ids_[at];
      PlainTarget& row = given.rows_[at];
      TargetLinks links{indicators[ids.indicator], ids.unit == kNone ? own : units[ids.unit], kNone,
                        ids.assigner == kNone ? own : units[ids.assigner]};
      if (ids.assigner == kNone && data_.head.unit.empty()) links.assigner = links.unit;
      const bool known = links.indicator != kNone && links.unit != kNone && links.assigner != kNone;
      const bool plain = row.kind != ConditionKind::none;
      if (!plain || !known || is_unknown || periods[row.period] < 0) {
        others[part].push_back(at);
        continue;
      }
      ids = links;
      row.period = static_cast<std::uint8_t>(periods[row.period]);
    }
  });
  std::vector<std::size_t> all;
  for (const std::vector<std::size_t>& part : others) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

// Where each of the periods stands in the list, less than zero where there is
// no more room.
std::vector<int> TargetListMaker::places_of(const std::vector<std::optional<Period>>& periods) {
  std::vector<int> places;
  for (const std::optional<Period>& period : periods) {
    const bool placed = place_period(period.value_or(data_.head.period));
    places.push_back(placed ? static_cast<int>(period_) : -1);
  }
  return places;
}

// Nothing where it cannot be plain.
std::optional<PlainTarget> TargetListMaker::plain_row(const Target& target,
                                                      const TargetLinks& links) {
  if (!is_plain(target)) return std::nullopt;
  const bool known = links.indicator != kNone && links.unit != kNone && links.assigner != kNone;
  const bool named = !target.indicator.empty() && !target.unit.empty() && !target.assigner.empty();
  if (!known || !named || !place_period(*target.period)) return std::nullopt;
  return plain_target(target, static_cast<std::uint8_t>(period_), list_.baselines_);
}

// Finds the place of the period, most often that of the last target.
bool TargetListMaker::place_period(const Period& period) {
  std::vector<Period>& periods = list_.periods_;
  if (period_ < periods.size() && periods[period_] == period) return true;
  const auto found = std::find(periods.begin(), periods.end(), period);
  if (found == periods.end() && periods.size() == kMostPlainPeriods) return false;
  period_ = static_cast<std::size_t>(found - periods.begin());
  if (found == periods.end()) periods.push_back(period);
  return true;
}

void TargetListMaker::finish() {
  sort_by_place();
  const auto changes = [](const Target& target) { return is_change(target.layer); };
  const std::vector<Target>& others = list_.others_;
  if (std::any_of(others.begin(), others.end(), changes)) keep_what_changes();
}

// By indicator in one pass; then, where a part is not in order already, by the rest. What names an
// unknown indicator stands last.
void TargetListMaker::sort_by_place() {
  const std::vector<TargetLinks>& links = list_.links_;
  const auto bin_of = [&](Index at) {
    return std::min<std::size_t>(links[at].indicator, data_.indicators.size());
  };
  std::vector<Index> ends(data_.indicators.size() + 2);
  for (Index at = 0; at < links.size(); ++at) ++ends[bin_of(at) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  data_.by_place.resize(links.size());
  for (Index at = 0; at < links.size(); ++at) data_.by_place[ends[bin_of(at)]++] = at;
  const auto key_of = [&](Index at) {
    return std::tuple(links[at].unit, links[at].project + 1, list_.period(at), at);
  };
  const auto before = [&](Index a, Index b) {
    if (links[a].unit != links[b].unit) return links[a].unit < links[b].unit;
    return key_of(a) < key_of(b);
  };
  team_.each(data_.indicators.size() + 1, [&](std::size_t bin) {
    const auto first = data_.by_place.begin() + (bin == 0 ? 0 : ends[bin - 1]);
    const auto last = data_.by_place.begin() + ends[bin];
    if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
  });
}

// What another target replaces or revises is not in force on every day.
void TargetListMaker::keep_what_changes() {
  for (auto first = data_.by_place.begin(); first != data_.by_place.end();) {
    const auto last = std::find_if(first + 1, data_.by_place.end(),
                                   [&](Index at) { return !list_.alike(*first, at); });
    const bool changes = last - first > 1 && std::any_of(first, last, [&](Index at) {
                           return is_change(list_.layer(at));
                         });
    if (changes) std::for_each(first, last, [&](Index at) { keep_whole(at); });
    first = last;
  }
}

void TargetListMaker::keep_whole(Index at) {
  if (!list_.is_plain(at)) return;
  Target target = list_[at];
  list_.rows_[at] = kept_whole(list_.others_.size());
  list_.others_.push_back(std::move(target));
}

TargetPaths::TargetPaths(const Plan::Data& data) : first_of_project_{data.targets.size()} {
  for (auto project = data.projects.rbegin(); project != data.projects.rend(); ++project) {
    first_of_project_.push_back(first_of_project_.back() - project->targets.size());
  }
  std::reverse(first_of_project_.begin(), first_of_project_.end());
}

std::string TargetPaths::operator[](std::size_t target) const {
  const auto after = std::upper_bound(first_of_project_.begin(), first_of_project_.end(), target);
  if (after == first_of_project_.begin()) return "/plan/targets/" + std::to_string(target);
  return "/plan/projects/" + std::to_string(after - first_of_project_.begin() - 1) + "/targets/" +
         std::to_string(target - *(after - 1));
}

}  // namespace tiendo
