// Books that no office would write and every program may be handed: numbers of any size, ratios of
// nothing, one cell corrected without end, trees that are deep or wide. Each is read from text and
// answered as plain fractions say.

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "draws.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo {
namespace {

Date day(const char* text) { return *Date::parse(text); }

Request by(const char* as_of) {
  Request request;
  request.as_of = day(as_of);
  request.rules.unreported = Unreported::leave_out;
  return request;
}

// A plan whose units and targets stand in tables, for the first quarter of 2024 and unit 0.
Plan plan_of(const std::string& indicators, const std::string& units, const std::string& targets) {
  const std::string text =
      R"({"format": "tiendo-plan/1", "measures": [
            {"id": "percent", "kind": "share", "name": "%", "factor": "0.01"},
            {"id": "tonne", "kind": "mass", "name": "t"}],
          "units": {"table": "units.csv"}, "indicators": [)" +
      indicators +
      R"(], "plan": {"id": "p", "unit": "0", "period": "2024-Q1",
                     "targets": {"table": "targets.csv"}}})";
  const auto load = [&](const std::string& name) -> Result<std::string> {
    return name == "units.csv" ? units : targets;
  };
  PlanReading reading = read_plan(text, "plan.json", load);
  for (const Diagnostic& finding : reading.plan.diagnostics) ADD_FAILURE() << to_string(finding);
  return *std::move(reading.plan.value);
}

Diagnostics read_into(ObservationLog& log, const std::string& text) {
  return read_observations(text, "reports.csv", NumberFormat::plain(), log);
}

constexpr const char* kHeader = "indicator,unit,period,value,numerator,denominator,revision\n";
constexpr const char* kFlow = R"({"id": "f", "measure": "tonne", "kind": "flow"})";

// ---- Numbers of any size ------------------------------------------------------------------------

constexpr std::array kIds = {"f", "l", "r", "s"};
constexpr std::size_t kUnits = 9;  // 0, below it 1 and 2, below these three each
constexpr std::size_t parent_of(std::size_t unit) { return unit < 3 ? 0 : 1 + (unit - 3) / 3; }
bool is_ratio(std::size_t indicator) { return indicator >= 2; }
bool adds_up(std::size_t indicator) { return indicator % 2 == 0; }

// The two parts of a ratio, 1 below a plain number; nothing where nothing was reported.
struct Sum {
  Ratio above = 0;
  Ratio below = 1;
  bool any = false;

  void add(const Sum& other) {
    if (!other.any) return;
    above = any ? *(above + other.above) : other.above;
    below = any ? *(below + other.below) : other.below;
    any = true;
  }
  std::optional<Ratio> value(std::size_t indicator) const {
    if (!any) return std::nullopt;
    if (!is_ratio(indicator)) return above;
    const Result<Ratio> quotient = Ratio(100) * above / below;
    return quotient ? std::optional(*quotient) : std::nullopt;
  }
};

// A book of numbers drawn from the ends of what machines and people write.
class ExtremeBook {
 public:
  explicit ExtremeBook(std::uint64_t seed) : random_(seed) {
    for (std::size_t indicator = 0; indicator < kIds.size(); ++indicator) {
      for (std::size_t unit = 3; unit < kUnits; ++unit) draw_reports(indicator, unit);
    }
    for (std::size_t indicator = 0; indicator < kIds.size(); ++indicator) {
      for (std::size_t unit = kUnits; unit-- > 0;) {
        if (unit > 0) now_[{indicator, parent_of(unit)}].add(now_[{indicator, unit}]);
        if (unit > 0) before_[{indicator, parent_of(unit)}].add(before_[{indicator, unit}]);
        draw_target(indicator, unit);
      }
    }
  }

