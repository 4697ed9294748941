// Tested by tests/unit/model/task_links_test.cpp and tests/golden/errors.
//
// A target may name its group, and a group the indicators whose targets it serves. One of the two
// is enough; where both speak they have to agree.

#include "tiendo/model/task_links.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/target_list_maker.hpp"
#include "model/validator.hpp"

namespace tiendo {
namespace {

bool lists(const TaskGroup& group, const std::string& indicator) {
  return std::find(group.targets.begin(), group.targets.end(), indicator) != group.targets.end();
}

void add(Diagnostics& findings, std::string path, std::string sentence) {
  findings.push_back({Severity::warning, Errc::task_link_one_sided,
                      Place{{}, std::move(path), 0, 0}, std::move(sentence)});
}

// The target names a group that lists indicators, but not its own.
void check_target(const Plan::Data& data, const Target& target, const std::string& path,
                  Diagnostics& findings) {
  const Index at = position(data.task_group_at, target.task_group);
  if (at == kNone || data.task_groups[at].targets.empty()) return;
  if (lists(data.task_groups[at], target.indicator)) return;
  add(findings, path + "/task_group",
      "the target for \"" + target.indicator + "\" belongs to \"" + target.task_group +
          "\", which does not list it among its targets");
}

// The group lists an indicator whose targets all name other groups.
void check_group(const Plan::Data& data, const std::set<std::string_view>& named, std::size_t group,
                 std::size_t at, Diagnostics& findings) {
  if (named.empty() || named.contains({}) || named.contains(data.task_groups[group].id)) return;
  add(findings, "/plan/task_groups/" + std::to_string(group) + "/targets/" + std::to_string(at),
      '"' + data.task_groups[group].id + "\" lists \"" + data.task_groups[group].targets[at] +
          "\", whose targets all belong to other groups");
}

}  // namespace

void check_task_links(const Plan::Data& data, Diagnostics& findings) {
  const TargetList& targets = data.targets;
  const TargetPaths paths(data);
  if (data.task_groups.empty()) return;
  // The groups that the targets of an indicator name; empty for a target that names none.
  std::map<std::string_view, std::set<std::string_view>> named;
  std::vector<bool> plain(data.indicators.size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (const Target* target = targets.whole(i)) {
      named[target->indicator].insert(target->task_group);
      check_target(data, *target, paths[i], findings);
    } else if (!plain[targets.links()[i].indicator]) {
      plain[targets.links()[i].indicator] = true;
      named[targets.indicator(i)].insert(std::string_view());
    }
  }
  for (std::size_t group = 0; group < data.task_groups.size(); ++group) {
    const std::vector<std::string>& listed = data.task_groups[group].targets;
    for (std::size_t at = 0; at < listed.size(); ++at) {
      check_group(data, named[listed[at]], group, at, findings);
    }
  }
}

std::vector<Index> task_groups_of(const Plan& plan, Index target) {
  const Target* of = plan.targets().whole(target);
  const std::string& indicator = plan.targets().indicator(target);
  std::vector<Index> groups;
  for (Index i = 0; i < plan.task_groups().size(); ++i) {
    const TaskGroup& group = plan.task_groups()[i];
    const bool named = of && !of->task_group.empty();
    const bool serves = named ? group.id == of->task_group : lists(group, indicator);
    if (serves) groups.push_back(i);
  }
  return groups;
}

}  // namespace tiendo
