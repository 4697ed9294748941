#include "tiendo/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

namespace tiendo::result_test {
namespace {

const std::string kLong(100, 'x');  // longer than what a string holds by itself

Result<std::string> good() { return kLong; }
Result<std::string> bad() { return error(Errc::id_syntax, kLong, 7); }

void expect_bad(const Result<std::string>& result) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Errc::id_syntax);
  EXPECT_EQ(result.error().sentence, kLong);
  EXPECT_EQ(result.error().offset, 7);
}

TEST(ResultTest, IsTheValueAndAPointer) {
  EXPECT_EQ(sizeof(Result<std::int64_t>), sizeof(std::int64_t) + sizeof(void*));
}

TEST(ResultTest, ACopyIsOfTheSameSideAndStandsAlone) {
  Result<std::string> first = good();
  const Result<std::string> copy = first;
  first->clear();
  ASSERT_TRUE(copy);
  EXPECT_EQ(*copy, kLong);
  const Result<std::string> second = bad();
  const Result<std::string> bad_copy = second;
  expect_bad(bad_copy);
  expect_bad(second);
}

TEST(ResultTest, AMoveTakesTheValueOrTheError) {
  Result<std::string> first = good();
  const Result<std::string> moved = std::move(first);
  EXPECT_EQ(*moved, kLong);
  Result<std::string> second = bad();
  const Result<std::string> moved_error = std::move(second);
  expect_bad(moved_error);
  // NOLINTNEXTLINE(bugprone-use-after-move): what is left is part of the promise
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::none);
}

TEST(ResultTest, AnAssignmentChangesSides) {
  Result<std::string> result = good();
  result = bad();
  expect_bad(result);
  result = good();
  EXPECT_EQ(*result, kLong);
  const Result<std::string> other = bad();
  result = other;
  expect_bad(result);
  expect_bad(other);
  Result<std::string>& same = result;
  result = std::move(same);
  expect_bad(result);
  Result<std::string> emptied = std::move(result);
  result = good();  // NOLINT(bugprone-use-after-move): it may be assigned to
  EXPECT_EQ(*result, kLong);
  expect_bad(emptied);
}

TEST(ResultTest, HoldsWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 5);
}

TEST(ResultTest, HoldsWhatHasNoDefault) {
  struct Picky {
    explicit Picky(int given) : value(given) {}
    int value;
  };
  Result<Picky> result = Picky(3);
  EXPECT_EQ(result->value, 3);
  result = error(Errc::id_syntax);
  EXPECT_FALSE(result);
}

}  // namespace
}  // namespace tiendo::result_test