  void check() {
    const Plan plan =
        plan_of(std::string(kFlow) +
                    R"(, {"id": "l", "measure": "tonne", "kind": "level", "unit_rule": "sum"},
                 {"id": "r", "measure": "percent", "kind": "ratio"},
                 {"id": "s", "measure": "percent", "kind": "ratio", "of": "level"})",
                "id,kind,parent\n0,country,\n1,province,0\n2,province,0\n3,commune,1\n4,commune,1\n"
                "5,commune,1\n6,commune,2\n7,commune,2\n8,commune,2\n",
                "indicator,unit,condition,value\n" + target_rows_);
    ObservationLog log(plan);
    const Diagnostics findings = read_into(log, kHeader + report_rows_);
    for (const Diagnostic& finding : findings) ADD_FAILURE() << to_string(finding);
    const Report report = evaluate(log, by("2024-03-31"));
    ASSERT_EQ(report.rows.size(), kIds.size() * kUnits);
    for (std::size_t at = 0; at < report.rows.size(); ++at) {
      const ReportRow row = report.rows[at];
      ASSERT_NO_FATAL_FAILURE(check(row)) << report_rows_ << target_rows_;
    }
  }

 private:
  using Cell = std::pair<std::size_t, std::size_t>;

  std::size_t any(std::size_t count) { return random_() % count; }

  std::string digits(std::size_t count) {
    std::string text(1, static_cast<char>('1' + any(9)));
    while (text.size() < count) text += static_cast<char>('0' + any(10));
    return text;
  }

  std::string number() {
    switch (any(10)) {
      case 0: return "0";
      case 1: return digits(40);
      case 2: return "0." + std::string(29, '0') + "1";
      case 3: return "9223372036854775807";
      case 4: return "-9223372036854775808";
      case 5: return "922337203685477580.7";
      case 6: return "-" + digits(20) + "." + digits(18);
      case 7: return "4611686018427387904";
      default: return digits(1 + any(6)) + "." + digits(1 + any(3));
    }
  }

  // A report, in the file and as a sum.
  Sum report(std::size_t indicator, std::size_t unit, const std::string& period, int revision) {
    Sum sum;
    sum.any = true;
    const std::string above = number();
    sum.above = *Decimal::parse(above);
    const std::string start = std::string(kIds[indicator]) + ',' + std::to_string(unit) + ',';
    std::string cells = above + ",,";
    if (is_ratio(indicator)) {
      const std::string below = any(3) == 0 ? "0" : number();
      sum.below = *Decimal::parse(below);
      cells = ',' + above + ',' + below;
    }
    report_rows_ += start + period + ',' + cells + ',' + std::to_string(revision) + '\n';
    return sum;
  }

  void draw_reports(std::size_t indicator, std::size_t unit) {
    Sum& now = now_[{indicator, unit}];
    for (const char* month : {"2024-01", "2024-02", "2024-03"}) {
      Sum last;
      const int reports = static_cast<int>(any(4));  // none, or one with its corrections
      for (int i = 0; i < reports; ++i) last = report(indicator, unit, month, i);
      if (!adds_up(indicator) && last.any) now = {};
      now.add(last);
    }
    if (any(4) != 0) before_[{indicator, unit}] = report(indicator, unit, "2023-Q1", 0);
  }

  void draw_target(std::size_t indicator, std::size_t unit) {
    std::string text = number();
    const std::optional<Ratio> reached = now_[{indicator, unit}].value(indicator);
    const auto exact = reached ? reached->to_decimal() : Result<Decimal>(error(Errc::no_data));
    if (any(2) == 0 && exact) text = exact->to_string();
    targets_[{indicator, unit}] = *Decimal::parse(text);
    target_rows_ +=
        std::string(kIds[indicator]) + ',' + std::to_string(unit) + ",at_least," + text + '\n';
  }

  // Whether a figure is what the fractions say, or both are missing.
  static void expect(const Figure& figure, const Result<Ratio>& expected) {
    ASSERT_EQ(figure.value.has_value(), static_cast<bool>(expected));
    if (expected) {
      ASSERT_EQ(*figure, *expected);
    }
  }

  void check(const ReportRow& row) {
    const Cell cell = {row.indicator, row.unit};
    const Result<Ratio> missing = error(Errc::no_data);
    const std::optional<Ratio> actual = now_[cell].value(cell.first);
    const std::optional<Ratio> before = before_[cell].value(cell.first);
    const Ratio target = targets_.at(cell);
    expect(row.actual, actual ? Result<Ratio>(*actual) : missing);
    expect(row.completion, actual ? Ratio(100) * *actual / target : missing);
    expect(row.growth,
           actual && before ? Ratio(100) * (*actual - *before) / before->abs() : missing);
    const Verdict verdict = !actual            ? Verdict::none
                            : *actual > target ? Verdict::exceeded
                            : *actual < target ? Verdict::missed
                                               : Verdict::met;
    ASSERT_EQ(row.verdict, verdict);
  }

  std::mt19937_64 random_;
  std::string report_rows_;
  std::string target_rows_;
  std::map<Cell, Sum> now_;
  std::map<Cell, Sum> before_;
  std::map<Cell, Ratio> targets_;
};

TEST(ExtremeBooksOracleTest, NumbersOfAnySizeAndRatiosOfNothingAreExact) {
  const oracle::Draws draws(1, 60);
  for (int i = 0; i < draws.cases(); ++i) {
    SCOPED_TRACE(i);
    ExtremeBook(draws.seed() + static_cast<std::uint64_t>(i)).check();
    if (testing::Test::HasFatalFailure()) return;
  }
}

// ---- Beyond the limits --------------------------------------------------------------------------

Plan flow_plan(const std::string& units, const std::string& targets = "") {
  return plan_of(R"({"id": "f", "measure": "tonne", "kind": "flow", "scale": 3})",
                 "id,kind,parent\n" + units, "indicator,unit,condition,value\n" + targets);
}

