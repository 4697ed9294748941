#include "generator.hpp"

#include <algorithm>

#include "text_file.hpp"

namespace tiendo::bench {
namespace {

constexpr std::array<const char*, 4> kLevels = {"country", "province", "district", "commune"};
constexpr int kUpdates = 200;

const Drawn& drawn(int indicator) { return kDrawn[static_cast<std::size_t>(indicator)]; }

// What all months of a unit and indicator make.
struct Total {
  Parts parts;
  bool any = false;
};

class Tables {
 public:
  Tables(const Workload& workload, int months, const std::string& folder)
      : workload_(workload),
        months_(months),
        folder_(folder + '/'),
        totals_(static_cast<std::size_t>(workload.units() * kIndicators)) {}

  void write() {
    write_units();
    write_indicators();
    write_observations();
    roll_up();
    write_targets();
    write_updates();
  }

 private:
  Total& total(int unit, int indicator) {
    return totals_[static_cast<std::size_t>(unit * kIndicators + indicator)];
  }

  template <class Body>
  void each_cell(const Body& body) const {
    for (int unit = workload_.first_commune(); unit < workload_.units(); ++unit) {
      for (int indicator = 0; indicator < kIndicators; ++indicator) body(indicator, unit);
    }
  }

  void write_units() const {
    TextFile file(folder_ + "units.csv");
    file << "unit,parent,level,name\n";
    for (int unit = 0; unit < workload_.units(); ++unit) {
      const int level = workload_.level(unit);
      file << unit << ',';
      if (unit != 0) file << workload_.parent(unit);
      file << ',' << level << ',' << kLevels[static_cast<std::size_t>(level)] << ' ' << unit
           << '\n';
    }
  }

  void write_indicators() const {
    TextFile file(folder_ + "indicators.csv");
    file << "indicator,code,kind,decimals,measure\n";
    for (int i = 0; i < kIndicators; ++i) {
      file << i + 1 << ',' << drawn(i).code << ',' << name_of(drawn(i).kind) << ','
           << drawn(i).decimals << ',' << drawn(i).measure << '\n';
    }
  }

  // Month by month: its first reports, then the revisions that arrive with them.
  void write_observations() {
    TextFile file(folder_ + "observations.csv");
    file << "seq,unit,indicator,month,value,base\n";
    std::int64_t row = 0;
    for (int batch = 1; batch <= months_; ++batch) {
      each_cell([&](int indicator, int unit) {
        if (!workload_.fate(indicator, unit, batch).reported) return;
        file << ++row << ',';
        report(file, indicator, unit, batch, workload_.first(indicator, unit, batch)) << '\n';
        count(indicator, unit, workload_.last(indicator, unit, batch));
      });
      for (int month = std::max(1, batch - 3); month <= batch; ++month) {
        each_cell([&](int indicator, int unit) {
          const Fate fate = workload_.fate(indicator, unit, month);
          if (!fate.reported || !fate.revised) return;
          if (std::min(month + fate.lag, months_) != batch) return;
          file << ++row << ',';
          report(file, indicator, unit, month, workload_.last(indicator, unit, month)) << '\n';
        });
      }
    }
  }

  static TextFile& report(TextFile& file, int indicator, int unit, int month, const Parts& parts) {
    file << unit << ',' << indicator + 1 << ',' << month << ',';
    file.decimal(parts.value) << ',';
    return is_ratio(drawn(indicator).kind) ? file.decimal(parts.base) : file;
  }

  void count(int indicator, int unit, const Parts& parts) {
    Total& sum = total(unit, indicator);
    sum.any = true;
    if (!adds_up(drawn(indicator).kind)) sum.parts = {};
    sum.parts.value += parts.value;
    sum.parts.base += parts.base;
  }

  void roll_up() {
    for (int unit = workload_.units() - 1; unit > 0; --unit) {
      for (int indicator = 0; indicator < kIndicators; ++indicator) {
        const Total& own = total(unit, indicator);
        if (!own.any) continue;
        Total& above = total(workload_.parent(unit), indicator);
        above.any = true;
        above.parts.value += own.parts.value;
        above.parts.base += own.parts.base;
      }
    }
  }

  void write_targets() {
    TextFile file(folder_ + "targets.csv");
    file << "unit,indicator,target,cmp,baseline,prior,prior_base\n";
    for (int unit = 0; unit < workload_.units(); ++unit) {
      for (int indicator = 0; indicator < kIndicators; ++indicator) {
        write_target(file, indicator, unit);
        file << '\n';
      }
    }
  }

