// Tested by tests/unit/facts/observation_columns_test.cpp and tests/oracle/log_oracle_test.cpp.

#include "facts/row_keys.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int kMostScale = 38;  // as columns have

std::uint64_t pair(std::int32_t high, std::int32_t low) {
  return std::uint64_t{static_cast<std::uint32_t>(high)} << 32 | static_cast<std::uint32_t>(low);
}
// The day before; of the first there is the last, which no period has.
std::int32_t day_before(std::int32_t day) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(day) - 1U);
}

// What the words of a key say of these.
std::uint64_t words_of(Form form, Status status, Qualifier qualifier) {
  return 1U | static_cast<std::uint64_t>(form) << 2 |
         (static_cast<std::uint64_t>(status) & 0xfU) << 4 |
         (static_cast<std::uint64_t>(qualifier) & 0xfU) << 8;
}

template <class T>
T value_or(std::span<const T> column, std::size_t row, T other) {
  return column.empty() ? other : column[row];
}

}  // namespace

std::vector<UsualKind> usual_kinds(const Plan& plan) {
  std::vector<UsualKind> kinds;
  for (const Indicator& definition : plan.indicators()) {
    UsualKind kind;
    kind.usual = definition.kind != IndicatorKind::composite;
    kind.is_ratio = definition.kind == IndicatorKind::ratio;
    kind.adds_up = time_rule_of(definition) == TimeRule::sum;
    const int scale = kind.is_ratio ? kMostScale : definition.scale.value_or(kMostScale);
    kind.most_scale = static_cast<std::uint8_t>(std::min(scale, kMostScale));
    kind.words =
        words_of(kind.adds_up ? Form::increment : Form::level, Status::official, Qualifier::exact) |
        (kind.is_ratio ? ContextKey::kRatio : 0U);
    kinds.push_back(kind);
  }
  return kinds;
}

RowKeys::RowKeys(const Plan& plan, const std::vector<UsualKind>& kinds,
                 const ObservationColumns& columns, const ColumnRows& rows)
    : kinds_(kinds),
      columns_(columns),
      rows_(rows),
      own_unit_(plan.unit()),
      value_(numbers_of(columns.value)),
      numerator_(numbers_of(columns.numerator)),
      denominator_(numbers_of(columns.denominator)) {
  const ObservationColumns& c = columns;
  usual_ = c.upper.empty() && c.verdict.empty() && c.value.wide.empty() &&
           c.numerator.wide.empty() && c.denominator.wide.empty();
  for (const NumberColumn* numbers : {&c.value, &c.numerator, &c.denominator}) {
    const bool has_scale = !numbers->empty() && numbers->scales.empty();
    usual_ = usual_ && (!has_scale || (numbers->scale >= 0 && numbers->scale <= kMostScale));
  }
  for (const WordColumn* words :
       {&c.project, &c.work_stage, &c.source, &c.note, &c.words, &c.judge}) {
    if (!words->at.empty()) others_[others_count_++] = words->at.data();
  }
  has_words_ = others_count_ > 0 || !c.standing.empty() || !c.form.empty() || !c.status.empty() ||
               !c.qualifier.empty();
}

RowKeys::Numbers RowKeys::numbers_of(const NumberColumn& column) {
  return {column.small.empty() ? nullptr : column.small.data(),
          column.validity.empty() ? nullptr : column.validity.data(),
          column.scales.empty() ? nullptr : column.scales.data(),
          static_cast<std::uint8_t>(column.scale)};
}

void RowKeys::read(std::size_t row, std::size_t end, RowKey* into) const {
  // Here and not in this object, of which a key that is written might be a part.
  const ColumnRows::Ids indicators = rows_.indicators();
  const ColumnRows::Ids units = rows_.units();
  const Numbers value = value_;
  const Numbers numerator = numerator_;
  const Numbers denominator = denominator_;
  const std::span<const std::int32_t> start = columns_.start;
  const std::span<const std::int32_t> period_end = columns_.end;
  const std::span<const std::int32_t> recorded_on = columns_.recorded_on;
  const std::span<const std::int32_t> revision = columns_.revision;
  const ValidityView recorded = columns_.recorded_on_validity;
  const UsualKind* const kinds = kinds_.data();
  const Index own_unit = own_unit_;
  const bool usual = usual_;
  const bool has_words = has_words_;
  for (; row < end; ++row, ++into) {
    const Index indicator = indicators[row];
    const Index unit = units.says(row) ? units[row] : own_unit;
    into->indicator = indicator;
    into->unit = unit;
    into->key.words = 0;
    if (!usual || indicator == kNone || unit == kNone) continue;
    const UsualKind& kind = kinds[indicator];
    if (!kind.usual || value.has(row) == kind.is_ratio || numerator.has(row) != kind.is_ratio ||
        denominator.has(row) != kind.is_ratio) {
      continue;
    }
    std::uint64_t words = kind.words;
    if (has_words && (!is_bare(row) || !put_words(row, kind, words))) continue;
    const unsigned scale = (kind.is_ratio ? numerator : value).scale_of(row);
    const unsigned other = kind.is_ratio ? denominator.scale_of(row) : 0;
    if (scale > kind.most_scale || other > unsigned{kMostScale}) continue;
    const bool has_day =
        !recorded_on.empty() && (recorded.empty() || (recorded[row / 8] >> row % 8 & 1) != 0);
    into->key.period = pair(start[row], period_end[row]);
    into->key.recorded =
        pair(has_day ? recorded_on[row] : day_before(period_end[row]), value_or(revision, row, 0));
    into->key.words = words | scale << 12 | other << 20;
  }
}

// Whether there is nothing beside the numbers and their words.
bool RowKeys::is_bare(std::size_t row) const {
  for (std::size_t i = 0; i < others_count_; ++i) {
    if (others_[i][row] != kNone) return false;
  }
  return value_or(columns_.standing, row, Standing::value) == Standing::value;
}

// False where the form is none of the indicator's.
bool RowKeys::put_words(std::size_t row, const UsualKind& kind, std::uint64_t& words) const {
  const ObservationColumns& c = columns_;
  const Form usual = kind.adds_up ? Form::increment : Form::level;
  const Form form = c.form.empty() ? usual : c.form[row].value_or(usual);
  if ((form == Form::level) == kind.adds_up) return false;
  words = (words & ContextKey::kRatio) | words_of(form, value_or(c.status, row, Status::official),
                                                  value_or(c.qualifier, row, Qualifier::exact));
  return true;
}

}  // namespace tiendo
