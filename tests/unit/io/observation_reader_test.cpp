// Observations from CSV: what is read, what is not. Faults one by one are in tests/golden/errors.

#include "tiendo/io/observation_reader.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <random>

#include "chunks.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo::observation_reader_test {
namespace {

constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
  "measures": [{"id": "ha", "kind": "area", "factor": "10000"},
               {"id": "percent", "kind": "share", "factor": "0.01"}],
  "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
  "indicators": [{"id": "land", "measure": "ha", "kind": "flow", "scale": 3},
                 {"id": "poor", "measure": "percent", "kind": "level"},
                 {"id": "water", "measure": "percent", "kind": "ratio"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "projects": [{"id": "road", "stages": ["measured", "paid"]}]}})";

ObservationLog empty_log() { return ObservationLog(*read_plan(kPlan, "plan.json").value); }

// The log of a text without fault.
ObservationLog read(std::string_view text, NumberFormat numbers = NumberFormat::plain()) {
  ObservationLog log = empty_log();
  for (const Diagnostic& finding : read_observations(text, "o.csv", numbers, log)) {
    ADD_FAILURE() << to_string(finding);
  }
  return log;
}

TEST(ObservationReaderTest, ReadsEveryColumnInAnyOrder) {
  const ObservationLog log = read(
      "note,source,revision,recorded_on,qualifier,status,value,form,period,work_stage,project,unit,"
      "indicator\n"
      "\"a, b\",s,2,2024-07-02,over,estimate,1.500,to_date,2024-H1,paid,road,ward,land\n");
  ASSERT_EQ(log.size(), 1U);
  const Observation o = log.observation(0);
  EXPECT_EQ(o.indicator, "land");
  EXPECT_EQ(o.unit, "ward");
  EXPECT_EQ(o.project, "road");
  EXPECT_EQ(o.work_stage, "paid");
  EXPECT_EQ(o.period, *Period::parse("2024-H1"));
  EXPECT_EQ(o.form, Form::to_date);
  EXPECT_EQ(o.value->to_string(), "1.500");
  EXPECT_EQ(o.status, Status::estimate);
  EXPECT_EQ(o.qualifier, Qualifier::over);
  EXPECT_EQ(o.recorded_on, *Date::parse("2024-07-02"));
  EXPECT_EQ(o.revision, 2);
  EXPECT_EQ(o.source, "s");
  EXPECT_EQ(o.note, "a, b");
}

TEST(ObservationReaderTest, WhatIsLeftOutHasItsDefault) {
  const ObservationLog log = read("indicator,period,value\nland,2024-06,1\npoor,2024,2\n");
  const Observation land = log.observation(0);
  EXPECT_EQ(land.unit, "town");
  EXPECT_EQ(land.form, Form::increment);
  EXPECT_EQ(land.status, Status::official);
  EXPECT_EQ(land.qualifier, Qualifier::exact);
  EXPECT_EQ(land.recorded_on, *Date::parse("2024-06-30"));
  EXPECT_EQ(land.revision, 0);
  EXPECT_EQ(log.observation(1).form, Form::level);
}

TEST(ObservationReaderTest, ReadsWordsInThePlaceOfNumbersAndTheParts) {
  const ObservationLog log = read(
      "indicator,period,value,numerator,denominator\n"
      "land,2024-01,n/a,,\nland,2024-02,withheld,,\nland,2024-03,unchanged,,\n"
      "water,2024-01,,45,60\n");
  EXPECT_EQ(log.observation(0).standing, Standing::not_applicable);
  EXPECT_EQ(log.observation(1).standing, Standing::withheld);
  EXPECT_EQ(log.observation(2).standing, Standing::unchanged);
  EXPECT_EQ(log.observation(3).numerator, Decimal(45));
  EXPECT_EQ(log.observation(3).denominator, Decimal(60));
  EXPECT_FALSE(log.observation(3).value);
}

