// What the log refuses, and that a refusal leaves it as it was.

#include <gtest/gtest.h>

#include "logs.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::observation_refusals_test {
namespace {

// A report that is refused, and why.
struct Refusal {
  const char* what;
  Observation row;
  Errc code;
};

std::vector<Refusal> refusals() {
  const auto with_parts = [](Observation o, const char* numerator, const char* denominator) {
    if (numerator) o.numerator = dec(numerator);
    if (denominator) o.denominator = dec(denominator);
    return o;
  };
  const Observation bare = reported("rate", "2024-01");
  return {
      {"indicator", reported("sea", "2024-01 5"), Errc::unknown_indicator},
      {"no indicator", reported("", "2024-01 5"), Errc::unknown_indicator},
      {"unit", changed(reported("output", "2024-01 5"), [](Observation& o) { o.unit = "city"; }),
       Errc::unknown_unit},
      {"project", reported("output", "2024-01 5 project=rail"), Errc::unknown_project},
      {"stage", reported("output", "2024-01 5 project=road stage=sold"), Errc::unknown_stage},
      {"stage of a project without", reported("output", "2024-01 5 project=bridge stage=paid"),
       Errc::unknown_stage},
      {"stage of no project", reported("output", "2024-01 5 stage=paid"), Errc::unknown_stage},
      {"level of a flow", reported("output", "2024-01 level 5"), Errc::form_conflict},
      {"increment of a level", reported("stock", "2024-01 increment 5"), Errc::form_conflict},
      {"total of a level", reported("share", "2024-01 to_date 4/5"), Errc::form_conflict},
      {"level of a rate of flows", reported("rate", "2024-01 level 4/5"), Errc::form_conflict},
      {"nothing", reported("output", "2024-01"), Errc::value_missing},
      {"no parts", bare, Errc::value_missing},
      {"digits", reported("output", "2024-01 1.2345"), Errc::value_scale},
      {"zeros are digits", reported("stock", "2024-01 1.0000"), Errc::value_scale},
      {"value of a rate", reported("rate", "2024-01 75"), Errc::parts_needed},
      {"numerator alone", with_parts(bare, "45", nullptr), Errc::parts_needed},
      {"denominator alone", with_parts(bare, nullptr, "60"), Errc::parts_needed},
      {"value and parts", with_parts(reported("rate", "2024-01 75"), "45", "60"),
       Errc::parts_needed},
      {"parts of a flow", with_parts(reported("output", "2024-01"), "45", "60"),
       Errc::parts_refused},
      {"value and one part", with_parts(reported("output", "2024-01 5"), nullptr, "60"),
       Errc::parts_refused},
      {"n/a and a value", reported("output", "2024-01 n/a 5"), Errc::parts_refused},
      {"a composite", reported("mixed", "2024-01 5"), Errc::composite_reported},
      {"yes of what is no fact", reported("output", "2024-01 yes"), Errc::result_conflict},
      {"no of a rate", reported("rate", "2024-01 no"), Errc::result_conflict},
      {"withheld and parts", with_parts(reported("rate", "2024-01 withheld"), "45", "60"),
       Errc::parts_refused},
      {"revision",
       changed(reported("output", "2024-01 5"), [](Observation& o) { o.revision = -1; }),
       Errc::revision_negative},
      {"a reversed range", reported("output", "2024-01 5 to=4.9"), Errc::range_reversed},
      {"an upper end alone", reported("output", "2024-01 to=5"), Errc::value_missing},
      {"an upper end of parts",
       changed(reported("rate", "2024-01 1/2"), [](Observation& o) { o.upper = dec("5"); }),
       Errc::result_conflict},
      {"a range of a rate", reported("rate", "2024-01 1 to=2"), Errc::parts_needed},
      {"an upper end of n/a", reported("output", "2024-01 n/a to=5"), Errc::result_conflict},
      {"a range over itself", reported("output", "2024-01 over 4 to=5"), Errc::result_conflict},
      {"a range under itself", reported("output", "2024-01 under 4 to=5"), Errc::result_conflict},
      {"digits of the upper end", reported("output", "2024-01 1 to=1.2345"), Errc::value_scale},
      {"digits of the lower end", reported("output", "2024-01 1.2345 to=2"), Errc::value_scale},
      {"words and a value", reported("output", "2024-01 5 words=surplus"), Errc::result_conflict},
      {"words and a range", reported("output", "2024-01 5 to=6 words=surplus"),
       Errc::result_conflict},
      {"words and parts", reported("rate", "2024-01 1/2 words=surplus"), Errc::result_conflict},
      {"words and withheld", reported("output", "2024-01 withheld words=surplus"),
       Errc::result_conflict},
      {"words without any",
       changed(reported("output", "2024-01"), [](Observation& o) { o.standing = Standing::words; }),
       Errc::value_missing},
      {"a range without an upper end",
       changed(reported("output", "2024-01 5"),
               [](Observation& o) { o.standing = Standing::range; }),
       Errc::value_missing},
      {"a verdict of nobody", reported("output", "2024-01 5 met"), Errc::verdict_and_judge},
      {"a judge without a verdict", reported("output", "2024-01 5 by=office"),
       Errc::verdict_and_judge},
      {"a verdict alone", reported("output", "2024-01 met by=office"), Errc::value_missing},
      {"another verdict", reported("output", "2024-03 5 met by=office"),
       Errc::observations_disagree},
      {"contradiction", reported("output", "2024-03 6"), Errc::observations_disagree},
  };
}

TEST(ObservationRefusalsTest, ARefusalNamesItsReasonAndLeavesTheLogAsItWas) {
  ObservationLog log = log_of({reported("output", "2024-03 5"), reported("rate", "2024-03 1/2")});
  const std::string before = contents(log);
  for (const Refusal& refusal : refusals()) {
    const Result<Row> row = log.append(refusal.row);
    ASSERT_FALSE(row) << refusal.what;
    EXPECT_EQ(name_of(row.error().code), name_of(refusal.code)) << refusal.what;
    EXPECT_FALSE(row.error().sentence.empty()) << refusal.what;
    EXPECT_EQ(contents(log), before) << refusal.what;
  }
}

TEST(ObservationRefusalsTest, OneRefusalAmongManyTakesAllOfThemOutAgain) {
  for (const Refusal& refusal : refusals()) {
    for (const std::size_t at : {0U, 1U, 3U}) {
      ObservationLog log =
          log_of({reported("output", "2024-03 5"), reported("rate", "2024-03 1/2")});
      const std::string before = contents(log);
      std::vector<Observation> rows = {reported("rate", "2024-05 3/4"),
                                       reported("stock", "2024-05 1"),
                                       reported("output", "2024-05 2 project=road stage=measured")};
      rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), refusal.row);
      const Diagnostics findings = log.append_all(rows);
      ASSERT_EQ(findings.size(), 1U) << refusal.what;
      EXPECT_EQ(findings[0].code, refusal.code) << refusal.what;
      EXPECT_EQ(findings[0].severity, Severity::error);
      EXPECT_EQ(findings[0].place.path, "/" + std::to_string(at)) << refusal.what;
      EXPECT_EQ(contents(log), before) << refusal.what;
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
      EXPECT_TRUE(log.append_all(rows).empty()) << refusal.what;
    }
  }
}

