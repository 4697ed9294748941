// Tested by tests/capi/plan_values_test.c.
//
// What stands in the parts of a plan, by the keys of the plan format, what they have to do
// with each other, and the plan as its file.

#include <algorithm>
#include <vector>

#include "fractions.hpp"
#include "handles.hpp"
#include "tiendo/io/part_values.hpp"
#include "tiendo/io/plan_writer.hpp"
#include "tiendo/model/task_links.hpp"

using tiendo::Plan;
using tiendo::capi::check_index;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::take_text;
using tiendo::capi::unknown_number;

namespace {

// Calls use() with a part of the plan.
template <class Use>
Outcome with_part(const Plan& plan, tiendo_part part, std::int64_t index, const Use& use) {
  const auto at = [&](const auto& parts) -> Outcome {
    Outcome bad = check_index(index, parts.size());
    return bad.failed() ? bad : use(parts[static_cast<std::size_t>(index)]);
  };
  switch (part) {
    case TIENDO_PART_MEASURES: return at(plan.measures());
    case TIENDO_PART_UNITS: return at(plan.units());
    case TIENDO_PART_INDICATORS: return at(plan.indicators());
    case TIENDO_PART_TARGETS: return at(plan.targets());
    case TIENDO_PART_PROJECTS: return at(plan.projects());
    case TIENDO_PART_TASK_GROUPS: return at(plan.task_groups());
    case TIENDO_PART_SUCCESSION: return at(plan.succession());
    case TIENDO_PART_HEAD: {
      Outcome bad = check_index(index, 1);
      return bad.failed() ? bad : use(plan.head());
    }
    default: return unknown_number("part");
  }
}

// The part and the path that the functions about values share.
struct PathIn {
  const tiendo_plan* plan;
  tiendo_part part;
  std::int64_t index;
  const char* path;
  std::int64_t path_length;
};

// Calls use() with the plan, the part and the path.
template <class Use>
Outcome with_path(const PathIn& in, const Use& use) {
  if (in.plan == nullptr) return null_argument("plan");
  std::string_view path;
  Outcome bad = take_text("path", in.path, in.path_length, path);
  if (bad.failed()) return bad;
  const Plan& plan = in.plan->source->plan;
  return with_part(plan, in.part, in.index,
                   [&](const auto& part) { return use(plan, part, path); });
}

Outcome put_result(const tiendo::Result<std::string>& result, std::string& into) {
  if (!result) return result.error();
  into = *result;
  return {};
}

Outcome position(const Plan& plan, tiendo_part part, std::string_view id, tiendo::Index& found) {
  switch (part) {
    case TIENDO_PART_MEASURES: found = plan.find_measure(id); return {};
    case TIENDO_PART_UNITS: found = plan.find_unit(id); return {};
    case TIENDO_PART_INDICATORS: found = plan.find_indicator(id); return {};
    case TIENDO_PART_PROJECTS: found = plan.find_project(id); return {};
    case TIENDO_PART_TASK_GROUPS: found = plan.find_task_group(id); return {};
    default: return unknown_number("part");
  }
}

Outcome read_measure(const Plan& plan, std::string_view name, const char* id,
                     const tiendo::Measure*& measure) {
  if (id == nullptr) return null_argument(name);
  tiendo::Index found = tiendo::kNone;
  Outcome bad = tiendo::capi::find_measure(plan, id, found);
  if (!bad.failed()) measure = &plan.measures()[found];
  return bad;
}

// The values of all parts of a kind, and where each ends.
Outcome put_column(const Plan& plan, tiendo_part part, std::string_view path, std::string& into,
                   std::vector<std::int64_t>& ends) {
  const auto all = [&](const auto& parts) -> Outcome {
    for (const auto& one : parts) {
      const tiendo::Result<std::string> value = tiendo::value_at(plan, one, path);
      if (!value) {
        Outcome bad = value.error();
        bad.row = count_of(ends.size()) - 1;
        return bad;
      }
      into += *value;
      ends.push_back(count_of(into.size()));
    }
    return {};
  };
  switch (part) {
    case TIENDO_PART_MEASURES: return all(plan.measures());
    case TIENDO_PART_UNITS: return all(plan.units());
    case TIENDO_PART_INDICATORS: return all(plan.indicators());
    case TIENDO_PART_TARGETS: return all(plan.targets());
    case TIENDO_PART_PROJECTS: return all(plan.projects());
    case TIENDO_PART_TASK_GROUPS: return all(plan.task_groups());
    case TIENDO_PART_SUCCESSION: return all(plan.succession());
    default: return unknown_number("part");
  }
}

Outcome find_links(const Plan& plan, tiendo_link link, std::int64_t index,
                   std::vector<tiendo::Index>& found) {
  const bool of_target = link == TIENDO_LINK_TASK_GROUPS;
  if (!of_target && link != TIENDO_LINK_FORMULA) return unknown_number("link");
  Outcome bad = check_index(index, of_target ? plan.targets().size() : plan.indicators().size());
  if (bad.failed()) return bad;
  const auto at = static_cast<tiendo::Index>(index);
  if (of_target) {
    found = tiendo::task_groups_of(plan, at);
  } else if (const tiendo::IndicatorFormula* formula = plan.formula_of(at)) {
    found = formula->indicators;
  }
  return bad;
}

}  // namespace

