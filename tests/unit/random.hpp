// What random tests draw with: the same each time for one seed, with every compiler as long as no
// two arguments of one call both draw.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

class Random {
 public:
  explicit Random(std::uint64_t seed) : random_(seed) {}

  // 0 to most.
  int upto(int most) { return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1)); }
  bool one_in(int count) { return upto(count - 1) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(upto(static_cast<int>(from.size()) - 1))];
  }
  // One of the words of a text.
  std::string pick(std::string_view words) {
    std::istringstream text{std::string(words)};
    return pick(std::vector<std::string>{std::istream_iterator<std::string>(text), {}});
  }
  // One of the words of an enumeration, from the first to the last.
  template <class Enum>
  Enum word(int first, int last) {
    return static_cast<Enum>(first + upto(last - first));
  }
  // The value that draw() gives, once in `of`; or none.
  template <class Draw>
  auto maybe(Draw draw, int of = 2) -> std::optional<decltype(draw())> {
    if (!one_in(of)) return std::nullopt;
    return draw();
  }
  template <class Draw>
  auto several(int most, Draw draw) -> std::vector<decltype(draw())> {
    std::vector<decltype(draw())> all;
    for (int i = upto(most); i > 0; --i) all.push_back(draw());
    return all;
  }
  // For std::shuffle.
  std::mt19937_64& source() { return random_; }

 private:
  std::mt19937_64 random_;
};

}  // namespace tiendo