TEST(ObservationRefusalsTest, EveryRefusedRowIsNamed) {
  ObservationLog log(log_plan());
  const Diagnostics findings =
      log.append_all({reported("sea", "2024-01 1"), reported("output", "2024-01 1"),
                      reported("output", "2024-01"), reported("stock", "2024-01 increment 2")});
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].code, Errc::unknown_indicator);
  EXPECT_EQ(findings[1].place.path, "/2");
  EXPECT_EQ(findings[2].code, Errc::form_conflict);
  EXPECT_EQ(log.size(), 0U);
}

TEST(ObservationRefusalsTest, NewRowsMustNotContradictEachOtherEither) {
  ObservationLog log(log_plan());
  const Diagnostics findings =
      log.append_all({reported("output", "2024-01 1"), reported("output", "2024-01 2"),
                      reported("output", "2024-01 1.000")});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, Errc::observations_disagree);
  EXPECT_EQ(findings[0].place.path, "/1");
  EXPECT_EQ(log.size(), 0U);
  EXPECT_TRUE(log.append(reported("output", "2024-01 2"))) << "the first value is forgotten";
}

TEST(ObservationRefusalsTest, NothingToAppendIsNoFault) {
  ObservationLog log = log_of({reported("output", "2024-01 1")});
  EXPECT_TRUE(log.append_all({}).empty());
  EXPECT_EQ(log.size(), 1U);
}