TEST(ExtremeBooksOracleTest, ANumberBeyondTheLimitsIsRefusedWithItsPlaceAndNothingIsLoaded) {
  const struct {
    std::string value;
    Errc code;
  } cases[] = {{std::string(1001, '7'), Errc::number_too_long},
               {"0.0001", Errc::value_scale},
               {"1e3", Errc::number_syntax}};
  for (const auto& one : cases) {
    std::string text = kHeader;
    for (int row = 2; row <= 30000; ++row) {
      text +=
          "f,0,2024-01," + (row == 20001 ? one.value : "1") + ",,," + std::to_string(row) + '\n';
    }
    ObservationLog log(flow_plan("0,country,\n"));
    const Diagnostics findings = read_into(log, text);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, one.code);
    EXPECT_EQ(findings[0].place.line, 20001);
    EXPECT_EQ(findings[0].place.column, 13);
    EXPECT_EQ(log.size(), 0U);
  }
}

// ---- Sizes --------------------------------------------------------------------------------------

// The last of 100,000 revisions counts, in whatever order they stand; as known on an earlier day
// the last of that day.
TEST(ExtremeBooksOracleTest, OneCellMayBeCorrectedWithoutEnd) {
  constexpr std::uint64_t kRevisions = 100'000;
  std::string text = kHeader;
  for (std::uint64_t i = 0; i < kRevisions; ++i) {
    const std::string revision = std::to_string(i * 7919 % kRevisions);  // each once
    text += "f,0,2024-01," + revision + ",,," + revision + '\n';
  }
  ObservationLog log(flow_plan("0,country,\n", "f,0,at_least,5\n"));
  ASSERT_TRUE(read_into(log, text).empty());
  ASSERT_EQ(log.size(), kRevisions);
  EXPECT_EQ(*evaluate(log, by("2024-03-31")).rows.front().actual, Ratio(99'999));
  const Diagnostics again = read_into(log, std::string(kHeader) + "f,0,2024-01,6,,,5\n");
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].code, Errc::observations_disagree);
}

// Every unit has one below it and one beside that, down to 64 levels; those beside report.
TEST(ExtremeBooksOracleTest, ATreeMayBeDeep) {
  constexpr int kLevels = 64;
  std::string units = "0,unit,\n";
  std::string targets = "f,0,at_least,1\n";
  std::string text = kHeader;
  for (int level = 1; level < kLevels; ++level) {
    const std::string own = std::to_string(level);
    const std::string above = std::to_string(level - 1);
    units += own + ",unit," + above + "\nbeside-" + own + ",unit," + above + '\n';
    targets += "f," + own + ",at_least,1\n";
    text += "f,beside-" + own + ",2024-01," + own + ",,,\n";
  }
  ObservationLog log(flow_plan(units, targets));
  ASSERT_TRUE(read_into(log, text).empty());
  const Report report = evaluate(log, by("2024-03-31"));
  ASSERT_EQ(report.rows.size(), std::size_t{kLevels});
  for (int level = 0; level < kLevels - 1; ++level) {
    const ReportRow row = report.rows[static_cast<std::size_t>(level)];
    std::int64_t below = 0;
    for (int i = level + 1; i < kLevels; ++i) below += i;
    ASSERT_TRUE(row.actual) << level;
    EXPECT_EQ(*row.actual, Ratio(below)) << level;
  }
}

// As many units as are asked for, each with so many below it, or all below the first. The time
// that this takes grows as the number does, or its long run does not end.
void check_units(std::uint64_t count, std::uint64_t below) {
  std::string units = "0,unit,\n";
  std::string text = kHeader;
  std::int64_t sum = 0;
  for (std::uint64_t unit = 1; unit < count; ++unit) {
    const std::string own = std::to_string(unit);
    units += own + ",unit," + std::to_string((unit - 1) / below) + '\n';
    if ((unit * below) + 1 < count) continue;  // only those that have none below report
    text += "f," + own + ",2024-02," + own + ".125,,,\n";
    sum += static_cast<std::int64_t>(unit) * 1000 + 125;
  }
  ObservationLog log(flow_plan(units, "f,0,at_least,7\nf,1,at_least,7\n"));
  ASSERT_TRUE(read_into(log, text).empty());
  const Report report = evaluate(log, by("2024-03-31"));
  ASSERT_EQ(report.rows.size(), 2U);
  const ReportRow row = report.rows.front();
  ASSERT_TRUE(row.actual);
  EXPECT_EQ(*row.actual, *Ratio::of(*Decimal::of(sum, 0), 1000));
  EXPECT_EQ(row.verdict, Verdict::exceeded);
}

TEST(ExtremeBooksOracleTest, ManyUnitsMayStandBelowOneOrInManyLevels) {
  const std::uint64_t count = oracle::number_in("TIENDO_UNITS", 3000);
  check_units(count, count);
  check_units(count, 2);
}

}  // namespace
}  // namespace tiendo