TEST(ObservationReaderTest, ReadsRangesWordsAndVerdictsOfAJudge) {
  const ObservationLog log = read(
      "indicator,period,value,value_to,words,verdict,judge\n"
      "poor,2024-01,4,4.5,,,\npoor,2024-02,,,\"Xuất siêu, lớn\",met,Chi cục Thống kê\n"
      "poor,2024-03,4,,,near,\"Phòng A, B\"\n");
  EXPECT_EQ(log.observation(0).standing, Standing::range);
  EXPECT_EQ(log.observation(0).value, Decimal(4));
  EXPECT_EQ(log.observation(0).upper->to_string(), "4.5");
  EXPECT_EQ(log.observation(1).standing, Standing::words);
  EXPECT_EQ(log.observation(1).words, "Xuất siêu, lớn");
  EXPECT_EQ(log.observation(1).verdict, Verdict::met);
  EXPECT_EQ(log.observation(1).judge, "Chi cục Thống kê");
  EXPECT_EQ(log.observation(2).standing, Standing::value);
  EXPECT_EQ(log.observation(2).verdict, Verdict::near);
  EXPECT_EQ(log.observation(2).judge, "Phòng A, B");
}

TEST(ObservationReaderTest, WordsAloneNeedNoColumnForValues) {
  EXPECT_EQ(read("indicator,period,words\npoor,2024,Xuất siêu\n").observation(0).words,
            "Xuất siêu");
}

// A range has a column of its own; its word is none for the value.
TEST(ObservationReaderTest, TheNamesOfOtherResultsAreNoValues) {
  for (const char* word : {"range", "words", "value"}) {
    ObservationLog log = empty_log();
    const Diagnostics findings =
        read_observations("indicator,period,value\npoor,2024," + std::string(word), "o.csv",
                          NumberFormat::plain(), log);
    ASSERT_EQ(findings.size(), 1U) << word;
    EXPECT_EQ(findings[0].code, Errc::number_syntax) << word;
  }
}

TEST(ObservationReaderTest, ReadsWhatASpreadsheetInVietnameseSaves) {
  const ObservationLog log =
      read("\xEF\xBB\xBFindicator;period;value\r\nland;2024;10.492,2\r\nland;2023;0,125\r\n",
           NumberFormat::vietnamese());
  EXPECT_EQ(log.observation(0).value->to_string(), "10492.2");
  EXPECT_EQ(log.observation(1).value->to_string(), "0.125");
}

TEST(ObservationReaderTest, NamesEveryFaultAndAppendsNothing) {
  ObservationLog log = empty_log();
  const Diagnostics findings = read_observations(
      "indicator,period,value\nland,2024-13,1\nland,2024-01,1\nland,2024-02,\"1,5\"\n,\n", "o.csv",
      NumberFormat::plain(), log);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].code, Errc::period_syntax);
  EXPECT_EQ(findings[1].code, Errc::number_syntax);
  EXPECT_EQ(findings[2].code, Errc::field_count);
  EXPECT_EQ(findings[2].place, (Place{"o.csv", "", 5, 1}));
  EXPECT_EQ(log.size(), 0U);
}

TEST(ObservationReaderTest, AFileThatContradictsTheLogIsRefusedWhole) {
  ObservationLog log = read("indicator,period,value\nland,2024-01,1\n");
  const Diagnostics findings =
      read_observations("indicator,period,value\nland,2024-02,5\nland,2024-01,2\n", "o.csv",
                        NumberFormat::plain(), log);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, Errc::observations_disagree);
  EXPECT_EQ(findings[0].place.line, 3);
  EXPECT_EQ(log.size(), 1U);
}

TEST(ObservationReaderTest, AHeaderAloneIsNoObservationAndNoFault) {
  EXPECT_EQ(read("indicator,period,value").size(), 0U);
}