TEST(ObservationRefusalsTest, AContradictionNeedsTheSameCellPeriodFormDayStatusAndRevision) {
  const Observation first = reported("output", "2024-01 5 @2024-02-01");
  for (const char* other :
       {"2024-02 6 @2024-02-01", "2024-01 to_date 6 @2024-02-01", "2024-01 6 @2024-02-02",
        "2024-01 6 estimate @2024-02-01", "2024-01 6 r1 @2024-02-01",
        "2024-01 6 @2024-02-01 project=road", "2024-01 5.00 about @2024-02-01"}) {
    ObservationLog log = log_of({first});
    EXPECT_TRUE(log.append(reported("output", other))) << other;
  }
  for (const char* other :
       {"2024-01 6 @2024-02-01", "2024-01 n/a @2024-02-01", "2024-01 unchanged @2024-02-01",
        "2024-1M 6 about @2024-02-01", "2024-01-01/2024-02-01 6 @2024-02-01"}) {
    ObservationLog log = log_of({first});
    const Result<Row> row = log.append(reported("output", other));
    ASSERT_FALSE(row) << other;
    EXPECT_EQ(row.error().code, Errc::observations_disagree) << other;
  }
}

TEST(ObservationRefusalsTest, StagesOfTheWorkDoNotContradictEachOther) {
  ObservationLog log = log_of({reported("output", "2024-01 3 project=road stage=measured"),
                               reported("output", "2024-01 2 project=road stage=approved"),
                               reported("output", "2024-01 1 project=road stage=paid")});
  for (const char* other : {"2024-01 4 project=road stage=measured",
                            "2024-01 4 project=road stage=approved", "2024-01 4 project=road"}) {
    const Result<Row> row = log.append(reported("output", other));
    ASSERT_FALSE(row) << other;
    EXPECT_EQ(row.error().code, Errc::observations_disagree) << other;
  }
  EXPECT_TRUE(log.append(reported("output", "2024-01 3 project=road stage=measured")));
}

TEST(ObservationRefusalsTest, PartsAgreeOnlyAsParts) {
  ObservationLog log = log_of({reported("rate", "2024-01 45/60")});
  EXPECT_TRUE(log.append(reported("rate", "2024-01 45.0/60")));
  const Result<Row> row = log.append(reported("rate", "2024-01 90/120"));
  ASSERT_FALSE(row) << "the same rate, but of another whole";
  EXPECT_EQ(row.error().code, Errc::observations_disagree);
}

TEST(ObservationRefusalsTest, WithoutAUnitOfThePlanAReportNamesItsOwn) {
  PlanBuilder builder;
  PlanHead head;
  head.id = "plan";
  builder.set_head(head);
  Measure measure;
  measure.id = "ha";
  builder.add(measure);
  Indicator indicator;
  indicator.id = "output";
  indicator.measure = "ha";
  builder.add(indicator);
  ResponsibleUnit unit;
  unit.id = "ward";
  builder.add(unit);
  ObservationLog log(*builder.build().value);
  Observation o = reported("output", "2024-01 5");
  EXPECT_EQ(log.append(o).error().code, Errc::unit_missing);
  o.unit = "ward";
  EXPECT_TRUE(log.append(o));
}

TEST(ObservationRefusalsTest, SentencesSayWhatIsWrong) {
  ObservationLog log(log_plan());
  const auto sentence = [&](const char* indicator, const char* text) {
    return log.append(reported(indicator, text)).error().sentence;
  };
  EXPECT_EQ(sentence("output", "2024-01 1.2345"),
            "1.2345 has 4 digits after the point; \"output\" records 3");
  EXPECT_EQ(sentence("output", "2024-01 5 project=road stage=sold"),
            "the project has no such stage of work: \"sold\"");
  EXPECT_EQ(sentence("stock", "2024-01 increment 5"),
            "\"stock\" is a level and cannot be reported as increment");
  EXPECT_EQ(sentence("output", "2024-01 n/a 5"),
            "\"n/a\" stands in the place of a number; give one of the two");
}

TEST(ObservationRefusalsTest, OneCellTakesManyRows) {
  // Comparing each report with all before it would take 10^10 steps.
  ObservationLog log(log_plan());
  Observation o = reported("output", "2024-01 5");
  for (o.revision = 0; o.revision < 100000; ++o.revision) ASSERT_TRUE(log.append(o));
  o.revision = 77;
  o.value = dec("6");
  EXPECT_EQ(log.append(o).error().code, Errc::observations_disagree);
}

}  // namespace
}  // namespace tiendo::observation_refusals_test
