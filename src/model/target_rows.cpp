// Tested by tests/unit/model/target_rows_test.cpp.
//
// The ids are numbered in the order in which they come; what they are of is
// known when the plan is built.

#include "tiendo/model/target_rows.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "model/plain_target.hpp"

namespace tiendo {

// Takes back what was added behind, unless it was done to its end.
class TargetRows::Addition {
 public:
  explicit Addition(TargetRows& rows) : rows_(rows), size_(rows.size()) {}
  Addition(const Addition&) = delete;
  Addition& operator=(const Addition&) = delete;
  ~Addition() {
    if (is_done_) return;
    if (rows_.is_open_) {
      cut(rows_.open_);
    } else {
      cut(rows_.ids_);
      cut(rows_.rows_);
    }
  }

  void done() { is_done_ = true; }

 private:
  template <class Rows>
  void cut(Rows& rows) const {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(size_), rows.end());
  }

  TargetRows& rows_;
  std::size_t size_;
  bool is_done_ = false;
};

void TargetRows::add(Target target) {
  Addition addition(*this);
  put(std::move(target));
  addition.done();
}

void TargetRows::add(std::vector<Target> targets) {
  Addition addition(*this);
  for (Target& target : targets) put(std::move(target));
  addition.done();
}

// At least twice as much as there is, so that asking for a little again and again costs no more.
void TargetRows::make_room(std::size_t more) {
  const std::size_t needed = size() + more;
  const auto reserve = [needed](auto& list) {
    if (needed > list.capacity()) list.reserve(std::max(needed, 2 * list.capacity()));
  };
  if (is_open_) return reserve(open_);
  reserve(ids_);
  reserve(rows_);
}

void TargetRows::put(Target target) {
  if (is_open_) {
    open_.push_back(std::move(target));
  } else if (!is_plain(target) || !add_plain(target)) {
    others_.push_back(std::move(target));
    ids_.emplace_back();
    rows_.push_back(kept_whole(others_.size() - 1));
  }
}

bool TargetRows::add_plain(const Target& target) {
  const std::optional<std::uint8_t> period = place_of(target.period);
  if (!period) return false;
  ids_.push_back(
      {number_of(target.indicator), number_of(target.unit), kNone, number_of(target.assigner)});
  rows_.push_back(plain_target(target, *period, baselines_));
  return true;
}

Index TargetRows::number_of(std::string_view word) {
  if (word.empty()) return kNone;
  const auto word_of = [this](Index at) { return std::string_view(words_[at]); };
  return numbers_.put(word, word_of, [&] {
    words_.emplace_back(word);
    return static_cast<Index>(words_.size() - 1);
  });
}

// Nothing where there are too many.
std::optional<std::uint8_t> TargetRows::place_of(const std::optional<Period>& period) {
  if (periods_[period_] != period) {
    const auto found = std::find(periods_.begin(), periods_.end(), period);
    if (found == periods_.end()) {
      if (periods_.size() == kMostPlainPeriods) return std::nullopt;
      periods_.push_back(period);
      period_ = periods_.size() - 1;
    } else {
      period_ = static_cast<std::size_t>(found - periods_.begin());
    }
  }
  return static_cast<std::uint8_t>(period_);
}

void TargetRows::add(const TargetColumns& columns) {
  const std::size_t size = columns.indicator.size();
  assert(columns.kind.size() == size && columns.value.size() == size);
  Addition addition(*this);
  std::vector<Index> numbers(columns.words.size(), kNone);
  const auto id_at = [&](std::span<const Index> column, std::size_t at) -> Index {
    if (column.empty() || column[at] == kNone) return kNone;
    Index& number = numbers[column[at]];
    if (number == kNone) number = number_of(columns.words[column[at]]);
    return number;
  };
  for (std::size_t at = 0; at < size; ++at) {
    NumberedTarget target{id_at(columns.indicator, at), id_at(columns.unit, at),
                          id_at(columns.assigner, at)};
    if (!columns.period.empty()) target.period = columns.period[at];
    target.kind = columns.kind[at];
    target.value = columns.value[at];
    target.scale = columns.scale[at];
    target.has_baseline = has_baseline(columns, at);
    if (target.has_baseline) {
      target.baseline = columns.baseline[at];
      target.baseline_scale = columns.baseline_scale[at];
    }
    add(target);
  }
  addition.done();
}

