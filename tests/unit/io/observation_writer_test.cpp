// Observations written as CSV say all that the log says.

#include "tiendo/io/observation_writer.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "random_plan.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
  "measures": [{"id": "ha", "kind": "area", "factor": "10000"},
               {"id": "percent", "kind": "share", "factor": "0.01"}],
  "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
  "indicators": [{"id": "land", "measure": "ha", "kind": "flow"},
                 {"id": "poor", "measure": "percent", "kind": "level"},
                 {"id": "water", "measure": "percent", "kind": "ratio"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "projects": [{"id": "road", "stages": ["measured", "paid"]}]}})";

ObservationLog empty_log() { return ObservationLog(*read_plan(kPlan, "plan.json").value); }

void read_into(ObservationLog& log, const std::string& text, const NumberFormat& numbers) {
  for (const Diagnostic& finding : read_observations(text, "o.csv", numbers, log)) {
    ADD_FAILURE() << to_string(finding) << '\n' << text;
  }
}

std::string canonical(const std::string& text) {
  ObservationLog log = empty_log();
  read_into(log, text, NumberFormat::plain());
  return write_observations(log, NumberFormat::plain());
}

// Every field as text. Taken apart by all fields, so that one that is added to observations does
// not compile here until it is compared.
std::map<std::string, std::string> fields_of(const Observation& row) {
  const auto& [indicator, unit, project, work_stage, period, form, standing, value, upper, words,
               numerator, denominator, status, qualifier, recorded_on, revision, source, note,
               verdict, judge] = row;
  const auto number = [](const std::optional<Decimal>& decimal) {
    return decimal ? decimal->to_string() : "none";
  };
  return {{"indicator", indicator},
          {"unit", unit},
          {"project", project},
          {"work_stage", work_stage},
          {"period", period.to_string()},
          {"form", std::string(name_of(*form))},
          {"standing", std::string(name_of(standing))},
          {"value", number(value)},
          {"numerator", number(numerator)},
          {"denominator", number(denominator)},
          {"status", std::string(name_of(status))},
          {"qualifier", std::string(name_of(qualifier))},
          {"recorded_on", recorded_on->to_string()},
          {"revision", std::to_string(revision)},
          {"source", source},
          {"note", note},
          {"value_to", number(upper)},
          {"words", words},
          {"verdict", std::string(name_of(verdict))},
          {"judge", judge}};
}

Observation drawn(RandomParts& random) {
  const auto pick = [&](auto... words) {
    const std::vector<std::string> all = {words...};
    return all[static_cast<std::size_t>(random.upto(static_cast<int>(all.size()) - 1))];
  };
  Observation row;
  row.indicator = pick("land", "poor", "water");
  row.unit = pick("", "town", "ward");
  row.project = pick("", "", "road");
  if (!row.project.empty()) row.work_stage = pick("", "measured", "paid");
  row.period = *Period::parse(pick("2024", "2024-H1", "2024-6M", "2024-Q3", "2023-12", "2021/2025",
                                   "2024-01-15/2024-02-15"));
  if (random.one_in(2)) {
    row.form = row.indicator == "poor" ? Form::level : static_cast<Form>(random.upto(1));
  }
  row.standing = static_cast<Standing>(random.one_in(3) ? random.upto(3) : 0);
  if (row.standing == Standing::value && row.indicator == "water") {
    row.numerator = random.number();
    row.denominator = random.number();
  } else if (row.standing == Standing::value) {
    row.value = random.number();
    if (random.one_in(4)) row.upper = random.number();
  }
  if (random.one_in(6)) {
    row.words = random.text();
    if (!row.words.empty()) row.value = row.upper = row.numerator = row.denominator = {};
  }
  if (random.one_in(3)) {
    row.verdict = static_cast<Verdict>(1 + random.upto(3));
    row.judge = random.text();
  }
  row.status = static_cast<Status>(random.upto(2));
  row.qualifier = static_cast<Qualifier>(random.upto(3));
  if (random.one_in(2)) row.recorded_on = *Date::from_days(19700 + random.upto(900));
  row.revision = random.one_in(2) ? random.upto(3) : 0;
  row.source = random.text();
  row.note = random.text();
  return row;
}

TEST(ObservationWriterTest, ARatioOfNothingIsWrittenBackAsItWas) {
  ObservationLog log = empty_log();
  read_into(log, "indicator,period,numerator,denominator\nwater,2024,0,0.00\nwater,2023,3,0\n",
            NumberFormat::plain());
  const std::string text = write_observations(log, NumberFormat::plain());
  EXPECT_NE(text.find(",0,0.00"), std::string::npos) << text;
  EXPECT_NE(text.find(",3,0"), std::string::npos) << text;
  EXPECT_EQ(canonical(text), text);
}

