// Tables of units and targets, read many rows at once or row by row: the plans and the findings
// are the same, whatever is in the cells.

#include "io/plain_parts.hpp"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "plan_dump.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo::plain_parts_test {
namespace {

// Draws the tables of one plan. A row that ends in an empty cell in quotes is read the long way.
class Tables {
 public:
  explicit Tables(std::uint32_t seed) : random_(seed), faulty_(seed % 3 != 0) {
    units_ = {"id,kind,parent,name,name.vi,from,until,codes,source", "top,,,,,,,,",
              "a,commune,top,A,,,,1,", "b,commune,top,,B,2020-01-01,2030-01-01,,",
              "long-id-of-more-than-sixteen-bytes,,a,,,,,,"};
    for (int i = upto(3); i > 0; --i) units_.push_back(unit() + ',');
    targets_ = {
        "indicator,unit,assigner,layer,period,condition,value,baseline,baseline.value,near."
        "value,near.in,source"};
    for (int i = upto(9); i > 0; --i) targets_.push_back(target() + ',');
    line_break_ = one_in(2) ? "\n" : "\r\n";
    if (faulty_ && one_in(12)) units_.emplace_back("c,,,,");
    if (one_in(8)) targets_.emplace_back("");
  }

  // A table of plain targets, of each of so many units one for each indicator, but for some that
  // are any.
  void enlarge(std::size_t units, const std::vector<std::size_t>& others,
               const std::string& of_some = "unit-") {
    targets_.resize(1);
    for (std::size_t i = 0; i < units; ++i) {
      const std::string id = (i / 100 % 2 == 0 ? of_some : "unit-") + std::to_string(i);
      units_.push_back(id + ",,top,,,,,,");
      for (const char* indicator : {"x,", "y,"}) targets_.push_back(indicator + plain_target(id));
    }
    for (const std::size_t at : others) targets_[1 + at % (2 * units)] = target() + ',';
  }

