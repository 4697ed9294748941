// Laws of the map, on random events: what is added up is the same on every map.

#include <gtest/gtest.h>

#include <random>

#include "events.hpp"

namespace tiendo::unit_map_laws_test {
namespace {

constexpr std::uint64_t kSeed = 20250701;
constexpr int kPlans = 300;
constexpr int kYears = 6;

// Every year some of the units that are there merge, divide, give away a part or pass to a new one.
class Events {
 public:
  explicit Events(std::uint64_t seed) : random_(seed) {}

  Book make() {
    Book book = good_book();
    book.units = {unit("province")};
    book.head.unit = "province";
    book.targets.clear();
    book.projects.clear();
    book.task_groups.clear();
    for (int i = 0; i < 4; ++i) begin(book);
    for (int year = 0; year < kYears; ++year) {
      std::shuffle(there_.begin(), there_.end(), random_);
      const std::vector<std::string> before = std::exchange(there_, {});
      for (std::size_t at = 0; at < before.size();) {
        const std::size_t many = std::min(before.size() - at, 1 + random_() % 3);
        std::vector<std::string> from(before.begin() + static_cast<std::ptrdiff_t>(at),
                                      before.begin() + static_cast<std::ptrdiff_t>(at + many));
        at += many;
        happen(book, std::to_string(2020 + year) + "-07-01", std::move(from));
      }
    }
    return book;
  }

 private:
  std::string begin(Book& book) {
    book.units.push_back(unit("u" + std::to_string(book.units.size()), "province"));
    there_.push_back(book.units.back().id);
    return there_.back();
  }

  void happen(Book& book, const std::string& on, std::vector<std::string> from) {
    if (random_() % 3 == 0) {  // nothing happens
      there_.insert(there_.end(), from.begin(), from.end());
      return;
    }
    std::vector<Heir> to;
    if (random_() % 4 == 0) {
      to.push_back(heir(from.front()));
      there_.push_back(from.front());
    }
    for (std::size_t heirs = random_() % 3 + 1; heirs > to.size();) {
      to.push_back(heir(begin(book)));
    }
    if (from.size() == 1 && to.size() == 1 && to[0].unit == from[0]) return;
    share_out(to);
    book.succession.push_back(becomes(on, std::move(from), std::move(to)));
  }

  // Sevenths and the like come out of chains; the shares themselves are decimals.
  void share_out(std::vector<Heir>& to) {
    if (to.size() == 1) return;
    Decimal left = 1;
    for (std::size_t i = 0; i + 1 < to.size(); ++i) {
      to[i].share = *Decimal::of(1 + static_cast<std::int64_t>(random_() % 44), 2);
      left = *(left - *to[i].share);
    }
    to.back().share = left;
  }

  std::mt19937_64 random_;
  std::vector<std::string> there_;
};

TEST(UnitMapLaws, WhatAddsUpIsTheSameOnEveryLaterMap) {
  int divided = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + kPlans; ++seed) {
    const Checked<Plan> made = Events(seed).make().build();
    ASSERT_TRUE(made) << seed << ": " << to_string(made.diagnostics.front());
    const UnitMap& map = made.value->unit_map();
    const Index units = static_cast<Index>(made.value->units().size());
    for (int from = 2020; from <= 2020 + kYears; ++from) {
      const Date old_day = day(std::to_string(from) + "-06-30");
      for (int to = from; to <= 2020 + kYears; ++to) {
        const Date new_day = day(std::to_string(to) + "-06-30");
        Result<Ratio> old_sum = Ratio();
        Result<Ratio> new_sum = Ratio();
        for (Index unit = 1; unit < units; ++unit) {
          // The reports of the units are their numbers.
          if (map.exists(unit, old_day)) {
            old_sum = old_sum + Ratio(unit);
            Result<Ratio> whole = Ratio();
            for (const Portion& part : map.heirs_of(unit, old_day, new_day)) {
              EXPECT_TRUE(map.exists(part.unit, new_day));
              whole = whole + part.share;
              divided += part.share == 1 ? 0 : 1;
            }
            ASSERT_EQ(*whole, 1) << seed;
          }
          if (!map.exists(unit, new_day)) continue;
          for (const Portion& part : map.predecessors_of(unit, new_day, old_day)) {
            EXPECT_TRUE(map.exists(part.unit, old_day));
            new_sum = new_sum + part.share * Ratio(part.unit);
          }
        }
        ASSERT_EQ(*old_sum, *new_sum) << seed << ' ' << from << ' ' << to;
      }
    }
  }
  EXPECT_GT(divided, 10'000);
}

}  // namespace
}  // namespace tiendo::unit_map_laws_test
