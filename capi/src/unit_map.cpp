// Tested by tests/capi/unit_map_test.c.
//
// Units as they are on a day, and what the units of one day are on another: positions in the plan,
// and shares as texts, each asked for by itself.

#include <algorithm>
#include <vector>

#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/model/unit_map.hpp"

using tiendo::Date;
using tiendo::Index;
using tiendo::Portion;
using tiendo::UnitMap;
using tiendo::capi::check_index;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::PositionsOut;
using tiendo::capi::put_text;
using tiendo::capi::read_day;
using tiendo::capi::run;

namespace {

std::int64_t position_of(Index unit) { return unit == tiendo::kNone ? -1 : std::int64_t{unit}; }

// Whether it is a unit of the plan.
Outcome check_unit(const tiendo_plan* plan, std::int64_t unit) {
  if (plan == nullptr) return null_argument("plan");
  return check_index(unit, plan->source->plan.units().size());
}

// A unit and a day, as most functions here ask for them; calls use() with the map and both.
template <class Use>
Outcome on_day(const tiendo_plan* plan, std::int64_t unit, std::int32_t day, const Use& use) {
  Date read;
  Outcome bad = check_unit(plan, unit);
  if (!bad.failed()) bad = read_day(day, read);
  if (bad.failed()) return bad;
  return use(plan->source->plan.unit_map(), static_cast<Index>(unit), read);
}

// The same of two days.
template <class Use>
Outcome on_days(const tiendo_plan* plan, std::int64_t unit, std::int32_t day, std::int32_t other,
                const Use& use) {
  Date second;
  return on_day(plan, unit, day, [&](const UnitMap& map, Index read, Date first) -> Outcome {
    Outcome bad = read_day(other, second);
    return bad.failed() ? bad : use(map, read, first, second);
  });
}

std::vector<Index> units_of(const std::vector<Portion>& portions) {
  std::vector<Index> units;
  for (const Portion& portion : portions) units.push_back(portion.unit);
  return units;
}

// How much goes to one of them: nothing where it is none of them.
Outcome share_of(const std::vector<Portion>& portions, Index heir, std::string& into) {
  const auto found = std::find_if(portions.begin(), portions.end(),
                                  [&](const Portion& portion) { return portion.unit == heir; });
  if (found == portions.end()) {
    into = "0";
    return {};
  }
  if (found->reason != tiendo::Errc::none) {
    return tiendo::capi::absence_of(tiendo::Figure(found->reason));
  }
  into = found->share.to_string();
  return {};
}

}  // namespace

tiendo_status tiendo_plan_unit_exists(tiendo_context* context, const tiendo_plan* plan,
                                      int64_t unit, int32_t day, int32_t* exists) noexcept {
  return run(context, [&]() -> Outcome {
    if (exists == nullptr) return null_argument("exists");
    return on_day(plan, unit, day, [&](const UnitMap& map, Index of, Date on) -> Outcome {
      *exists = map.exists(of, on) ? 1 : 0;
      return {};
    });
  });
}

tiendo_status tiendo_plan_unit_parent(tiendo_context* context, const tiendo_plan* plan,
                                      int64_t unit, int32_t day, int64_t* parent) noexcept {
  return run(context, [&]() -> Outcome {
    if (parent == nullptr) return null_argument("parent");
    return on_day(plan, unit, day, [&](const UnitMap& map, Index of, Date on) -> Outcome {
      *parent = position_of(map.parent_of(of, on));
      return {};
    });
  });
}

tiendo_status tiendo_plan_unit_children(tiendo_context* context, const tiendo_plan* plan,
                                        int64_t unit, int32_t day, int64_t* children,
                                        int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    const PositionsOut out{children, capacity, count};
    Outcome bad = out.check("children");
    if (bad.failed()) return bad;
    return on_day(plan, unit, day, [&](const UnitMap& map, Index of, Date on) {
      return out.put("children", map.children_of(of, on));
    });
  });
}

tiendo_status tiendo_plan_unit_name(tiendo_context* context, const tiendo_plan* plan, int64_t unit,
                                    int32_t day, tiendo_language language, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return on_day(plan, unit, day, [&](const UnitMap& map, Index of, Date on) {
        tiendo::Language words = tiendo::Language::vi;
        Outcome bad = tiendo::capi::read_language(language, words);
        if (!bad.failed()) into = map.name_of(of, on).in(words);
        return bad;
      });
    });
  });
}

tiendo_status tiendo_plan_unit_code(tiendo_context* context, const tiendo_plan* plan, int64_t unit,
                                    int32_t day, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return on_day(plan, unit, day, [&](const UnitMap& map, Index of, Date on) -> Outcome {
        into = map.code_of(of, on);
        return {};
      });
    });
  });
}

tiendo_status tiendo_plan_find_code(tiendo_context* context, const tiendo_plan* plan,
                                    const char* code, int64_t length, int32_t day,
                                    int64_t* unit) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (unit == nullptr) return null_argument("unit");
    std::string_view wanted;
    Date on;
    Outcome bad = tiendo::capi::take_text("code", code, length, wanted);
    if (!bad.failed()) bad = read_day(day, on);
    if (!bad.failed()) *unit = position_of(plan->source->plan.unit_map().find_code(wanted, on));
    return bad;
  });
}

tiendo_status tiendo_plan_unit_heirs(tiendo_context* context, const tiendo_plan* plan, int64_t unit,
                                     int32_t from, int32_t to, int64_t* heirs, int64_t capacity,
                                     int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    const PositionsOut out{heirs, capacity, count};
    Outcome bad = out.check("heirs");
    if (bad.failed()) return bad;
    return on_days(plan, unit, from, to, [&](const UnitMap& map, Index of, Date first, Date last) {
      return out.put("heirs", units_of(map.heirs_of(of, first, last)));
    });
  });
}

tiendo_status tiendo_plan_unit_predecessors(tiendo_context* context, const tiendo_plan* plan,
                                            int64_t unit, int32_t on, int32_t before,
                                            int64_t* predecessors, int64_t capacity,
                                            int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    const PositionsOut out{predecessors, capacity, count};
    Outcome bad = out.check("predecessors");
    if (bad.failed()) return bad;
    return on_days(plan, unit, on, before,
                   [&](const UnitMap& map, Index of, Date last, Date first) {
                     return out.put("predecessors", units_of(map.predecessors_of(of, last, first)));
                   });
  });
}

tiendo_status tiendo_plan_unit_share(tiendo_context* context, const tiendo_plan* plan, int64_t unit,
                                     int32_t from, int64_t heir, int32_t to, char* buffer,
                                     int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return on_days(plan, unit, from, to,
                     [&](const UnitMap& map, Index of, Date first, Date last) -> Outcome {
                       Outcome bad = check_unit(plan, heir);
                       if (bad.failed()) return bad;
                       return share_of(map.heirs_of(of, first, last), static_cast<Index>(heir),
                                       into);
                     });
    });
  });
}