  // With rows of the long way: all, or one in so many.
  PlanReading read(int long_ones, unsigned threads = 1, const Watcher& watcher = {}) {
    const std::string text =
        R"({"format": "tiendo-plan/1", "measures": [{"id": "ha", "kind": "area"}],
            "units": {"table": "units.csv"},
            "indicators": [{"id": "x", "measure": "ha", "kind": "flow", "scale": 2},
                           {"id": "y", "measure": "ha", "kind": "level"}],
            "plan": {"id": "p", "unit": "top", "period": "2025",
                     "targets": {"table": "targets.csv"}}})";
    const auto load = [&](const std::string& path) -> Result<std::string> {
      return table(path == "units.csv" ? units_ : targets_, long_ones);
    };
    return read_plan(text, "plan.json", load, {threads, watcher});
  }

 private:
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  bool one_in(int times) { return upto(times - 1) == 0; }
  bool fault() { return faulty_ && one_in(10); }
  std::string one_of(std::initializer_list<const char*> texts) {
    return texts.begin()[upto(static_cast<int>(texts.size()) - 1)];
  }
  std::string maybe(std::initializer_list<const char*> texts) {
    return one_in(2) ? std::string() : one_of(texts);
  }

  std::string table(const std::vector<std::string>& rows, int long_ones) {
    std::string text = rows[0] + line_break_;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const bool is_long =
          !rows[i].empty() && long_ones > 0 && i % static_cast<std::size_t>(long_ones) == 0;
      text += rows[i] + (is_long ? "\"\"" : "") + line_break_;
    }
    return text;
  }

  std::string unit() {
    std::string id = "u" + std::to_string(upto(99));
    if (fault()) id = one_of({"a", "", "no id", "nghĩa"});
    const std::string parent = fault() ? one_of({"nobody", "topp"}) : maybe({"top", "a"});
    const std::string from =
        fault() ? one_of({"2020", "2020-13-01", "2031-01-01"}) : maybe({"2020-01-01"});
    const std::string until = maybe({"2030-01-01", "2026-01-01"});
    const std::string codes = maybe({"7", "26740", "26740 2004-01-01..2025-07-01", "8; 9", "10;"});
    return id + ",ward," + parent + ',' + maybe({"Ấp"}) + ',' + (fault() ? "B" : "") + ',' + from +
           ',' + until + ',' + codes;
  }

  std::string number() {
    if (fault()) {
      return one_of({"1,5", "1.", ".5", "-", "--1", "1e3", "+4", "1.234", "1.2.3",
                     "999999999999999999999", "9223372036854775808", "0x1", " 1"});
    }
    return one_of({"1", "-2.50", "0", "007", "12345678901234567.8", "123456789012345678",
                   "1234567890123456789", "0.00", "0.1234567890123456789", "0.000000000000000001"});
  }

  // What stands behind the indicator.
  std::string plain_target(const std::string& unit) {
    return unit + ',' + maybe({"top", "a"}) + ",," + maybe({"2025-Q1", "2025-H2"}) + ',' +
           one_of({"at_least", "equal"}) + ',' + one_of({"1", "-2.50", "0", "007"}) + ',' +
           maybe({"12.5", "3"}) + ",,,,";
  }

  std::string target() {
    const std::string indicator = fault() ? one_of({"z", "", "xx"}) : one_of({"x", "y"});
    const std::string unit = fault()
                                 ? one_of({"nobody", "long-id-of-more-than-sixteen-byteS"})
                                 : maybe({"top", "a", "b", "long-id-of-more-than-sixteen-bytes"});
    const std::string layer = fault() ? one_of({"adds", "assign"}) : maybe({"assigned"});
    const std::string period =
        fault() ? one_of({"2026", "2025-13", "x"}) : maybe({"2025-Q1", "2025-H2", "2025"});
    const std::string condition =
        fault() ? one_of({"", "atleast", "between", "yes", "increase_by"})
                : one_of({"at_least", "more_than", "at_most", "less_than", "equal"});
    const std::string value = fault() ? std::string() : number();
    std::string cells = indicator + ',' + unit + ',' + maybe({"top", "a"}) + ',' + layer + ',' +
                        period + ',' + condition + ',' + value + ',';
    cells += (one_in(3) ? number() : "") + ',' + (one_in(6) ? number() : "");
    return cells + (one_in(8) ? ",1,percent" : ",,");
  }

  std::mt19937 random_;
  bool faulty_;
  std::vector<std::string> units_;
  std::vector<std::string> targets_;
  std::string line_break_;
};

std::string lines_of(const Diagnostics& findings) {
  std::string lines;
  for (const Diagnostic& finding : findings) {
    lines += to_string(finding) + " [" + finding.place.path + "]\n";
  }
  return lines;
}

TEST(PlainPartsTest, ManyRowsAtOnceAreWhatTheyAreOneByOne) {
  int refused = 0;
  int built = 0;
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    Tables tables(seed);
    const PlanReading by_row = tables.read(1);
    for (const int long_ones : {0, 3}) {
      const PlanReading at_once = tables.read(long_ones);
      ASSERT_EQ(lines_of(at_once.plan.diagnostics), lines_of(by_row.plan.diagnostics)) << seed;
      if (!by_row.plan) continue;
      ASSERT_EQ(difference(PlanDump::of(*at_once.plan.value), PlanDump::of(*by_row.plan.value)), "")
          << seed;
    }
    ++(by_row.plan ? built : refused);
  }
  EXPECT_GT(refused, 200);
  EXPECT_GT(built, 200);
}