  // What was reached in all, of a ratio in percent, and whether that is exact; something typical
  // where nothing was.
  std::int64_t reached(int indicator, int unit, bool& exact) {
    const Total& all = total(unit, indicator);
    exact = true;
    if (!is_ratio(drawn(indicator).kind)) {
      const std::int64_t typical = scaled(drawn(indicator).typical, workload_.size(unit));
      if (all.any) return all.parts.value;
      return typical * (drawn(indicator).kind == Kind::sum ? months_ : 1);
    }
    if (all.parts.base == 0) {
      exact = false;
      return std::int64_t{drawn(indicator).rate} * 100;
    }
    const Wide percent = Wide{all.parts.value} * 100000;
    exact = percent % all.parts.base == 0;
    return static_cast<std::int64_t>(percent / all.parts.base);
  }

  // Some are reached exactly, some are round numbers, all lie about what was reached.
  static std::int64_t target_for(const Drawn& indicator, std::int64_t reached, bool exact,
                                 std::int64_t style, std::uint64_t& seed) {
    if (style < 12 && exact) return reached;
    if (is_ratio(indicator.kind)) {
      const std::int64_t spread = scaled(reached, 900 + pick(seed, 201));
      return style < 42 ? spread / 1000 * 1000 : spread / 10 * 10;
    }
    std::int64_t target = scaled(reached, 800 + pick(seed, 401));
    if (style < 42) {  // two significant digits
      std::int64_t unit = 1;
      while (target / unit >= 100 || target / unit <= -100) unit *= 10;
      target = target / unit * unit;
    }
    return quantised(target, indicator.decimals);
  }

  void write_target(TextFile& file, int indicator, int unit) {
    const Drawn& about = drawn(indicator);
    const bool ratio = is_ratio(about.kind);
    std::uint64_t seed = workload_.random(6, indicator, unit);
    const std::int64_t style = pick(seed, 100);
    bool exact = true;
    const std::int64_t value = reached(indicator, unit, exact);
    const std::int64_t target = target_for(about, value, exact, style, seed);
    const std::int64_t before = scaled(target, 600 + pick(seed, 501));
    const bool as_target = pick(seed, 100) == 0;
    const bool has_base = about.kind != Kind::sum && pick(seed, 2) != 0;
    file << unit << ',' << indicator + 1 << ',';
    if (style >= 2) file.decimal(target);
    file << ',' << (about.at_most ? "<=" : ">=") << ',';
    if (has_base) {
      file.decimal(as_target ? target
                   : ratio   ? before / 10 * 10
                             : quantised(before, about.decimals));
    }
    file << ',';
    write_prior(file, indicator, unit, value, seed);
  }

  // The same period of the year before: of communes, most of them.
  void write_prior(TextFile& file, int indicator, int unit, std::int64_t value,
                   std::uint64_t& seed) {
    const Drawn& about = drawn(indicator);
    const Total& all = total(unit, indicator);
    const std::int64_t style = pick(seed, 100);
    if (unit < workload_.first_commune() || style < 5) {
      file << ',';
      return;
    }
    const std::int64_t part = 700 + pick(seed, 601);
    std::int64_t prior = all.any ? all.parts.value : value;
    std::int64_t base = 0;
    if (is_ratio(about.kind)) {
      base = quantised(scaled(all.parts.base, 900 + pick(seed, 201)), about.decimals);
      if (!all.any) prior = 0;
    }
    file.decimal(style == 5 ? 0 : quantised(scaled(prior, part), about.decimals)) << ',';
    if (is_ratio(about.kind)) file.decimal(base);
  }

  void write_updates() const {
    TextFile file(folder_ + "updates.csv");
    file << "n,unit,indicator,month,value,base,ask\n";
    const int communes = workload_.units() - workload_.first_commune();
    for (int n = 1; n <= kUpdates; ++n) {
      std::uint64_t seed = workload_.random(7, n);
      const int unit = workload_.first_commune() + static_cast<int>(pick(seed, communes));
      const int indicator = static_cast<int>(pick(seed, kIndicators));
      const bool newest = pick(seed, 2) != 0;
      const int month = newest ? months_ : 1 + static_cast<int>(pick(seed, months_));
      int ask = unit;
      for (int level = n % 4; level > 0; --level) ask = workload_.parent(ask);
      file << n << ',';
      report(file, indicator, unit, month, workload_.late(indicator, unit, month));
      file << ',' << ask << '\n';
    }
  }

  const Workload& workload_;
  int months_;
  std::string folder_;
  std::vector<Total> totals_;
};

}  // namespace

void write_tables(const Workload& workload, int months, const std::string& folder) {
  Tables(workload, months, folder).write();
}

}  // namespace tiendo::bench
