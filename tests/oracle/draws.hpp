/// @file
/// How many books a test draws at random, and from which seed: as many each time and the same ones,
/// unless the variables TIENDO_CASES and TIENDO_SEED say otherwise.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

namespace tiendo::oracle {

/// The number in the variable, or the other one where it is not set.
inline std::uint64_t number_in(const char* variable, std::uint64_t other) {
  const char* given = std::getenv(variable);
  return given == nullptr ? other : std::strtoull(given, nullptr, 10);
}

/// From which seed on, and how many. Printed where it is not the usual number, so that a long run
/// says what it ran, and a failure names the seed of its book.
class Draws {
 public:
  Draws(std::uint64_t usual_seed, int usual_cases)
      : seed_(number_in("TIENDO_SEED", usual_seed)),
        cases_(
            static_cast<int>(number_in("TIENDO_CASES", static_cast<std::uint64_t>(usual_cases)))),
        enough_(cases_ >= usual_cases) {
    if (seed_ == usual_seed && cases_ == usual_cases) return;
    std::cout << "TIENDO_SEED=" << seed_ << " TIENDO_CASES=" << cases_ << '\n';
  }

  std::uint64_t seed() const noexcept { return seed_; }
  int cases() const noexcept { return cases_; }
  /// Whether so many have something of everything.
  bool enough() const noexcept { return enough_; }

  /// Says how far a long run is.
  void tell(int done) const {
    if (done % kStep == 0 && done > 0) std::cout << done << " books" << std::endl;
  }

 private:
  static constexpr int kStep = 10'000;
  std::uint64_t seed_;
  int cases_;
  bool enough_;
};

}  // namespace tiendo::oracle
