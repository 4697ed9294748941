/// @file
/// The national workload: the plan book of a whole country, made by rule.
///
/// One country, its provinces, districts and communes, 24 indicators of four kinds and so many
/// months of reports. Every cell is a pure function of seed, indicator, unit and month, so that a
/// book of 12 months begins as one of 60 does. Amounts are whole numbers of thousandths. Only
/// communes report: 3 % of their months are never reported, and 2 % of the others twice.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tiendo::bench {

__extension__ using Wide = __int128;

/// How the months of a commune make one figure: their sum, the latest of them, and the same of the
/// two parts of a ratio.
enum class Kind : std::uint8_t { sum, last, ratio_sum, ratio_last };

/// "sum", "last", "ratio_sum", "ratio_last".
const char* name_of(Kind kind) noexcept;
/// Whether it has a numerator and a denominator.
constexpr bool is_ratio(Kind kind) noexcept { return kind >= Kind::ratio_sum; }
/// Whether the months add up; otherwise the latest counts.
constexpr bool adds_up(Kind kind) noexcept { return kind == Kind::sum || kind == Kind::ratio_sum; }

/// What is planned and reported.
struct Drawn {
  const char* code;
  Kind kind;
  int decimals;  ///< of what is reported, 0 to 3
  const char* measure;
  bool at_most;          ///< what is better: less, else more
  std::int64_t typical;  ///< a month of a typical commune, of a ratio its denominator
  int rate;              ///< of a ratio: the typical share, per mille
};

inline constexpr int kIndicators = 24;
extern const std::array<Drawn, kIndicators> kDrawn;

/// How many units a book has. Each province has five districts at least, and each district five
/// communes, so there are no fewer than five times as many.
struct Shape {
  int provinces = 63;
  int districts = 705;
  int communes = 10600;
};

/// A number, or the two parts of a ratio.
struct Parts {
  std::int64_t value = 0;
  std::int64_t base = 0;
};

/// What becomes of one month of a commune.
struct Fate {
  bool reported;
  bool revised;
  int lag;  ///< how many months later it is revised
};

/// The rule. Units are numbered from the country, 0, level by level: a parent comes before what
/// is below it. Months count from 1, indicators here from 0.
class Workload {
 public:
  Workload(const Shape& shape, std::uint64_t seed);

  int units() const noexcept { return static_cast<int>(parents_.size()); }
  int first_commune() const noexcept { return first_commune_; }
  /// The unit above; -1 of the country.
  int parent(int unit) const { return parents_[at(unit)]; }
  /// 0 for the country to 3 for a commune.
  int level(int unit) const { return levels_[at(unit)]; }
  /// How large a commune is, in thousandths of a typical one; 0 of all others.
  std::int64_t size(int unit) const { return sizes_[at(unit)]; }

  Fate fate(int indicator, int unit, int month) const;
  /// What is reported first, what in the end, and what arrives after the book was closed.
  Parts first(int indicator, int unit, int month) const { return draw(indicator, unit, month, 10); }
  Parts last(int indicator, int unit, int month) const;
  Parts late(int indicator, int unit, int month) const { return draw(indicator, unit, month, 12); }

  /// A number that looks drawn and is the same each time. `salt` says what it is drawn for.
  std::uint64_t random(std::uint64_t salt, int a, int b = 0, int c = 0) const;

 private:
  static std::size_t at(int unit) noexcept { return static_cast<std::size_t>(unit); }
  void add(int parent, int level);
  std::vector<int> spread(std::uint64_t salt, int parents, int children) const;
  Parts draw(int indicator, int unit, int month, std::uint64_t salt) const;
  Parts draw_ratio(int indicator, int unit, std::uint64_t seed, int decimals) const;

  std::uint64_t seed_;
  int first_commune_ = 0;
  std::vector<int> parents_;
  std::vector<int> levels_;
  std::vector<std::int64_t> sizes_;
};

/// The next draw out of 0 to n - 1.
std::int64_t pick(std::uint64_t& seed, std::int64_t n);
/// x times so many thousandths, towards zero.
std::int64_t scaled(std::int64_t x, std::int64_t permille);
/// x with no more than so many decimals, towards zero.
std::int64_t quantised(std::int64_t x, int decimals);

}  // namespace tiendo::bench
