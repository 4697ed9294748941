/// @file
/// The questions answered by hand: dense arrays of 64-bit thousandths, and quotients of 128 bits.
///
/// It knows that there is one report of each cell that counts, in whole months of one window, of 24
/// indicators that fit its arrays. What it takes is the bar for the library, which knows none of
/// that; its answers are exact, so that they must be the same.
#pragma once

#include <string>
#include <vector>

#include "driver.hpp"
#include "workload.hpp"

namespace tiendo::bench {

class Baseline {
 public:
  /// Loads the tables of a folder, as of the month asked about.
  explicit Baseline(const Call& call);

  void q1();
  void q2();
  void q3();
  void q4();
  void q5();
  void all();
  /// Applies a late report and answers the question after it.
  void q6(const Update& update);

  const Answers& answers() const noexcept { return answers_; }
  int indicators() const noexcept { return kIndicators; }

 private:
  // A sum or a level; of a ratio its two parts. kNothing where nothing was reported.
  struct Amount {
    std::int64_t value = kNothing;
    std::int64_t base = kNothing;
  };
  struct Target {
    std::int64_t target, baseline;
    Amount prior;
    bool at_most;
  };
  struct Report {
    int unit, indicator, month;
    std::int64_t value, base;
  };
  enum Part { value = 1, percent = 2, growth = 4, verdict = 8 };
  static constexpr int kAll = value | percent | growth | verdict;

  void load_units(const std::string& folder);
  void load_indicators(const std::string& folder);
  void load_targets(const std::string& folder);
  void load_observations(const std::string& folder);
  void put(const Report& report);

  static std::size_t at(int unit, int indicator) noexcept {
    return static_cast<std::size_t>(unit) * kIndicators + static_cast<std::size_t>(indicator);
  }
  Kind kind(std::size_t indicator) const noexcept { return kinds_[indicator]; }
  std::size_t month_of(int commune, int indicator) const noexcept;
  std::size_t base_of(int commune, int indicator) const noexcept;
  template <class Body>
  void split(int count, const Body& body) const;

  Amount amount(int commune, int indicator) const;
  static void add(Amount& sum, const Amount& one);
  void add_up();
  template <int kParts>
  Progress finish(const Amount& amount, Kind kind, const Target& target, const Amount& prior) const;
  template <int kParts>
  void finish_communes(std::vector<Progress>& rows) const;
  void roll_up(std::vector<Progress>& rows);
  void count(const std::vector<Progress>& rows);

  int months_;
  int threads_;
  int units_ = 0;
  int first_commune_ = 0;
  std::vector<int> parents_;
  std::vector<int> below_from_;  // the communes below a unit
  std::vector<int> below_to_;
  std::array<Kind, kIndicators> kinds_ = {};
  std::array<int, kIndicators> ratios_ = {};  // which of the ratios an indicator is
  int ratio_count_ = 0;
  std::vector<std::int64_t> values_;  // by commune, indicator and month
  std::vector<std::int64_t> bases_;   // by commune, ratio and month
  std::vector<Target> targets_;
  std::vector<Amount> amounts_;
  std::vector<Progress> verdicts_;
  Answers answers_;
};

}  // namespace tiendo::bench