void TargetRows::add(const NumberedTarget& target) {
  if (is_open_ || !is_bound(target.kind)) return add(made(target));
  const std::optional<std::uint8_t> period = place_of(target.period);
  if (!period) return add(made(target));
  if (rows_.size() == rows_.capacity() || ids_.size() == ids_.capacity()) make_room(1);
  PlainTarget row{target.value, kNone, target.kind, target.scale, 0, *period};
  if (target.has_baseline) {
    row.other = static_cast<Index>(baselines_.size());
    row.baseline_scale = target.baseline_scale;
    baselines_.push_back(target.baseline);
  }
  for ([[maybe_unused]] const Index id : {target.indicator, target.unit, target.assigner}) {
    assert(id == kNone || id < words_.size());
  }
  ids_.push_back({target.indicator, target.unit, kNone, target.assigner});
  rows_.push_back(row);
}

Target TargetRows::made(const NumberedTarget& given) const {
  const auto id = [this](Index word) {
    assert(word == kNone || word < words_.size());
    return word == kNone ? std::string() : words_[word];
  };
  Target target;
  target.indicator = id(given.indicator);
  target.unit = id(given.unit);
  target.assigner = id(given.assigner);
  target.period = given.period;
  target.condition.kind = given.kind;
  target.condition.value = number_of_parts(given.value, given.scale);
  if (given.has_baseline) {
    target.baseline = Baseline{number_of_parts(given.baseline, given.baseline_scale), {}};
  }
  return target;
}

void TargetRows::take(TargetRows& others) {
  assert(&others != this);
  if (others.is_open_ || is_open_) {
    add(std::move(others.open()));
    others.clear();
    return;
  }
  Addition addition(*this);
  make_room(others.size());
  std::vector<Index> numbers;
  numbers.reserve(others.words_.size());
  for (const std::string& word : others.words_) numbers.push_back(number_of(word));
  std::vector<std::optional<std::uint8_t>> places;
  for (const std::optional<Period>& period : others.periods_) places.push_back(place_of(period));
  const auto number = [&numbers](Index word) { return word == kNone ? kNone : numbers[word]; };
  for (std::size_t at = 0; at < others.size(); ++at) {
    PlainTarget row = others.rows_[at];
    const bool is_plain = row.kind != ConditionKind::none;
    if (!is_plain || !places[row.period]) {
      put(is_plain ? others.made(at) : std::move(others.others_[row.other]));
      continue;
    }
    row.period = *places[row.period];
    if (row.other != kNone) {
      baselines_.push_back(others.baselines_[row.other]);
      row.other = static_cast<Index>(baselines_.size() - 1);
    }
    const TargetLinks& ids = others.ids_[at];
    ids_.push_back({number(ids.indicator), number(ids.unit), kNone, number(ids.assigner)});
    rows_.push_back(row);
  }
  addition.done();
  others.clear();
}

void TargetRows::clear() {
  words_.clear();
  numbers_.clear();
  ids_.clear();
  rows_.clear();
  baselines_.clear();
  periods_.assign(1, std::nullopt);
  period_ = 0;
  others_.clear();
  is_open_ = false;
  open_.clear();
}

void TargetRows::add(const TargetList& list, std::size_t count) {
  Addition addition(*this);
  for (std::size_t at = 0; at < count; ++at) {
    if (const Target* whole = list.whole(at)) {
      put(*whole);
      continue;
    }
    PlainTarget row = list.plain(at);
    const std::optional<std::uint8_t> period = place_of(list.period(at));
    if (is_open_ || !period) {
      put(list[at]);
      continue;
    }
    row.period = *period;
    if (row.other != kNone) {
      baselines_.push_back(list.baseline_of(row));
      row.other = static_cast<Index>(baselines_.size() - 1);
    }
    ids_.push_back({number_of(list.indicator(at)), number_of(list.unit(at)), kNone,
                    number_of(list.assigner(at))});
    rows_.push_back(row);
  }
  addition.done();
}

Target TargetRows::made(std::size_t at) const {
  const PlainTarget& row = rows_[at];
  if (row.kind == ConditionKind::none) return others_[row.other];
  const auto id = [this](Index word) { return word == kNone ? std::string() : words_[word]; };
  Target target;
  target.indicator = id(ids_[at].indicator);
  target.unit = id(ids_[at].unit);
  target.assigner = id(ids_[at].assigner);
  target.period = periods_[row.period];
  target.condition = condition_of(row);
  target.baseline = baseline_of(row, baselines_);
  return target;
}

std::vector<Target>& TargetRows::open() {
  if (is_open_) return open_;
  std::vector<Target> all;
  all.reserve(rows_.size());
  for (std::size_t at = 0; at < rows_.size(); ++at) all.push_back(made(at));
  *this = TargetRows();
  open_ = std::move(all);
  is_open_ = true;
  return open_;
}

}  // namespace tiendo
