// Tested by tests/unit/io/part_tables_test.cpp,
// tests/unit/io/plain_parts_test.cpp and tests/unit/io/part_columns_test.cpp.
//
// A cell that could be wrong, or mean something else, makes the row none of
// these: nothing is refused here.

#include "io/plain_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/json_fields.hpp"

namespace tiendo {
namespace {

// Of each name the role, `other` where it has none.
template <class Role, std::size_t size>
std::vector<Role> roles_of(const std::vector<std::string_view>& names,
                           const std::array<std::pair<std::string_view, Role>, size>& all) {
  std::vector<Role> roles;
  for (const std::string_view name : names) {
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const auto& one) { return one.first == name; });
    roles.push_back(found == all.end() ? Role::other : found->second);
  }
  return roles;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

PlainTargets::PlainTargets(const std::vector<std::string_view>& columns, PlanBuilder& builder,
                           std::size_t most_rows)
    : builder_(&builder), most_rows_(most_rows) {
  constexpr std::array<std::pair<std::string_view, Role>, 9> kRoles = {{
      {"indicator", Role::indicator},
      {"unit", Role::unit},
      {"assigner", Role::assigner},
      {"layer", Role::layer},
      {"period", Role::period},
      {"condition", Role::condition},
      {"value", Role::value},
      {"baseline", Role::baseline},
      {"baseline.value", Role::baseline},
  }};
  roles_ = roles_of(columns, kRoles);
}

PlainTargets PlainTargets::of_second_part() const {
  PlainTargets part({}, *builder_, static_cast<std::size_t>(-1));
  part.roles_ = roles_;
  return part;
}

bool PlainTargets::knows_columns() const {
  return std::find(roles_.begin(), roles_.end(), Role::other) == roles_.end();
}

bool PlainTargets::take(const PlainRow& fields) { return take_fields(fields); }
bool PlainTargets::take(const std::vector<PlainField>& fields) { return take_fields(fields); }

template <class Fields>
bool PlainTargets::take_fields(const Fields& fields) {
  Row row;
  for (std::size_t at = 0; at < roles_.size(); ++at) {
    const PlainField field = fields[at];
    if (field.size > 0 && !read(roles_[at], field, row)) return false;
  }
  if (row.ids[0] == kNone || row.kind == ConditionKind::none || !row.value.there) return false;
  keep(row);
  if (kinds_.size() == most_rows_) flush();
  return true;
}

bool PlainTargets::read(Role role, const PlainField& field, Row& row) {
  switch (role) {
    case Role::indicator:
    case Role::unit:
    case Role::assigner: row.ids[static_cast<std::size_t>(role)] = number_of(field); return true;
    case Role::layer: return field.text() == name_of(TargetLayer::assigned);
    case Role::period: return read_period(field.text(), row.period);
    case Role::condition: return read_kind(field.text(), row.kind);
    case Role::value: return read_number(field.text(), row.value);
    case Role::baseline: return !row.baseline.there && read_number(field.text(), row.baseline);
    case Role::other: return false;
  }
  return false;
}

bool PlainTargets::read_period(std::string_view text, std::optional<Period>& period) {
  if (last_period_.text != text) {
    const Result<Period> read = Period::parse(text);
    if (!read) return false;
    last_period_ = {text, *read};
  }
  period = last_period_.value;
  return true;
}

bool PlainTargets::read_kind(std::string_view text, ConditionKind& kind) {
  if (last_kind_.text != text) {
    const auto read = enumerator_named<ConditionKind>(text, 1);
    if (!read || !is_bound(*read)) return false;
    last_kind_ = {text, *read};
  }
  kind = last_kind_.value;
  return true;
}

// Digits with a point between them, and no more of them than fit whatever they
// are.
bool PlainTargets::read_number(std::string_view text, Number& number) {
  constexpr std::size_t kMostDigits = 18;
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits + 1) return false;
  std::uint64_t size = 0;  // which may have one digit too many
  std::size_t point = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '.' && point == text.size()) {
      point = at;
    } else if (is_digit(text[at])) {
      size = size * 10 + static_cast<std::uint64_t>(text[at] - '0');
    } else {
      return false;
    }
  }
  const bool whole = point == text.size();
  if (point == 0 || point + 1 == text.size() || (whole && text.size() > kMostDigits)) return false;
  const std::size_t scale = whole ? 0 : text.size() - point - 1;
  const auto value = static_cast<std::int64_t>(size);
  number = {negative ? -value : value, static_cast<std::uint8_t>(scale), true};
  return true;
}

