// Tested by tests/capi/arrow_import_test.c.

#include "arrow_table.hpp"

#include <algorithm>

namespace tiendo::capi {
namespace {

constexpr std::array<std::string_view, 22> kNames = {
    "indicator",  "unit",      "project",     "work_stage", "period",    "period_start",
    "period_end", "form",      "standing",    "value",      "numerator", "denominator",
    "status",     "qualifier", "recorded_on", "revision",   "source",    "note",
    "value_to",   "words",     "verdict",     "judge"};

}  // namespace

Outcome column_fault(Errc code, std::string_view column, std::string sentence) {
  Outcome outcome = error(code, std::move(sentence));
  outcome.set_path('/' + std::string(column));
  return outcome;
}

Outcome ArrowTable::read(const ArrowSchema& schema) {
  if (schema.release == nullptr || schema.format == nullptr) {
    return malformed("", "the schema has been released");
  }
  if (std::string_view(schema.format) != "+s") {
    return column_fault(Errc::wrong_type, "", "a struct is needed, whose children are the columns");
  }
  if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) {
    return malformed("", "the schema has no children");
  }
  schema_ = &schema;
  at_.fill(kAbsent);
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    Outcome bad = add(schema.children[i], static_cast<std::size_t>(i));
    if (bad.failed()) return bad;
  }
  return check_needed();
}

Outcome ArrowTable::check(const ArrowArray& array) const {
  Outcome outcome;
  for (std::size_t at = 0; !outcome.failed() && at < kNames.size(); ++at) {
    ArrowColumn column;
    if (at_[at] != kAbsent) outcome = open(kNames[at], array, column);
  }
  return outcome;
}

Outcome ArrowTable::open(std::string_view name, const ArrowArray& array,
                         ArrowColumn& column) const {
  const std::size_t child = at_[place_of(name)];
  column.name = name;
  return open_column(schema_->children[child], array.children[child],
                     static_cast<std::size_t>(array.offset), static_cast<std::size_t>(array.length),
                     column);
}

std::size_t ArrowTable::place_of(std::string_view name) {
  return static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
}

Outcome ArrowTable::add(const ArrowSchema* child, std::size_t at) {
  if (child == nullptr || child->name == nullptr || child->format == nullptr) {
    return malformed("", "child " + std::to_string(at) + " has no name or no format");
  }
  const std::string_view name = child->name;
  const std::size_t place = place_of(name);
  if (place == kNames.size()) {
    return column_fault(Errc::unknown_column, name, "observations have no column of this name");
  }
  if (at_[place] != kAbsent) {
    return column_fault(Errc::duplicate_column, name, "the column stands twice");
  }
  at_[place] = at;
  return {};
}

Outcome ArrowTable::check_needed() const {
  if (!has("indicator")) {
    return column_fault(Errc::missing_column, "indicator", "the column is missing");
  }
  if (has("period") != (has("period_start") && has("period_end")) &&
      has("period_start") == has("period_end")) {
    return {};
  }
  return column_fault(Errc::missing_column, "period",
                      "period is needed, or else both period_start and period_end");
}

}  // namespace tiendo::capi
