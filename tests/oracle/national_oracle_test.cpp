// The national workload on small countries: the library, from its own files and through its public
// interface, against the baseline that is written by hand. Both give every answer rounded, so that
// one wrong last digit is seen.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "baseline.hpp"
#include "book.hpp"
#include "convert.hpp"
#include "draws.hpp"
#include "generator.hpp"

namespace tiendo::bench {
namespace {

// A folder of its own, which goes with it.
class Folder {
 public:
  Folder() : path_(std::filesystem::path(testing::TempDir()) / unique_name()) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string path() const { return path_.string(); }

 private:
  static std::string unique_name() { return "tiendo-national-" + std::to_string(now()); }

  std::filesystem::path path_;
};

template <class Peer>
Answers answers_of(const Call& call, const std::vector<Update>& updates) {
  Peer peer(call);
  peer.q1();
  peer.q2();
  peer.q3();
  peer.q4();
  peer.q5();
  for (const Update& update : updates) peer.q6(update);
  return peer.answers();
}

std::string text_of(const Progress& row) {
  std::string text;
  for (const std::int64_t number : {row.value, row.percent, row.growth}) {
    text += (number == kNothing ? "-" : std::to_string(number)) + ' ';
  }
  return text + (row.verdict == 0 ? '-' : row.verdict);
}

std::string text_of(const Counts& counts) { return testing::PrintToString(counts); }

template <class Rows>
void expect_same(const Rows& book, const Rows& baseline, const std::string& question) {
  ASSERT_EQ(book.size(), baseline.size()) << question;
  for (std::size_t row = 0; row < book.size(); ++row) {
    if (book[row] == baseline[row]) continue;
    FAIL() << question << ", row " << row << ": " << text_of(book[row]) << ", by hand "
           << text_of(baseline[row]);
  }
}

// A book of `months` months as of the end of month `as_of`.
void check(const Shape& shape, std::uint64_t seed, int months, int as_of, int threads) {
  const Folder folder;
  write_tables(Workload(shape, seed), months, folder.path());
  convert(folder.path(), as_of);
  const Call call{folder.path(), as_of, "-", threads, 1};
  const std::vector<Update> updates = updates_in(folder.path());
  const Answers book = answers_of<Book>(call, updates);
  const Answers baseline = answers_of<Baseline>(call, updates);
  const std::string where = "seed " + std::to_string(seed) + ", month " + std::to_string(as_of) +
                            " of " + std::to_string(months) + ", ";
  expect_same(book.q1, baseline.q1, where + "q1");
  expect_same(book.q2, baseline.q2, where + "q2");
  expect_same(book.q3, baseline.q3, where + "q3");
  expect_same(book.q4, baseline.q4, where + "q4");
  expect_same(book.q5, baseline.q5, where + "q5");
  expect_same(book.q6, baseline.q6, where + "q6");
}

constexpr Shape kSmall = {1, 5, 25};

// As of the last month of the book, and as of an earlier one, when later reports are there already.
TEST(NationalOracleTest, SmallBooksOfAllLengthsAreAnsweredAsByHand) {
  const oracle::Draws draws(1, 1);
  for (int i = 0; i < draws.cases(); ++i) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(i);
    for (const auto& [months, as_of] : {std::pair{1, 1}, {7, 5}, {12, 12}, {14, 13}}) {
      check(kSmall, seed, months, as_of, 1);
    }
  }
}

// Communes, districts and provinces of very different numbers below them.
TEST(NationalOracleTest, AnUnevenCountryIsAnsweredAsByHand) { check({2, 11, 60}, 5, 3, 3, 1); }

TEST(NationalOracleTest, TwoThreadsGiveTheSameAnswers) { check(kSmall, 9, 3, 2, 2); }

// So many rows that they are shared out.
TEST(NationalOracleTest, TwoThreadsShareTheRowsOfALargerCountry) {
  check({2, 20, 700}, 4, 2, 2, 2);
}

}  // namespace
}  // namespace tiendo::bench