TEST(ObservationWriterTest, LogsDrawnAtRandomKeepEveryFieldOfEveryRow) {
  std::map<std::string, std::set<std::string>> seen;
  const NumberFormat formats[] = {NumberFormat::plain(), NumberFormat::vietnamese(), {U';', U','}};
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomParts random(seed);
    ObservationLog log = empty_log();
    for (int i = random.upto(12); i > 0; --i) (void)log.append(drawn(random));
    const NumberFormat& numbers = formats[seed % 3];
    const std::string text = write_observations(log, numbers);
    ObservationLog again = empty_log();
    read_into(again, text, numbers);
    ASSERT_EQ(again.size(), log.size()) << text;
    for (Row row = 0; row < log.size(); ++row) {
      const auto fields = fields_of(log.observation(row));
      EXPECT_EQ(fields_of(again.observation(row)), fields) << text;
      for (const auto& [name, value] : fields) seen[name].insert(value);
    }
    EXPECT_EQ(write_observations(again, numbers), text);
  }
  for (const auto& [name, values] : seen) EXPECT_GT(values.size(), 1U) << name;
}

TEST(ObservationWriterTest, TheObservationsOfTheExampleKeepTheirText) {
  const std::string folder = std::string(TIENDO_SOURCE_DIR) + "/docs/examples/bim-son-2024/";
  const auto log_of = [&](const std::string& text) {
    ObservationLog log(*read_plan(*read_file(folder + "plan.json"), "plan.json").value);
    read_into(log, text, NumberFormat::plain());
    return log;
  };
  const ObservationLog log = log_of(*read_file(folder + "observations.csv"));
  const std::string text = write_observations(log, NumberFormat::plain());
  const ObservationLog again = log_of(text);
  ASSERT_EQ(again.size(), log.size());
  for (Row row = 0; row < log.size(); ++row) {
    EXPECT_EQ(fields_of(again.observation(row)), fields_of(log.observation(row)));
  }
}

TEST(ObservationWriterTest, WhatEachRowSaysIsFilledIn) {
  EXPECT_EQ(canonical("value,period,indicator\n1.50,2024-6M,land\nn/a,2024,poor\n"),
            "indicator,unit,period,form,value,status,recorded_on\n"
            "land,town,2024-H1,increment,1.50,official,2024-06-30\n"
            "poor,town,2024,level,n/a,official,2024-12-31\n");
}

TEST(ObservationWriterTest, OtherColumnsAreThereWhereARowFillsThem) {
  EXPECT_EQ(canonical("indicator,period,value,note,revision,qualifier\n"
                      "land,2024-01,1,,0,exact\nland,2024-02,2,\"a \"\"b\"\", c\",3,over\n"),
            "indicator,unit,period,form,value,status,qualifier,recorded_on,revision,note\n"
            "land,town,2024-01,increment,1,official,,2024-01-31,,\n"
            "land,town,2024-02,increment,2,official,over,2024-02-29,3,\"a \"\"b\"\", c\"\n");
  EXPECT_EQ(canonical("judge,verdict,words,value_to,value,period,indicator\n"
                      ",,,4.50,4,2024,poor\nStatistics office,met,Xuất siêu,,,2024-H1,poor\n"),
            "indicator,unit,period,form,value,status,recorded_on,value_to,words,verdict,judge\n"
            "poor,town,2024,level,4,official,2024-12-31,4.50,,,\n"
            "poor,town,2024-H1,level,,official,2024-06-30,,Xuất siêu,met,Statistics office\n");
  EXPECT_EQ(canonical("indicator,period,numerator,denominator\nwater,2024,45,60\n"),
            "indicator,unit,period,form,value,numerator,denominator,status,recorded_on\n"
            "water,town,2024,increment,,45,60,official,2024-12-31\n");
}

TEST(ObservationWriterTest, AnEmptyLogIsAHeader) {
  EXPECT_EQ(write_observations(empty_log(), NumberFormat::plain()),
            "indicator,unit,period,form,value,status,recorded_on\n");
}

TEST(ObservationWriterTest, NumbersAreWrittenInTheFormatThatIsAskedFor) {
  ObservationLog log = empty_log();
  read_into(log, "indicator,period,value\nland,2024,18964.50\n", NumberFormat::plain());
  EXPECT_NE(write_observations(log, NumberFormat::vietnamese()).find(",\"18.964,50\","),
            std::string::npos);
}

}  // namespace
}  // namespace tiendo
