// Tested by tests/unit/facts/observation_storage_test.cpp and tests/oracle/log_oracle_test.cpp.

#include "facts/rivals.hpp"

#include <algorithm>

#include "facts/candidate.hpp"

namespace tiendo {
namespace {

// After so many rows of a cell it gets an index of its standings.
constexpr int kLongChain = 256;

}  // namespace

Meeting::Meeting(LogStore& store, Index cell, const Entry& entry, const Texts* texts)
    : store_(store), cell_(cell), entry_(entry), texts_(texts), context_(entry.context) {
  store_.remarks_.clear();
}

bool Meeting::agrees() {
  if (cell_ == kNone) return true;
  const CellRows& cell = store_.cells_[cell_];
  context_.is_late = context_.period.start().days() < cell.end;
  if (cell.is_long()) return look_up();
  if (!context_.is_late || context_.period.end().days() <= cell.start) return true;
  may_contradict_ = context_.recorded_on.days() <= cell.recorded_on;
  settled_ = entry_.cell.project != kNone;
  return walk();
}

// Back from the row that came last, until no earlier one can share a day with the new one.
bool Meeting::walk() {
  int steps = 0;
  for (Index row = store_.cells_[cell_].last; row != kNone; row = store_.before(row)) {
    store_.fetch_numbers(row);  // who asks what has become of the cell reads them next
    const Context other = store_.context(row);
    if (may_contradict_ && contradicts(row, other)) return false;
    if (!settled_ && other.period.overlaps(context_.period)) meet(row, other);
    if (settled_ && !may_contradict_) return true;
    if (!other.is_late && other.period.start() <= context_.period.start()) break;
    if (++steps < kLongChain) continue;
    make_standings();
    return look_up();
  }
  if (!settled_) conclude();
  return true;
}

// Rows of one standing agree with each other: with one of them is enough.
bool Meeting::contradicts(Index row, const Context& other) {
  if (!same_standing(other, context_)) return false;
  if (context_.earlier_stage && store_.texts(row).work_stage != texts_->work_stage) return false;
  may_contradict_ = false;
  return !says_the_same(row);
}

void Meeting::meet(Index row, const Context& other) {
  const bool holds_it = other.period.contains(context_.period);
  const bool alike = other.period == context_.period && other.form == context_.form;
  const auto order = rank_of(context_) <=> rank_of(other);
  rivals_.push_back(row);
  if (!alike || order == 0 || other.rivalry == Rivalry::tangled) alike_ = false;
  if (other.rivalry == Rivalry::tangled && holds_it) {
    context_.rivalry = Rivalry::tangled;
    settled_ = true;
    return;
  }
  if (alike && other.rivalry != Rivalry::behind) ahead_ = row;
  if (other.rivalry == Rivalry::none && holds_it) {
    conclude();  // there are no others
  } else if (ahead_ == row && alike_ && order > 0) {
    conclude();  // it ranks above all others
  }
  if (settled_ && order != 0) may_contradict_ = false;
}

void Meeting::conclude() {
  settled_ = true;
  if (rivals_.empty()) return;
  if (!alike_) {
    context_.rivalry = Rivalry::tangled;
    for (const Index row : rivals_) mark(row, Rivalry::tangled);
    return;
  }
  const bool above = rank_of(context_) > rank_of(store_.context(ahead_));
  context_.rivalry = above ? Rivalry::ahead : Rivalry::behind;
  mark(ahead_, above ? Rivalry::behind : Rivalry::ahead);
}

void Meeting::mark(Index row, Rivalry rivalry) {
  Context context = store_.context(row);
  if (context.rivalry == rivalry) return;
  context.rivalry = rivalry;
  store_.remarks_.push_back({row, store_.contexts_.number_of(context)});
}

// In a cell with an index all rows are tangled.
bool Meeting::look_up() {
  if (entry_.cell.project == kNone) context_.rivalry = Rivalry::tangled;
  const Standings& standings = made_.empty() ? store_.standings_.at(cell_) : made_.at(cell_);
  static const Texts kNoTexts;
  const StandingKey key = key_of(context_, texts_ ? *texts_ : kNoTexts);
  const auto rival = standings.find(key);
  if (rival != standings.end()) return says_the_same(rival->second);
  Standings one = {{key, kNone}};
  standing_ = one.extract(one.begin());
  return true;
}

void Meeting::make_standings() {
  Standings& standings = made_[cell_];
  store_.remarks_.clear();
  for (Index row = store_.cells_[cell_].last; row != kNone; row = store_.before(row)) {
    standings.insert_or_assign(key_of(store_.context(row), store_.texts(row)), row);
    if (entry_.cell.project == kNone) mark(row, Rivalry::tangled);
  }
}

void Meeting::keep(Index row) noexcept {
  if (!made_.empty()) {
    store_.cells_[cell_].make_long();
    store_.standings_.insert(made_.extract(made_.begin()));
  }
  if (standing_.empty()) return;
  standing_.mapped() = row;
  store_.standings_.find(cell_)->second.insert(std::move(standing_));
}

StandingKey Meeting::key_of(const Context& context, const Texts& texts) const {
  return {context.period,
          context.form,
          context.recorded_on,
          context.status,
          context.revision,
          context.earlier_stage ? std::string_view(texts.work_stage) : std::string_view()};
}

bool Meeting::says_the_same(Index row) const {
  if (entry_.fact != nullptr) return same_value(store_.fact(row), *entry_.fact);
  Fact fact{};
  fact.standing = entry_.context.standing;
  fact.value = *Decimal::of(entry_.coefficient, entry_.context.scale);
  if (entry_.context.has_parts) {
    fact.denominator = *Decimal::of(entry_.denominator, entry_.context.denominator_scale);
  }
  return same_value(store_.fact(row), fact);
}

}  // namespace tiendo
