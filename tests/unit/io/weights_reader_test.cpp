// Weights of units from a table.

#include "tiendo/io/weights_reader.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::weights_reader_test {
namespace {

// "a=1 b=5/2", or each fault as "2:3 unknown_unit".
std::string read(const std::string& table, NumberFormat numbers = NumberFormat::plain()) {
  const ObservationLog log = book("", R"("targets": [])", "indicator,period,value\n");
  const auto weights = read_weights(table, "w.csv", numbers, log.plan());
  std::string text;
  for (const Diagnostic& finding : weights.diagnostics) {
    EXPECT_EQ(finding.place.file, "w.csv");
    text += (text.empty() ? "" : " ") + std::to_string(finding.place.line) + ':' +
            std::to_string(finding.place.column) + ' ' + std::string(name_of(finding.code));
  }
  EXPECT_EQ(text.empty(), weights.value.has_value());
  if (!weights.value) return text;
  for (const UnitWeight& one : *weights.value) {
    text +=
        (text.empty() ? "" : " ") + log.plan().units()[one.unit].id + '=' + one.weight.to_string();
  }
  return text;
}

TEST(WeightsReaderTest, ReadsUnitsAndWeightsInTheOrderOfTheRows) {
  EXPECT_EQ(read("unit,weight\nb,2.5\na,1\n"), "b=5/2 a=1");
  EXPECT_EQ(read("weight;unit\n\"2,5\";b\n0;a\n", NumberFormat::vietnamese()), "b=5/2 a=0");
  EXPECT_EQ(read("unit,weight\n"), "");
}

TEST(WeightsReaderTest, EveryFaultHasItsPlace) {
  // clang-format off
  const struct { const char *table, *faults; } cases[] = {
      {"",                                     "1:1 missing_column"},
      {"unit\na\n",                            "1:1 missing_column"},
      {"unit,wieght\na,1\n",                   "1:6 unknown_column"},
      {"unit,weight,unit\na,1,b\n",            "1:13 duplicate_column"},
      {"unit,weight\nc,1\na,x\nb,-1\n",        "2:1 unknown_unit 3:3 number_syntax 4:3 weight_negative"},
      {"unit,weight\na\nb,1,2\n",              "2:1 field_count 3:1 field_count"},
      {"unit,weight\na,\n",                    "2:3 number_syntax"},
      {"unit,weight\na,1\n\"b,1\n",            "3:1 csv_syntax"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(read(c.table), c.faults) << c.table;
}

}  // namespace
}  // namespace tiendo::weights_reader_test
