// Tested by tests/unit/model/target_list_test.cpp.
//
// A target that names what the plan does not have is never plain: its texts stand in the finding.

#include "model/target_list_maker.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace tiendo {
namespace {

constexpr std::size_t kMost = std::numeric_limits<std::uint8_t>::max();

// Whether the number fits a coefficient and a scale of a plain target.
bool fits(const Decimal& number) {
  return number.coefficient() && number.scale() <= static_cast<int>(kMost);
}

bool is_nothing(const Decimal& number) { return number.scale() == 0 && number.is_zero(); }

bool is_plain(const Condition& condition) {
  return is_bound(condition.kind) && fits(condition.value) && is_nothing(condition.upper) &&
         is_nothing(condition.tolerance) && condition.in == ChangeIn::value && !condition.then &&
         !condition.components;
}

// Whether the target says nothing that a plain one cannot say; its ids are another question.
bool is_plain(const Target& target) {
  const Decision& decision = target.decision;
  const bool decided = !decision.document.empty() || !decision.number.empty() || decision.date;
  const bool of_others = !target.lead.empty() || !target.with.empty() || !target.task_group.empty();
  const bool more = target.profile || target.projects || target.near;
  return target.project.empty() && target.layer == TargetLayer::assigned && !decided &&
         !of_others && !more && target.remarks == Remarks() && is_plain(target.condition) &&
         (!target.baseline || (!target.baseline->period && fits(target.baseline->value)));
}

bool is_change(TargetLayer layer) {
  return layer == TargetLayer::replaces || layer == TargetLayer::revised;
}

}  // namespace

void fill_in(Target& target, const PlanHead& head) {
  if (target.unit.empty()) target.unit = head.unit;
  if (target.assigner.empty()) target.assigner = head.unit;
  if (target.assigner.empty()) target.assigner = target.unit;
  if (!target.period) target.period = head.period;
}

TargetLinks TargetListMaker::links_of(const Target& target) const {
  return {position(data_.indicator_at, target.indicator), position(data_.unit_at, target.unit),
          position(data_.project_at, target.project), position(data_.unit_at, target.assigner)};
}

void TargetListMaker::add(const Target& given) {
  Target target = given;
  fill_in(target, data_.head);
  const TargetLinks links = links_of(target);
  list_.links_.push_back(links);
  if (is_plain(target) && add_plain(target, links)) return;
  list_.rows_.push_back({0, static_cast<Index>(list_.others_.size())});
  list_.others_.push_back(std::move(target));
}

bool TargetListMaker::add_plain(const Target& target, const TargetLinks& links) {
  const bool known = links.indicator != kNone && links.unit != kNone && links.assigner != kNone;
  const bool named = !target.indicator.empty() && !target.unit.empty() && !target.assigner.empty();
  if (!known || !named || !place_period(*target.period)) return false;
  const Decimal& value = target.condition.value;
  PlainTarget row{*value.coefficient(),
                  kNone,
                  target.condition.kind,
                  static_cast<std::uint8_t>(value.scale()),
                  0,
                  static_cast<std::uint8_t>(period_)};
  if (target.baseline) {
    row.other = static_cast<Index>(list_.baselines_.size());
    row.baseline_scale = static_cast<std::uint8_t>(target.baseline->value.scale());
    list_.baselines_.push_back(*target.baseline->value.coefficient());
  }
  list_.rows_.push_back(row);
  return true;
}

// Finds the place of the period, most often that of the last target.
bool TargetListMaker::place_period(const Period& period) {
  std::vector<Period>& periods = list_.periods_;
  if (period_ < periods.size() && periods[period_] == period) return true;
  const auto found = std::find(periods.begin(), periods.end(), period);
  if (found == periods.end() && periods.size() > kMost) return false;
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
  auto first = data_.by_place.begin();
  for (std::size_t bin = 0; bin <= data_.indicators.size(); ++bin) {
    const auto last = data_.by_place.begin() + ends[bin];
    if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
    first = last;
  }
}

// What another target replaces or revises is not in force on every day.
void TargetListMaker::keep_what_changes() {
  const std::vector<TargetLinks>& links = list_.links_;
  const auto alike = [&](Index a, Index b) {
    return links[a].indicator == links[b].indicator && links[a].unit == links[b].unit &&
           links[a].project == links[b].project && list_.period(a) == list_.period(b);
  };
  for (auto first = data_.by_place.begin(); first != data_.by_place.end();) {
    const auto last =
        std::find_if(first + 1, data_.by_place.end(), [&](Index at) { return !alike(*first, at); });
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
  list_.rows_[at] = {0, static_cast<Index>(list_.others_.size())};
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
