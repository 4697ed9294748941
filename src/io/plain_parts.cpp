// Tested by tests/unit/io/part_tables_test.cpp,
// tests/unit/io/plain_parts_test.cpp and tests/unit/io/part_columns_test.cpp.
//
// A cell that could be wrong, or mean something else, makes the row none of
// these: nothing is refused here.

#include "io/plain_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "decimal/ending_digits.hpp"
#include "io/json_fields.hpp"

namespace tiendo {
namespace {

// Digits behind the point of a number, as many as there may be in all the quick way.
constexpr int kMostScale = 18;

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

}  // namespace

PlainTargets::PlainTargets(const std::vector<std::string_view>& columns, TargetRows& rows)
    : front_(&rows), rows_(&rows) {
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

PlainTargets PlainTargets::of_other_part() const {
  PlainTargets part({}, *front_);
  part.own_ = std::make_unique<TargetRows>();
  part.rows_ = part.own_.get();
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
  NumberedTarget target;
  bool has_value = false;
  for (std::size_t at = 0; at < roles_.size(); ++at) {
    const PlainField field = fields[at];
    if (field.size == 0) continue;
    if (!read(roles_[at], field, target)) return false;
    has_value = has_value || roles_[at] == Role::value;
  }
  if (target.indicator == kNone || target.kind == ConditionKind::none || !has_value) return false;
  rows_->add(target);
  return true;
}

bool PlainTargets::read(Role role, const PlainField& field, NumberedTarget& target) {
  switch (role) {
    case Role::indicator: target.indicator = number_of(field, last_indicator_); return true;
    case Role::unit: target.unit = number_of(field, last_unit_); return true;
    case Role::assigner: target.assigner = number_of(field, last_assigner_); return true;
    case Role::layer: return field.text() == name_of(TargetLayer::assigned);
    case Role::period: return read_period(field.text(), target.period);
    case Role::condition: return read_kind(field.text(), target.kind);
    case Role::value: return read_number(field, target.value, target.scale);
    case Role::baseline:
      if (target.has_baseline) return false;
      target.has_baseline = true;
      return read_number(field, target.baseline, target.baseline_scale);
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

bool PlainTargets::read_number(const PlainField& field, std::int64_t& coefficient,
                               std::uint8_t& scale) {
  const bool negative = *(field.end - field.size) == '-';
  detail::Parts parts{0, 0};
  if (field.before >= detail::kBeforeEnd &&
      detail::read_ending_digits(field.end, field.size - (negative ? 1 : 0), '.', parts)) {
    const auto size = static_cast<std::int64_t>(parts.size);
    coefficient = negative ? -size : size;
    scale = static_cast<std::uint8_t>(parts.scale);
    return true;
  }
  const Result<Decimal> number = Decimal::parse(field.text());
  if (!number || !number->coefficient() || number->scale() > kMostScale) return false;
  coefficient = *number->coefficient();
  scale = static_cast<std::uint8_t>(number->scale());
  return true;
}

// Mostly that of the row before.
Index PlainTargets::number_of(const PlainField& word, LastId& last) {
  const WordKey key(word);
  const bool is_short = word.size <= WordKey::kBytes;
  if (is_short && key == last.key) return last.number;
  const Index* known = numbers_.find(key, word);
  if (known == nullptr) known = &numbers_.add(key, word, rows_->number_of(word.text()));
  if (is_short) last = {key, *known};
  return *known;
}

void PlainTargets::flush() {
  if (own_->words().empty()) return;
  front_->take(*own_);
  forget_ids();
}

void PlainTargets::forget() {
  if (own_->words().empty()) return;
  own_->clear();
  forget_ids();
}

void PlainTargets::forget_ids() {
  last_indicator_ = last_unit_ = last_assigner_ = {};
  numbers_ = WordMap<Index>();
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