// The sentence helps to mend what people type most often wrong.
TEST(ObservationReaderTest, SentencesSayWhatToDo) {
  const struct {
    const char *text, *part;
  } cases[] = {
      {"indicator,period,value\nland,2024,53,026\n",
       "a comma inside a field needs quotes around the field, and a plain number has no comma"},
      {"indicator;period;value\nland;2024;5;3\n", "a semicolon inside a field needs quotes"},
      {"indicator,period,value\nland,2024,\"53,026\"\n", "it is one in the Vietnamese format"},
      {"indicator,period,value\nland,2024-06-31,1\n", "not a period such as"},
      {"indicator,period,vaule\n", "the nearest known one is \"value\""},
      {"indicator,period,value\nlnad,2024,1\n", "the nearest known one is \"land\""},
      {"indicator,period,value,unit\nland,2024,1,wadr\n", "the nearest known one is \"ward\""},
      {"indicator,period,value,project\nland,2024,1,raod\n", "the nearest known one is \"road\""},
      {"indicator,period,value,project,work_stage\nland,2024,1,road,pais\n",
       "the nearest known one is \"paid\""},
      {"indicator,period,value,status\nland,2024,1,offical\n",
       "the nearest known one is \"official\""},
  };
  for (const auto& c : cases) {
    ObservationLog log = empty_log();
    const Diagnostics findings = read_observations(c.text, "o.csv", NumberFormat::plain(), log);
    ASSERT_FALSE(findings.empty()) << c.text;
    EXPECT_NE(findings.back().sentence.find(c.part), std::string::npos)
        << to_string(findings.back());
  }
}

TEST(ObservationReaderTest, OnlyTheFirstHundredFaultsAreNamed) {
  std::string text = "indicator,period,value\n";
  for (int i = 0; i < 150; ++i) text += "land,2024,x\n";
  ObservationLog log = empty_log();
  EXPECT_EQ(read_observations(text, "o.csv", NumberFormat::plain(), log).size(), 100U);
}

TEST(ObservationReaderTest, NamesFaultsOfTheFileAndOfTheLogInTheOrderOfTheRows) {
  ObservationLog log = empty_log();
  const Diagnostics findings = read_observations(
      "indicator,period,value\nlnad,2024-01,1\nland,2024-13,1\nland,2024,x\nland,2024,1.2345\n\"",
      "o.csv", NumberFormat::plain(), log);
  std::string codes;
  for (const Diagnostic& finding : findings) {
    codes += std::to_string(finding.place.line) + ' ' + std::string(name_of(finding.code)) + '\n';
  }
  EXPECT_EQ(codes,
            "2 unknown_indicator\n3 period_syntax\n4 number_syntax\n5 value_scale\n6 csv_syntax\n");
  EXPECT_EQ(log.size(), 0U);
}

// Rows good and bad in every way that matters at the border of two blocks.
std::string random_table(std::mt19937& random) {
  static const std::string kRows[] = {
      "land,ward,2024-01,1.5,s,\n",
      "land,ward,2024-02,2,\"m\u1ed9t, hai\",\r\n",
      "poor,town,2024-Q1,3,\"a \"\"b\"\"\",\"\"\"\"\n",
      "poor,ward,2024-03,4,\"two\r\nlines\",\U0001F33E\n",
      "\n",
      "\r\n",
      "land,town,2024-03,withheld,,\n",
      "land,ward,2024-01,1.5,again,\n",
      "lnad,ward,2024-01,1.5,,\n",           // unknown_indicator
      "land,ward,2024-01,7,,\n",             // observations_disagree, after the first
      "land,ward,2024-13,\"1,5\",,\n",       // period_syntax, number_syntax
      "land,\"line\nbreak\",2024-01,1,,\n",  // unknown_unit
      "land,ward,2024-01\n",                 // field_count
      "land,ward,2024-01,\"x\"y,,\n",        // csv_syntax, as are the next three
      "land,w\"ard,2024-01,1,,\n",
      "land,ward,2024-01,1,,\r",
      "land,ward,2024-01,\"1,,\n",
      "land,ward,2024-01,1,t\xEAn,\n",  // text_encoding, as is the next
      "land,ward,2024-01,1,t\xE1\xBB",
  };
  std::string table = random() % 2 ? "\xEF\xBB\xBF" : "";
  table += "indicator,unit,period,value,source,note\n";
  const bool good_alone = random() % 3 == 0;
  for (std::size_t rows = random() % 8; rows-- > 0;) {
    table += kRows[random() % (good_alone || random() % 2 ? 8 : std::size(kRows))];
  }
  return table;
}

