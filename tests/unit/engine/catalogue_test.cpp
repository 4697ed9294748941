#include "tiendo/engine/catalogue.hpp"

#include <gtest/gtest.h>

#include <set>

#include "../decimal/numbers.hpp"

namespace tiendo::catalogue_test {
namespace {

TEST(CatalogueTest, EveryMethodIsWhole) {
  std::set<std::string_view> ids;
  for (const MethodEntry& entry : methods()) {
    EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
    for (const std::string_view text : {entry.version, entry.needs, entry.formula, entry.unit,
                                        entry.source, entry.vi, entry.en}) {
      EXPECT_FALSE(text.empty()) << entry.id;
    }
    EXPECT_TRUE(entry.vi.ends_with('.') && entry.en.ends_with('.')) << entry.id;
    EXPECT_EQ(method_named(entry.id), &entry);
  }
  EXPECT_EQ(ids.size(), 25U);
  EXPECT_EQ(method_named("on_track"), nullptr);
  EXPECT_EQ(methods()[0].sentence(Language::vi), methods()[0].vi);
  EXPECT_EQ(methods()[0].sentence(Language::en), methods()[0].en);
}

TEST(CatalogueTest, EveryTableOfBandsIsWhole) {
  std::set<std::string> names;
  std::set<std::string> unconfirmed;
  for (const BandTable& table : band_tables()) {
    const std::string name = to_string(table.name());
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_FALSE(table.name().source.empty()) << name;
    if (table.name().needs_confirmation) unconfirmed.insert(name);
    std::set<std::string> codes;
    for (const Band& band : table.bands()) {
      EXPECT_TRUE(codes.insert(band.label.code).second) << name << ' ' << band.label.code;
      EXPECT_FALSE(band.label.label.vi.empty()) << name;
      EXPECT_FALSE(band.label.label.en.empty()) << name;
    }
    EXPECT_GE(codes.size(), 3U) << name;
    EXPECT_EQ(band_table_named(name)->bands(), table.bands());
  }
  EXPECT_EQ(names.size(), 11U);
  EXPECT_EQ(unconfirmed,
            (std::set<std::string>{"esif_performance@2014-2020", "eurostat_ratio@2018"}));
  EXPECT_FALSE(band_table_named("schedule"));
}

TEST(CatalogueTest, EveryTableOfScoresIsWhole) {
  for (const ScoreTable& table : score_tables()) {
    EXPECT_FALSE(table.name().source.empty());
    EXPECT_EQ(score_table_named(to_string(table.name()))->knots(), table.knots());
  }
  EXPECT_EQ(score_tables().size(), 2U);
  EXPECT_FALSE(score_table_named("schedule@1"));
}

std::string band(const char* table, const char* value) {
  return band_table_named(table)->band_of(ratio(value))->label.code;
}

TEST(CatalogueTest, ThresholdsAndTheSideTheyBelongTo) {
  // clang-format off
  const struct { const char *table, *value, *code; } cases[] = {
      {"schedule@1", "-0.001", "behind"}, {"schedule@1", "0", "on_schedule"},
      {"schedule@1", "0.001", "ahead"},
      {"performance_index@1", "0.999", "unfavourable"}, {"performance_index@1", "1", "as_planned"},
      {"performance_index@1", "1.001", "favourable"},
      {"pepfar_achievement@1", "-0.251", "concern"}, {"pepfar_achievement@1", "-0.25", "at_risk"},
      {"pepfar_achievement@1", "-0.1", "on_target"}, {"pepfar_achievement@1", "0.1", "on_target"},
      {"pepfar_achievement@1", "0.101", "above_target"},
      {"idb_crf@2016-2019", "0.599", "off_track"}, {"idb_crf@2016-2019", "0.6", "moderate"},
      {"idb_crf@2016-2019", "0.8", "on_track"},
      {"eu_variable_tranche@1", "29", "pays_0"}, {"eu_variable_tranche@1", "30", "pays_40"},
      {"eu_variable_tranche@1", "49", "pays_40"}, {"eu_variable_tranche@1", "50", "pays_70"},
      {"eu_variable_tranche@1", "79", "pays_70"}, {"eu_variable_tranche@1", "80", "pays_100"},
      {"esif_performance@2014-2020", "0.649", "serious_failure"},
      {"esif_performance@2014-2020", "0.65", "below"},
      {"esif_performance@2014-2020", "0.85", "achieved"},
      {"hp2020_change@2020", "-1", "away"}, {"hp2020_change@2020", "0", "little_change"},
      {"hp2020_change@2020", "9.99", "little_change"}, {"hp2020_change@2020", "10", "improved"},
      {"sdr_trend@2019", "-0.01", "decreasing"}, {"sdr_trend@2019", "0", "stagnating"},
      {"sdr_trend@2019", "0.5", "moderately_improving"}, {"sdr_trend@2019", "1", "on_track"},
      {"sdr_dashboard@2019", "0.99", "red"}, {"sdr_dashboard@2019", "1", "orange"},
      {"sdr_dashboard@2019", "1.5", "yellow"}, {"sdr_dashboard@2019", "2", "green"},
      {"open_sdg_score@1", "-2.51", "deterioration"}, {"open_sdg_score@1", "-2.5", "limited_progress"},
      {"open_sdg_score@1", "0", "moderate_progress"},
      {"open_sdg_score@1", "2.5", "substantial_progress"},
      {"eurostat_ratio@2018", "-0.1", "movement_away"}, {"eurostat_ratio@2018", "0", "insufficient"},
      {"eurostat_ratio@2018", "0.6", "moderate"}, {"eurostat_ratio@2018", "0.95", "significant"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(band(c.table, c.value), c.code) << c.table << c.value;
}

TEST(CatalogueTest, ScoresOfTheOpenPlatform) {
  const auto score = [](const char* table, const char* value) {
    return shown(score_table_named(table)->score_of(ratio(value)));
  };
  EXPECT_EQ(score("open_sdg_ratio_score@1", "0.95"), "5/2");
  EXPECT_EQ(score("open_sdg_growth_score@1", "0.25"), "-5/4");
  EXPECT_EQ(score("open_sdg_growth_score@1", "3"), "5");
}

}  // namespace
}  // namespace tiendo::catalogue_test