// Large tables, of which two threads read parts, unless a row in a first one is of another kind.
TEST(PlainPartsTest, TwoThreadsReadWhatOneReads) {
  int refused = 0;
  int built = 0;
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    std::mt19937 random(seed);
    Tables tables(seed);
    std::vector<std::size_t> others;
    for (std::size_t left = random() % 3; left > 0; --left) others.push_back(random());
    tables.enlarge(30000, others, seed % 2 == 0 ? "unit-" : "unit-of-more-than-sixteen-bytes-");
    const int long_ones = random() % 2 == 0 ? 0 : static_cast<int>(3000 + random() % 27000);
    const PlanReading alone = tables.read(long_ones, 1);
    const PlanReading together = tables.read(long_ones, 2);
    ASSERT_EQ(lines_of(together.plan.diagnostics), lines_of(alone.plan.diagnostics)) << seed;
    ++(alone.plan ? built : refused);
    if (!alone.plan) continue;
    ASSERT_EQ(write_plan(*together.plan.value), write_plan(*alone.plan.value)) << seed;
    const SoleTargets& sole = together.plan.value->sole_targets();
    const SoleTargets& expected = alone.plan.value->sole_targets();
    EXPECT_GT(sole.target.size(), 10000U);
    EXPECT_EQ(std::tie(sole.first, sole.target, sole.unit, sole.assigner, sole.kind, sole.value,
                       sole.base, sole.scale),
              std::tie(expected.first, expected.target, expected.unit, expected.assigner,
                       expected.kind, expected.value, expected.base, expected.scale));
  }
  EXPECT_GT(refused, 1);
  EXPECT_GT(built, 1);
}

// Who watches may end it at each place where he is asked, while another part is read.
TEST(PlainPartsTest, TwoThreadsEndWhereTheyAreToldTo) {
  Tables tables(3);
  tables.enlarge(25000, {});
  for (int allowed = 0;; ++allowed) {
    int asked = 0;
    const PlanReading reading =
        tables.read(0, 2, [&](const Progress&) { return asked++ < allowed; });
    if (asked <= allowed) break;
    ASSERT_FALSE(reading.plan);
    EXPECT_EQ(lines_of(reading.plan.diagnostics),
              "plan.json: error 3 cancelled: the work was given up, as the caller wished []\n");
    ASSERT_LT(allowed, 1000);
  }
  int asked = 0;
  const auto throws = [&](const Progress&) -> bool {
    if (++asked == 20) throw std::runtime_error("enough");
    return true;
  };
  EXPECT_THROW(tables.read(0, 2, throws), std::runtime_error);
}

TEST(PlainPartsTest, RowsOfOneBoundAreKeptAsNumbers) {
  const PlanReading reading = read_plan(
      R"({"format": "tiendo-plan/1", "measures": [{"id": "ha", "kind": "area"}],
          "units": [{"id": "top"}], "indicators": [{"id": "x", "measure": "ha", "kind": "flow"}],
          "plan": {"id": "p", "unit": "top", "period": "2025",
                   "targets": {"table": "targets.csv"}}})",
      "plan.json", [](const std::string&) -> Result<std::string> {
        return std::string(
            "indicator;period;condition;value;baseline\nx;;at_least;12.40;\n"
            "x;2025-H1;at_most;-3;1.50\nx;2025-Q1;between;1..2;\n");
      });
  ASSERT_TRUE(reading.plan);
  const TargetList& targets = reading.plan.value->targets();
  ASSERT_EQ(targets.size(), 3U);
  ASSERT_TRUE(targets.is_plain(0));
  EXPECT_EQ(targets.plain(0).value, 1240);
  EXPECT_EQ(targets.plain(0).scale, 2);
  ASSERT_TRUE(targets.is_plain(1));
  EXPECT_EQ(targets.period(1), *Period::parse("2025-H1"));
  EXPECT_EQ(targets[1].condition.value.to_string(), "-3");
  EXPECT_EQ(targets.baseline(1)->value.to_string(), "1.50");
  EXPECT_FALSE(targets.is_plain(2));
}

}  // namespace
}  // namespace tiendo::plain_parts_test