tiendo_status tiendo_plan_find(tiendo_context* context, const tiendo_plan* plan, tiendo_part part,
                               const char* id, int64_t length, int64_t* index) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (index == nullptr) return null_argument("index");
    std::string_view wanted;
    tiendo::Index found = tiendo::kNone;
    Outcome bad = take_text("id", id, length, wanted);
    if (!bad.failed()) bad = position(plan->source->plan, part, wanted, found);
    if (!bad.failed()) *index = found == tiendo::kNone ? -1 : std::int64_t{found};
    return bad;
  });
}

tiendo_status tiendo_plan_value(tiendo_context* context, const tiendo_plan* plan, tiendo_part part,
                                int64_t index, const char* path, int64_t path_length, char* buffer,
                                int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return with_path({plan, part, index, path, path_length},
                       [&](const Plan& of, const auto& one, std::string_view at) {
                         return put_result(tiendo::value_at(of, one, at), into);
                       });
    });
  });
}

tiendo_status tiendo_plan_value_count(tiendo_context* context, const tiendo_plan* plan,
                                      tiendo_part part, int64_t index, const char* path,
                                      int64_t path_length, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (count == nullptr) return null_argument("count");
    return with_path({plan, part, index, path, path_length},
                     [&](const Plan& of, const auto& one, std::string_view at) -> Outcome {
                       const tiendo::Result<std::size_t> found = tiendo::count_at(of, one, at);
                       if (!found) return found.error();
                       *count = count_of(*found);
                       return {};
                     });
  });
}

tiendo_status tiendo_plan_value_key(tiendo_context* context, const tiendo_plan* plan,
                                    tiendo_part part, int64_t index, const char* path,
                                    int64_t path_length, int64_t item, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      if (item < 0) return {TIENDO_E_INVALID_ARG, "item is below zero"};
      return with_path({plan, part, index, path, path_length}, [&](const Plan& of, const auto& one,
                                                                   std::string_view at) {
        return put_result(tiendo::key_at(of, one, at, static_cast<std::size_t>(item)), into);
      });
    });
  });
}

tiendo_status tiendo_plan_column(tiendo_context* context, const tiendo_plan* plan, tiendo_part part,
                                 const char* path, int64_t path_length, int64_t* offsets,
                                 char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    std::string_view wanted;
    std::vector<std::int64_t> ends = {0};
    Outcome bad = take_text("path", path, path_length, wanted);
    if (bad.failed()) return bad;
    bad = put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      if (offsets == nullptr) return null_argument("offsets");
      return put_column(plan->source->plan, part, wanted, into, ends);
    });
    if (!bad.failed()) std::copy(ends.begin(), ends.end(), offsets);
    return bad;
  });
}

tiendo_status tiendo_plan_links(tiendo_context* context, const tiendo_plan* plan, tiendo_link link,
                                int64_t index, int64_t* positions, int64_t capacity,
                                int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    const tiendo::capi::PositionsOut out{positions, capacity, count};
    std::vector<tiendo::Index> found;
    Outcome bad = out.check("positions");
    if (!bad.failed()) bad = find_links(plan->source->plan, link, index, found);
    return bad.failed() ? bad : out.put("positions", found);
  });
}

tiendo_status tiendo_plan_convert(tiendo_context* context, const tiendo_plan* plan,
                                  const char* value, int64_t value_length, const char* from,
                                  const char* to, char* buffer, int64_t capacity,
                                  int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const Plan& known = plan->source->plan;
      const tiendo::Measure* of = nullptr;
      const tiendo::Measure* wanted = nullptr;
      tiendo::Ratio amount;
      Outcome bad = tiendo::capi::read_fraction("value", value, value_length, amount);
      if (!bad.failed()) bad = read_measure(known, "from", from, of);
      if (!bad.failed()) bad = read_measure(known, "to", to, wanted);
      if (bad.failed()) return bad;
      const auto converted = tiendo::convert(amount, *of, *wanted);
      if (!converted) return converted.error();
      into = converted->to_string();
      return {};
    });
  });
}

tiendo_status tiendo_plan_write(tiendo_context* context, const tiendo_plan* plan, char* buffer,
                                int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_plan(plan->source->plan);
      return {};
    });
  });
}