std::string text_of(const ObservationLog& log) {
  std::string text;
  for (Row row = 0; row < log.size(); ++row) {
    const Observation o = log.observation(row);
    text += o.indicator + ' ' + o.unit + ' ' + o.period.to_string() + ' ' +
            (o.value ? o.value->to_string() : "none") + ' ' + o.source + ' ' + o.note + '\n';
  }
  return text;
}

TEST(ObservationReaderTest, BlocksOfAnySizeGiveWhatTheWholeTextGives) {
  std::mt19937 random(1);
  const std::string_view kBefore = "indicator,period,value\nland,2023,9\n";
  const std::string before = text_of(read(kBefore));
  int good = 0;
  for (int table = 0; table < 40; ++table) {
    const std::string text = random_table(random);
    ObservationLog whole = read(kBefore);
    const Diagnostics expected = read_observations(text, "o.csv", NumberFormat::plain(), whole);
    good += expected.empty();
    if (!expected.empty()) {
      EXPECT_EQ(text_of(whole), before) << text;
    }
    for (std::size_t size = 1; size <= 64; ++size) {
      ObservationLog log = read(kBefore);
      Chunks chunks(text, size);
      const Diagnostics findings = read_observations(chunks, "o.csv", NumberFormat::plain(), log);
      ASSERT_EQ(findings.size(), expected.size()) << text;
      for (std::size_t i = 0; i < findings.size(); ++i) {
        EXPECT_EQ(to_string(findings[i]), to_string(expected[i])) << text;
      }
      EXPECT_EQ(text_of(log), text_of(whole)) << text;
    }
  }
  EXPECT_GT(good, 8);
  EXPECT_LT(good, 32);
}

TEST(ObservationReaderTest, ReadsAFileAndNamesIt) {
  const std::string path = testing::TempDir() + "tiendo_observations_test.csv";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  std::fputs("indicator,period,value\nland,2024-01,1\nland,2024-02,x\n", file);
  std::fclose(file);
  ObservationLog log = empty_log();
  const Diagnostics findings = read_observations_file(path, NumberFormat::plain(), log);
  std::filesystem::resize_file(path, static_cast<std::uintmax_t>(kMaxFileBytes) + 1);
  const Diagnostics large = read_observations_file(path, NumberFormat::plain(), log);
  std::filesystem::remove(path);
  const Diagnostics missing = read_observations_file(path, NumberFormat::plain(), log);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].place, (Place{path, "", 3, 14}));
  ASSERT_EQ(large.size(), 1U);
  EXPECT_EQ(large[0].code, Errc::file_too_large);
  EXPECT_EQ(large[0].place, (Place{path, "", 1, 1}));
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].code, Errc::file_unreadable);
  EXPECT_EQ(missing[0].place, (Place{path, "", 0, 0}));
  EXPECT_EQ(log.size(), 0U);
}

TEST(ObservationReaderTest, ASourceThatBreaksOffLeavesNothing) {
  ObservationLog log = empty_log();
  Chunks chunks("indicator,period,value\nland,2024-01,1\nland,2024-02,2", 10);
  chunks.fail_at_end();
  const Diagnostics findings = read_observations(chunks, "o.csv", NumberFormat::plain(), log);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, Errc::file_unreadable);
  EXPECT_EQ(findings[0].place, (Place{"o.csv", "", 0, 0}));
  EXPECT_EQ(log.size(), 0U);
}

}  // namespace
}  // namespace tiendo::observation_reader_test
