#include "baseline.hpp"

#include <algorithm>
#include <thread>

namespace tiendo::bench {
namespace {

// a / b to the nearest whole number, halves away from zero; kNothing for a denominator of 0.
std::int64_t rounded(Wide a, Wide b) {
  if (b == 0) return kNothing;
  const bool negative = (a < 0) != (b < 0);
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  const Wide above = 2 * a + b;
  const Wide below = 2 * b;
  const bool wide = above >> 64 != 0 || below >> 64 != 0;
  const auto quotient = wide ? static_cast<std::int64_t>(above / below)
                             : static_cast<std::int64_t>(static_cast<std::uint64_t>(above) /
                                                         static_cast<std::uint64_t>(below));
  return negative ? -quotient : quotient;
}

std::int64_t size_of(std::int64_t number) { return number < 0 ? -number : number; }

}  // namespace

Baseline::Baseline(const Call& call) : months_(call.months), threads_(call.threads) {
  load_units(call.folder);
  load_indicators(call.folder);
  load_targets(call.folder);
  load_observations(call.folder);
}

void Baseline::load_units(const std::string& folder) {
  const std::string text = contents(folder + "/units.csv");
  for (Scanner scan(text); !scan.done(); scan.skip_line()) {
    scan.whole();
    const std::int64_t parent = scan.whole();
    parents_.push_back(parent == kNothing ? -1 : static_cast<int>(parent));
    if (scan.whole() < 3) first_commune_ = static_cast<int>(parents_.size());
  }
  units_ = static_cast<int>(parents_.size());
  below_from_.assign(parents_.size(), units_);
  below_to_.assign(parents_.size(), 0);
  for (int unit = units_ - 1; unit >= 0; --unit) {
    const auto own = static_cast<std::size_t>(unit);
    if (unit >= first_commune_) {
      below_from_[own] = unit;
      below_to_[own] = unit + 1;
    }
    if (unit == 0) continue;
    const auto above = static_cast<std::size_t>(parents_[own]);
    below_from_[above] = std::min(below_from_[above], below_from_[own]);
    below_to_[above] = std::max(below_to_[above], below_to_[own]);
  }
}

void Baseline::load_indicators(const std::string& folder) {
  const std::string text = contents(folder + "/indicators.csv");
  Scanner scan(text);
  for (std::size_t i = 0; i < kinds_.size(); ++i, scan.skip_line()) {
    scan.text();
    scan.text();
    const std::string_view name = scan.text();
    for (const Kind kind : {Kind::sum, Kind::last, Kind::ratio_sum, Kind::ratio_last}) {
      if (name == name_of(kind)) kinds_[i] = kind;
    }
    ratios_[i] = is_ratio(kinds_[i]) ? ratio_count_++ : -1;
  }
}

void Baseline::load_targets(const std::string& folder) {
  const std::string text = contents(folder + "/targets.csv");
  targets_.resize(static_cast<std::size_t>(units_) * kIndicators);
  for (Scanner scan(text); !scan.done();) {
    const auto unit = static_cast<int>(scan.whole());
    const auto indicator = static_cast<int>(scan.whole()) - 1;
    Target& target = targets_[at(unit, indicator)];
    target.target = scan.decimal();
    target.at_most = scan.text() == "<=";
    target.baseline = scan.decimal();
    target.prior.value = scan.decimal();
    target.prior.base = scan.decimal();
    if (target.prior.value != kNothing && target.prior.base == kNothing) target.prior.base = 0;
  }
}

std::size_t Baseline::month_of(int commune, int indicator) const noexcept {
  return at(commune, indicator) * static_cast<std::size_t>(months_);
}

std::size_t Baseline::base_of(int commune, int indicator) const noexcept {
  const int ratio = commune * ratio_count_ + ratios_[static_cast<std::size_t>(indicator)];
  return static_cast<std::size_t>(ratio) * static_cast<std::size_t>(months_);
}

// The later report of a month counts; of months after the one asked about none does.
void Baseline::put(const Report& report) {
  if (report.month > months_) return;
  const int commune = report.unit - first_commune_;
  const auto month = static_cast<std::size_t>(report.month - 1);
  values_[month_of(commune, report.indicator) + month] = report.value;
  if (report.base != kNothing) bases_[base_of(commune, report.indicator) + month] = report.base;
}

// With two threads the second half is scanned beside the first, and put after it.
void Baseline::load_observations(const std::string& folder) {
  const auto communes = static_cast<std::size_t>(units_ - first_commune_);
  const auto months = static_cast<std::size_t>(months_);
  values_.assign(communes * kIndicators * months, kNothing);
  bases_.assign(communes * static_cast<std::size_t>(ratio_count_) * months, kNothing);
  const std::string text = contents(folder + "/observations.csv");
  const auto each = [](Scanner scan, const auto& body) {
    while (!scan.done()) {
      scan.whole();
      const auto unit = static_cast<int>(scan.whole());
      const auto indicator = static_cast<int>(scan.whole()) - 1;
      const auto month = static_cast<int>(scan.whole());
      const std::int64_t amount = scan.decimal();
      body(Report{unit, indicator, month, amount, scan.decimal()});
    }
  };
  const auto put_it = [this](const Report& report) { put(report); };
  const Scanner all{std::string_view(text)};
  const char* end = text.data() + text.size();
  if (threads_ < 2) return each(all, put_it);
  Scanner second(all.position() + (end - all.position()) / 2, end);
  second.skip_line();
  std::vector<Report> later;
  later.reserve(static_cast<std::size_t>(end - second.position()) / 20);
  std::thread beside([&] { each(second, [&](const Report& report) { later.push_back(report); }); });
  each(Scanner(all.position(), second.position()), put_it);
  beside.join();
  for (const Report& report : later) put(report);
}

// body(from, to) for all of 0 to count, in as many threads as were asked for, two at most.
template <class Body>
void Baseline::split(int count, const Body& body) const {
  if (threads_ < 2) return body(0, count);
  std::thread beside([&] { body(0, count / 2); });
  body(count / 2, count);
  beside.join();
}

Baseline::Amount Baseline::amount(int commune, int indicator) const {
  const Kind kind = kinds_[static_cast<std::size_t>(indicator)];
  const std::int64_t* values = &values_[month_of(commune, indicator)];
  const std::int64_t* bases = is_ratio(kind) ? &bases_[base_of(commune, indicator)] : nullptr;
  Amount amount;
  if (!adds_up(kind)) {
    for (int month = months_; month-- > 0;) {
      if (values[month] != kNothing) return {values[month], bases != nullptr ? bases[month] : 0};
    }
    return amount;
  }
  for (int month = 0; month < months_; ++month) {
    if (values[month] != kNothing)
      add(amount, {values[month], bases != nullptr ? bases[month] : 0});
  }
  return amount;
}

void Baseline::add(Amount& sum, const Amount& one) {
  if (one.value == kNothing) return;
  if (sum.value == kNothing) sum = {0, 0};
  sum.value += one.value;
  sum.base += one.base;
}

void Baseline::add_up() {
  amounts_.resize(static_cast<std::size_t>(units_ - first_commune_) * kIndicators);
  split(units_ - first_commune_, [&](int from, int to) {
    for (int commune = from; commune < to; ++commune) {
      for (int i = 0; i < kIndicators; ++i) amounts_[at(commune, i)] = amount(commune, i);
    }
  });
}

// A ratio is in percent, so that its value in thousandths is 100000 times the quotient.
template <int kParts>
Progress Baseline::finish(const Amount& amount, Kind kind, const Target& target,
                          const Amount& prior) const {
  Progress row;
  const bool ratio = is_ratio(kind);
  if (amount.value == kNothing || (ratio && amount.base == 0)) return row;
  const Wide above = ratio ? Wide{amount.value} * 100000 : Wide{amount.value};
  const Wide below = ratio ? Wide{amount.base} : Wide{1};
  if (kParts & value) row.value = rounded(above, below * 10);
  if (target.target != kNothing) {
    const std::int64_t from = target.baseline == kNothing ? 0 : target.baseline;
    if (kParts & percent) {
      row.percent = rounded((above - from * below) * 10000, below * (target.target - from));
    }
    if (kParts & verdict) {
      const Wide lead = above - target.target * below;
      row.verdict = lead == 0 ? 'M' : (lead > 0) != target.at_most ? 'E' : 'N';
    }
  }
  if ((kParts & growth) == 0 || prior.value == kNothing) return row;
  const std::int64_t size = size_of(prior.value);
  row.growth =
      ratio ? rounded((Wide{amount.value} * prior.base - Wide{prior.value} * amount.base) * 10000,
                      Wide{amount.base} * size * (prior.base != 0 ? 1 : 0))
            : rounded(Wide{amount.value - prior.value} * 10000, size);
  return row;
}

template <int kParts>
void Baseline::finish_communes(std::vector<Progress>& rows) const {
  rows.resize(amounts_.size());
  split(units_ - first_commune_, [&](int from, int to) {
    for (int commune = from; commune < to; ++commune) {
      for (int i = 0; i < kIndicators; ++i) {
        const Target& target = targets_[at(first_commune_ + commune, i)];
        rows[at(commune, i)] = finish<kParts>(
            amounts_[at(commune, i)], kinds_[static_cast<std::size_t>(i)], target, target.prior);
      }
    }
  });
}

// Every unit above the communes.
void Baseline::roll_up(std::vector<Progress>& rows) {
  std::vector<Amount> sums(static_cast<std::size_t>(first_commune_) * kIndicators);
  std::vector<Amount> priors(sums.size());
  for (int unit = units_ - 1; unit > 0; --unit) {
    const bool commune = unit >= first_commune_;
    for (int i = 0; i < kIndicators; ++i) {
      const std::size_t above = at(parents_[static_cast<std::size_t>(unit)], i);
      add(sums[above], commune ? amounts_[at(unit - first_commune_, i)] : sums[at(unit, i)]);
      add(priors[above], commune ? targets_[at(unit, i)].prior : priors[at(unit, i)]);
    }
  }
  rows.resize(sums.size());
  for (std::size_t row = 0; row < sums.size(); ++row) {
    rows[row] = finish<kAll>(sums[row], kind(row % kIndicators), targets_[row], priors[row]);
  }
}

void Baseline::count(const std::vector<Progress>& rows) {
  answers_.q5.assign(static_cast<std::size_t>(units_), {});
  for (int unit = units_ - 1; unit >= 0; --unit) {
    Counts& own = answers_.q5[static_cast<std::size_t>(unit)];
    for (int i = 0; i < kIndicators && unit >= first_commune_; ++i) {
      ++own[place_of(rows[at(unit - first_commune_, i)].verdict)];
    }
    if (unit == 0) continue;
    Counts& above = answers_.q5[static_cast<std::size_t>(parents_[static_cast<std::size_t>(unit)])];
    for (std::size_t place = 0; place < own.size(); ++place) above[place] += own[place];
  }
}

void Baseline::q1() {
  add_up();
  finish_communes<value>(answers_.q1);
}

void Baseline::q2() {
  add_up();
  finish_communes<percent | verdict>(answers_.q2);
}

void Baseline::q3() {
  add_up();
  finish_communes<growth>(answers_.q3);
}

void Baseline::q4() {
  add_up();
  roll_up(answers_.q4);
}

void Baseline::q5() {
  add_up();
  finish_communes<verdict>(verdicts_);
  count(verdicts_);
}

void Baseline::all() {
  add_up();
  finish_communes<kAll>(verdicts_);
  roll_up(answers_.q4);
  count(verdicts_);
}

void Baseline::q6(const Update& update) {
  put({update.unit, update.indicator, update.month, update.value, update.base});
  Amount sum;
  Amount prior;
  const auto ask = static_cast<std::size_t>(update.ask);
  for (int commune = below_from_[ask]; commune < below_to_[ask]; ++commune) {
    add(sum, amount(commune - first_commune_, update.indicator));
    add(prior, targets_[at(commune, update.indicator)].prior);
  }
  answers_.q6.push_back(finish<kAll>(sum, kinds_[static_cast<std::size_t>(update.indicator)],
                                     targets_[at(update.ask, update.indicator)], prior));
}

}  // namespace tiendo::bench
