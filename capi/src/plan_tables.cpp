// Tested by tests/capi/plan_tables_test.c.
//
// Plans of which lists stand in tables: read from memory with these, and what they were read from.

#include <map>
#include <utility>

#include "handles.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/io/plan_writer.hpp"

using tiendo::PlanTable;
using tiendo::capi::check_index;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::take_bytes;
using tiendo::capi::take_text;
using tiendo::capi::unknown_number;

namespace {

// The texts of the caller, by where a reader looks for them.
using Texts = std::map<std::string, std::string_view, std::less<>>;

struct Given {
  const char* const* names;
  const char* const* texts;
  const std::int64_t* lengths;
  std::int64_t count;
};

Outcome take(const Given& given, std::string_view file, Texts& texts) {
  if (given.count < 0) return {TIENDO_E_INVALID_ARG, "count is below zero"};
  if (given.count > 0 && given.names == nullptr) return null_argument("names");
  if (given.count > 0 && given.texts == nullptr) return null_argument("texts");
  const std::string folder(file.substr(0, file.rfind('/') + 1));
  for (std::int64_t i = 0; i < given.count; ++i) {
    std::string_view name;
    std::string_view text;
    Outcome bad = take_text("a name", given.names[i], TIENDO_NTS, name);
    if (bad.failed()) return bad;
    bad = take_bytes("a text", given.texts[i], given.lengths ? given.lengths[i] : TIENDO_NTS, text);
    if (bad.failed()) return bad;
    if (!texts.emplace(folder + std::string(name), text).second) {
      return {TIENDO_E_INVALID_ARG, "the table \"" + std::string(name) + "\" is given twice"};
    }
  }
  return {};
}

Outcome text_of(const PlanTable& table, tiendo_table_text which, std::string& into) {
  switch (which) {
    case TIENDO_TABLE_LIST: into = table.list; return {};
    case TIENDO_TABLE_NAME: into = table.name; return {};
    case TIENDO_TABLE_FILE: into = table.file; return {};
    case TIENDO_TABLE_TEXT: into = table.text; return {};
    default: return unknown_number("which");
  }
}

}  // namespace

tiendo_status tiendo_plan_read_tables(tiendo_context* context, const char* text, int64_t length,
                                      const char* name, const char* const* names,
                                      const char* const* texts, const int64_t* lengths,
                                      int64_t count, tiendo_plan** plan) noexcept {
  if (plan != nullptr) *plan = nullptr;
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (plan == nullptr) return null_argument("plan");
    std::string_view bytes;
    Outcome bad = take_bytes("text", text, length, bytes);
    if (bad.failed()) return bad;
    const std::string file(tiendo::capi::name_or_none(name));
    Texts tables;
    bad = take({names, texts, lengths, count}, file, tables);
    if (bad.failed()) return bad;
    const auto load = [&](const std::string& path) -> tiendo::Result<std::string> {
      const auto found = tables.find(path);
      if (found == tables.end()) {
        return tiendo::error(tiendo::Errc::table_unreadable,
                             "the table \"" + path + "\" was not given");
      }
      if (static_cast<std::int64_t>(found->second.size()) > tiendo::kMaxPlanBytes) {
        return tiendo::error(
            tiendo::Errc::file_too_large,
            "\"" + path + "\" has more than " + std::to_string(tiendo::kMaxPlanBytes) + " bytes");
      }
      return std::string(found->second);
    };
    return tiendo::capi::read_plan_of(*context, std::string(bytes), file, load, plan);
  });
}

tiendo_status tiendo_plan_write_tables(tiendo_context* context, const tiendo_plan* plan,
                                       char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_plan(plan->source->plan, plan->source->tables);
      return {};
    });
  });
}

tiendo_status tiendo_plan_table_count(tiendo_context* context, const tiendo_plan* plan,
                                      int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (count == nullptr) return null_argument("count");
    *count = count_of(plan->source->tables.size());
    return {};
  });
}

tiendo_status tiendo_plan_table_text(tiendo_context* context, const tiendo_plan* plan,
                                     int64_t index, tiendo_table_text which, char* buffer,
                                     int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      Outcome bad = check_index(index, plan->source->tables.size());
      if (bad.failed()) return bad;
      return text_of(plan->source->tables[static_cast<std::size_t>(index)], which, into);
    });
  });
}