Index PlainTargets::number_of(const PlainField& word) {
  const WordKey key(word);
  if (const Index* known = numbers_.find(key, word)) return *known;
  const auto number = static_cast<Index>(words_.size());
  numbers_.add(key, word, number);
  words_.push_back(word.text());
  return number;
}

void PlainTargets::keep(const Row& row) {
  for (std::size_t i = 0; i < std::size(ids_); ++i) ids_[i].push_back(row.ids[i]);
  periods_.push_back(row.period);
  kinds_.push_back(row.kind);
  values_.push_back(row.value.coefficient);
  scales_.push_back(row.value.scale);
  const std::size_t at = baselines_.size();
  if (at % 8 == 0) has_baseline_.push_back(0);
  if (row.baseline.there) has_baseline_.back() |= static_cast<std::uint8_t>(1U << (at % 8));
  baselines_.push_back(row.baseline.coefficient);
  baseline_scales_.push_back(row.baseline.scale);
}

// Words of the rows taken may be of no other: they are numbered anew.
void PlainTargets::flush() {
  if (words_.empty()) return;
  builder_->add(TargetColumns{words_, ids_[0], ids_[1], ids_[2], periods_, kinds_, values_, scales_,
                              baselines_, baseline_scales_, has_baseline_});
  forget();
}

void PlainTargets::forget() {
  if (words_.empty()) return;
  numbers_ = WordMap<Index>();
  words_.clear();
  for (std::vector<Index>& ids : ids_) ids.clear();
  periods_.clear();
  kinds_.clear();
  values_.clear();
  scales_.clear();
  baselines_.clear();
  baseline_scales_.clear();
  has_baseline_.clear();
}

PlainUnits::PlainUnits(const std::vector<std::string_view>& columns, PlanBuilder& builder)
    : builder_(builder) {
  constexpr std::array<std::pair<std::string_view, Role>, 11> kRoles = {{
      {"id", Role::id},
      {"kind", Role::kind},
      {"parent", Role::parent},
      {"name", Role::vi},
      {"name.vi", Role::vi},
      {"name.en", Role::en},
      {"from", Role::from},
      {"until", Role::until},
      {"codes", Role::code},
      {"note", Role::note},
      {"source", Role::source},
  }};
  roles_ = roles_of(columns, kRoles);
}

bool PlainUnits::take(const PlainRow& fields) {
  ResponsibleUnit unit;
  for (std::size_t at = 0; at < roles_.size(); ++at) {
    const PlainField field = fields[at];
    if (field.size > 0 && !read(roles_[at], field.text(), unit)) return false;
  }
  if (unit.id.empty()) return false;
  builder_.add(std::move(unit));
  return true;
}

bool PlainUnits::read(Role role, std::string_view text, ResponsibleUnit& unit) {
  const auto set = [text](std::string& field) {
    if (!field.empty()) return false;
    field = text;
    return true;
  };
  const auto read_day = [text](std::optional<Date>& day) {
    const Result<Date> read = Date::parse(text);
    if (read) day = *read;
    return day.has_value();
  };
  switch (role) {
    case Role::id: return set(unit.id);
    case Role::kind: return set(unit.kind);
    case Role::parent: return set(unit.parent);
    case Role::vi: return set(unit.name.vi);
    case Role::en: return set(unit.name.en);
    case Role::from: return read_day(unit.from);
    case Role::until: return read_day(unit.until);
    case Role::code:
      if (text.find_first_of("; ") != std::string_view::npos) return false;
      unit.codes.push_back({std::string(text), {}, {}});
      return true;
    case Role::note: return set(unit.remarks.note);
    case Role::source: return set(unit.remarks.source);
    case Role::other: return false;
  }
  return false;
}

}  // namespace tiendo
