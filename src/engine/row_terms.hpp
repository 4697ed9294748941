// What the figures of rows that follow from columns are made of. Every one of them is a quotient of
// two integers that are made of six: A = n/d and B = nb/db times a power of ten, the target t and
// the base b at one scale. A formula is written once, for any kind of number; made of the sizes of
// the numbers of a block it says in how many bits the block can be computed.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

#include "engine/row_store.hpp"

namespace tiendo {

using detail::Int128;

inline constexpr std::size_t kBlock = 1024;
// A number of which only matters how many bits it takes at most.
struct Bits {
  int bits = 0;

  friend Bits operator*(Bits a, Bits b) { return {a.bits + b.bits}; }
  friend Bits operator-(Bits a, Bits b) { return {std::max(a.bits, b.bits) + 1}; }
};

inline int width(std::uint64_t number) { return static_cast<int>(std::bit_width(number)); }

inline Bits size_of(Bits number) { return number; }
inline Bits signed_as(Bits number, Bits) { return number; }
template <class N>
N size_of(N number) {
  return number < 0 ? -number : number;
}
template <class N>
N signed_as(N number, N sign) {
  return sign < 0 ? -number : number;
}

// What a figure of a row is made of.
template <class N>
struct Terms {
  N n{}, d{}, t{}, b{}, nb{}, db{};
};

// 10^exponent, or as many as 128 bits hold and too many for any use.
inline Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// How the numbers of an indicator stand to those of the figure: `up` over `down` is the power of
// ten of the quotient, `a` over `t` that by which a value and a target compare.
template <class N>
struct Powers {
  N up{}, down{}, a{}, t{};
};
inline constexpr int kMostExponent = 37;

struct Exponents {
  int value;   // of A
  int target;  // digits of t and b
};

// Of an indicator; nothing where its measure is no power of ten.
std::optional<Exponents> exponents_of(const ReportRows::Store& store, Index indicator);

template <class N>
Powers<N> powers_of(int quotient, const Exponents& of) {
  const auto power = [](int exponent) {
    const Int128 whole = power_of_ten(std::max(exponent, 0));
    if constexpr (std::is_same_v<N, Bits>) {
      const auto high = static_cast<std::uint64_t>(whole >> 64);
      return high != 0 ? Bits{64 + width(high)} : Bits{width(static_cast<std::uint64_t>(whole))};
    } else {
      return static_cast<N>(whole);
    }
  };
  const int align = of.value + of.target;
  return {power(quotient), power(-quotient), power(align), power(-align)};
}

inline bool is_within(int exponent) {
  return exponent <= kMostExponent && exponent >= -kMostExponent;
}

// The rows of a block, what they are made of, and which of them have what it takes. Numbers are
// read where they stand, or where they were gathered.
struct Block {
  using Numbers = std::array<std::int64_t, kBlock>;

  const std::int64_t* n = nullptr;
  const std::int64_t* d = nullptr;
  const std::int64_t* t = nullptr;
  const std::int64_t* b = nullptr;
  const std::int64_t* nb = nullptr;
  const std::int64_t* db = nullptr;
  std::array<bool, kBlock> valid;
  std::size_t rows = 0;
  std::array<Numbers, 4> gathered;  // n, d, nb, db

  Terms<Bits> bits() const {
    const auto widest = [this](const std::int64_t* of) {
      std::uint64_t all = 0;
      for (std::size_t i = 0; i < rows; ++i) {
        all |= static_cast<std::uint64_t>(of[i] < 0 ? ~of[i] : of[i]);
      }
      return Bits{width(all) + 1};
    };
    return {widest(n), widest(d), widest(t), widest(b), widest(nb), widest(db)};
  }
  template <class N>
  Terms<N> terms(std::size_t i) const {
    return {n[i], d[i], t[i], b[i], nb[i], db[i]};
  }
};

// Gathers the rows of a run, block by block.
class Gatherer {
 public:
  // Whether the rows need what they are compared with, and a target.
  Gatherer(const ReportRows::Store& store, const RowRun& run, bool base, bool of_target);

  // The block that begins with this row of the run.
  void take(std::size_t begin, Block& block) const;

 private:
  struct Parts {
    const std::int64_t* n;
    const std::int64_t* d;
  };
  Parts take_sums(const UnitSums& sums, std::span<const Index> units, Block::Numbers* gathered,
                  bool* valid) const;

  const ReportRows::Store& store_;
  const RowRun& run_;
  bool base_;
  bool of_target_;
  bool ratio_;
  std::size_t entry_;
};

// Whether each target of so many columns, from the first on, is a number of 64 bits.
bool has_numbers(const ReportRows::Store& store, std::size_t first, std::size_t columns);

}  // namespace tiendo
