// Tested by tests/unit/model/succession_rules_test.cpp and tests/golden/errors.
//
// The rules of events, each one function: what an event names, how it divides, how it stands to the
// validity of its units and to the other events.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/quoted.hpp"
#include "model/unit_tree.hpp"
#include "model/validator.hpp"

namespace tiendo {
namespace {

// Of a unit and an heir in one event, where there are several of both.
constexpr std::size_t kMostPairs = 100;

bool begins_after(const ResponsibleUnit& unit, Date day) { return unit.from && *unit.from > day; }

class SuccessionRules {
 public:
  SuccessionRules(const Plan::Data& data, Diagnostics& findings)
      : data_(data), findings_(findings), references_(findings) {}

  void check() {
    for (std::size_t i = 0; i < data_.succession.size(); ++i) check_event(i);
    check_codes();
    // A tree only of what can be, and only events can be at fault in it.
    if (has_errors(findings_) || data_.succession.empty()) return;
    const UnitTree tree(data_);
    for (const TreeFault& fault : tree.faults()) name_fault(fault);
  }

 private:
  void add(Errc code, std::string path, std::string sentence) {
    findings_.push_back(
        {Severity::error, code, Place{{}, std::move(path), 0, 0}, std::move(sentence)});
  }

  void check_event(std::size_t at) {
    const Succession& event = data_.succession[at];
    const std::string path = "/succession/" + std::to_string(at);
    check_references(event, path);
    if (!check_form(event, path)) return;
    if (!event.unit.empty()) {
      check_change(event, path);
      return;
    }
    check_repetition(event, path);
    check_shares(event, path + "/to");
    for (std::size_t i = 0; i < event.from.size(); ++i) {
      check_predecessor(event, event.from[i], path + "/from/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < event.to.size(); ++i) {
      check_heir(event, event.to[i].unit, path + "/to/" + std::to_string(i) + "/unit");
    }
  }

  const ResponsibleUnit* unit_named(const std::string& id) const {
    const Index found = position(data_.unit_at, id);
    return found == kNone ? nullptr : &data_.units[found];
  }

  void check_references(const Succession& event, const std::string& path) {
    const auto require = [&](const std::string& id, const std::string& key) {
      references_.require(data_.unit_at, id, Errc::unknown_unit, path, key);
    };
    for (std::size_t i = 0; i < event.from.size(); ++i) {
      require(event.from[i], "/from/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < event.to.size(); ++i) {
      require(event.to[i].unit, "/to/" + std::to_string(i) + "/unit");
    }
    require(event.unit, "/unit");
    require(event.parent.value_or(std::string()), "/parent");
  }

  // Units become others, or one changes: one of the two, and something must be different after it.
  bool check_form(const Succession& event, const std::string& path) {
    const std::size_t before = findings_.size();
    const bool named = event.name != Name();
    const auto refuse = [&](bool wrong, const char* key, const char* why) {
      if (wrong && findings_.size() == before) add(Errc::succession_form, path + key, why);
    };
    const bool others = !event.from.empty() || !event.to.empty();
    refuse(!others && event.unit.empty(), "", "the event names no unit: give from and to, or unit");
    refuse(others && !event.unit.empty(), "/unit",
           "either units become others (from, to) or one unit changes (unit), not both");
    refuse(others && event.from.empty(), "/to",
           "nothing becomes these units; what only begins says so by its own \"from\"");
    refuse(others && event.parent, "/parent", "a new parent is of one unit that stays: give unit");
    refuse(others && named, "/name", "a new name is of one unit that stays: give unit");
    refuse(others && !event.code.empty(), "/code",
           "a new code is of one unit that stays: give unit");
    refuse(!others && !event.parent && !named && event.code.empty(), "/unit",
           "nothing changes: give a parent, a name or a code");
    const bool several = event.from.size() > 1 && event.to.size() > 1;
    refuse(
        several && event.from.size() * event.to.size() > kMostPairs, "/to",
        "several units become several others, more than 100 pairs; give an event for each group");
    refuse(event.from.size() == 1 && event.to.size() == 1 && event.from[0] == event.to[0].unit,
           "/to", "the unit becomes itself, which changes nothing");
    return findings_.size() == before;
  }

  // A unit stands once among those that become others on one day, and once among their heirs.
  void check_repetition(const Succession& event, const std::string& path) {
    for (std::size_t i = 0; i < event.from.size(); ++i) {
      if (given_up_.emplace(event.on, event.from[i]).second) continue;
      add(Errc::unit_repeated, path + "/from/" + std::to_string(i),
          quoted(event.from[i]) + " becomes others twice on " + event.on.to_string());
    }
    std::set<std::string_view> heirs;
    for (std::size_t i = 0; i < event.to.size(); ++i) {
      if (heirs.insert(event.to[i].unit).second) continue;
      add(Errc::unit_repeated, path + "/to/" + std::to_string(i) + "/unit",
          quoted(event.to[i].unit) + " is an heir twice");
    }
  }

  void check_shares(const Succession& event, const std::string& path) {
    std::size_t given = 0;
    Result<Decimal> sum = Decimal();
    for (std::size_t i = 0; i < event.to.size(); ++i) {
      const std::optional<Decimal>& share = event.to[i].share;
      if (!share) continue;
      ++given;
      if (sum) sum = *sum + *share;
      if (share->sign() > 0) continue;
      return add(Errc::share_not_positive, path + '/' + std::to_string(i) + "/share",
                 "the share " + share->to_string() + " is not above zero");
    }
    if (given == 0) return;
    if (given < event.to.size()) {
      return add(Errc::shares_incomplete, path,
                 std::to_string(given) + " of " + std::to_string(event.to.size()) +
                     " heirs have a share; give all of them one, or none");
    }
    if (sum && *sum == Decimal(1)) return;
    add(Errc::shares_not_whole, path,
        "the shares add up to " + (sum ? sum->to_string() : "too long a number") +
            "; they must be exactly 1");
  }

  void check_predecessor(const Succession& event, const std::string& id, const std::string& path) {
    const ResponsibleUnit* unit = unit_named(id);
    if (!unit) return;
    const bool lasts = goes_on(event, id);
    if (!lasts && !ends_.emplace(id, event.on).second && ends_[id] != event.on) {
      return add(Errc::unit_ends_twice, path,
                 quoted(id) + " ends on " + ends_[id].to_string() + " and again on " +
                     event.on.to_string());
    }
    const bool there = !unit->from || *unit->from < event.on;
    const bool fits = lasts ? !unit->until || *unit->until > event.on : unit->until == event.on;
    if (!there || !fits) refuse_validity(*unit, event, lasts ? "goes on" : "ends", path);
  }

  void check_heir(const Succession& event, const std::string& id, const std::string& path) {
    const ResponsibleUnit* unit = unit_named(id);
    const auto& from = event.from;
    if (!unit || std::find(from.begin(), from.end(), id) != from.end()) return;
    const bool ended = unit->until && *unit->until <= event.on;
    if (ended || begins_after(*unit, event.on)) refuse_validity(*unit, event, "is there", path);
  }

  void check_change(const Succession& event, const std::string& path) {
    const ResponsibleUnit* unit = unit_named(event.unit);
    if (!unit) return;
    const bool ended = unit->until && *unit->until <= event.on;
    if (ended || begins_after(*unit, event.on)) {
      refuse_validity(*unit, event, "changes", path + "/unit");
    }
    if (event.parent) {
      const ResponsibleUnit* above = unit_named(*event.parent);
      const bool gone = above && above->until && *above->until <= event.on;
      if (above && (gone || begins_after(*above, event.on))) {
        refuse_validity(*above, event, "takes a unit in", path + "/parent");
      }
    }
    const auto once = [&](bool changed, const char* key) {
      if (!changed || changes_.emplace(event.on, event.unit, key).second) return;
      add(Errc::change_repeated, path + key,
          quoted(event.unit) + " changes this twice on " + event.on.to_string());
    };
    once(event.parent.has_value(), "/parent");
    once(event.name != Name(), "/name");
    once(!event.code.empty(), "/code");
  }

  void refuse_validity(const ResponsibleUnit& unit, const Succession& event, const char* what,
                       const std::string& path) {
    add(Errc::succession_validity, path,
        "by this event " + quoted(unit.id) + ' ' + what + " on " + event.on.to_string() +
            ", but it exists" + (unit.from ? " from " + unit.from->to_string() : "") +
            (unit.until  ? " until " + unit.until->to_string()
             : unit.from ? " on"
                         : ""));
  }

  // The days on which a unit has a code, within its own.
  struct CodeUse {
    Date from;
    Date until;
    Index unit;
    std::size_t at;
  };

  void check_codes() {
    const Date first = *Date::from_days(Date::kFirstDay);
    const Date last = *Date::from_days(Date::kLastDay);
    std::map<std::string_view, std::vector<CodeUse>> uses;
    for (Index unit = 0; unit < data_.units.size(); ++unit) {
      const ResponsibleUnit& body = data_.units[unit];
      for (std::size_t i = 0; i < body.codes.size(); ++i) {
        const UnitCode& code = body.codes[i];
        uses[code.code].push_back({std::max(code.from.value_or(first), body.from.value_or(first)),
                                   std::min(code.until.value_or(last), body.until.value_or(last)),
                                   unit, i});
      }
    }
    for (auto& [code, list] : uses) check_code(code, list);
  }

  void check_code(std::string_view code, std::vector<CodeUse>& uses) {
    std::stable_sort(uses.begin(), uses.end(),
                     [](const CodeUse& a, const CodeUse& b) { return a.from < b.from; });
    const CodeUse* longest = nullptr;
    for (const CodeUse& use : uses) {
      if (longest && longest->unit != use.unit && use.from < longest->until &&
          use.from < use.until) {
        add(Errc::code_ambiguous,
            "/units/" + std::to_string(use.unit) + "/codes/" + std::to_string(use.at) + "/code",
            "on " + use.from.to_string() + " both " + quoted(data_.units[longest->unit].id) +
                " and " + quoted(data_.units[use.unit].id) + " have the code " + quoted(code));
      }
      if (!longest || use.until > longest->until) longest = &use;
    }
  }

  void name_fault(const TreeFault& fault) {
    const std::string path = "/succession/" + std::to_string(fault.event);
    const std::string unit = quoted(data_.units[fault.unit].id);
    const std::string on = data_.succession[fault.event].on.to_string();
    if (fault.code == Errc::parent_ended) {
      add(fault.code, path + "/to",
          unit + " becomes several units on " + on +
              ", and it is not said where what stands below it goes; move it by events");
    } else if (fault.code == Errc::unit_cycle) {
      add(fault.code, path, "from " + on + " on " + unit + " would be its own ancestor");
    } else if (fault.code == Errc::succession_form) {
      add(fault.code, path,
          "by " + on + " the events have moved more than " + std::to_string(kMostUnitMoves) +
              " units");
    } else {
      add(fault.code, path,
          "from " + on + " on " + unit + " would be nested deeper than " +
              std::to_string(kMostUnitLevels) + " levels");
    }
  }

  const Plan::Data& data_;
  Diagnostics& findings_;
  References references_;
  std::set<std::pair<Date, std::string_view>> given_up_;
  std::map<std::string_view, Date> ends_;
  std::set<std::tuple<Date, std::string_view, std::string_view>> changes_;
};

// From the day of the event on, unless a code from that day on is there; what stood until then
// ends, unless it says itself until when.
void add_code(ResponsibleUnit& unit, const std::string& code, Date on) {
  std::optional<Date> next;
  for (UnitCode& other : unit.codes) {
    if (other.from == on) return;
    if (other.from && *other.from > on) {
      next = std::min(next.value_or(*other.from), *other.from);
    } else if (!other.until) {
      other.until = on;
    }
  }
  unit.codes.push_back({code, on, next});
}

// The first day on which an event finds the unit there, as one that becomes others.
std::map<std::string_view, Date> known_since(const std::vector<Succession>& events) {
  std::map<std::string_view, Date> known;
  for (const Succession& event : events) {
    for (const std::string& id : event.from) {
      const auto found = known.emplace(id, event.on).first;
      found->second = std::min(found->second, event.on);
    }
  }
  return known;
}

}  // namespace

void fill_in_succession(Plan::Data& data) {
  const auto unit_named = [&](const std::string& id) {
    const Index found = position(data.unit_at, id);
    return found == kNone ? nullptr : &data.units[found];
  };
  const std::map<std::string_view, Date> known = known_since(data.succession);
  for (const std::size_t at : events_in_order(data.succession)) {
    const Succession& event = data.succession[at];
    for (const std::string& id : event.from) {
      ResponsibleUnit* unit = unit_named(id);
      if (!unit || unit->until || goes_on(event, id)) continue;
      if (!unit->from || *unit->from < event.on) unit->until = event.on;
    }
    for (const Heir& heir : event.to) {
      ResponsibleUnit* unit = unit_named(heir.unit);
      if (!unit || unit->from || (unit->until && *unit->until <= event.on)) continue;
      const auto earlier = known.find(heir.unit);
      if (earlier == known.end() || earlier->second > event.on) unit->from = event.on;
    }
    ResponsibleUnit* unit = unit_named(event.unit);
    if (unit && !event.code.empty()) add_code(*unit, event.code, event.on);
  }
}

void check_succession(const Plan::Data& data, Diagnostics& findings) {
  SuccessionRules(data, findings).check();
}

}  // namespace tiendo
