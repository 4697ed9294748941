// Tested by tests/unit/engine/catalogue_test.cpp.
//
// Data only: published thresholds, each with the document that it stands in. One that was written
// down from memory says so; its numbers are to be compared with the document before they are relied
// upon.

#include <algorithm>

#include "tiendo/engine/catalogue.hpp"

namespace tiendo {
namespace {

// A threshold and what is above it. `belongs_above`: whether the threshold itself is.
struct CutEntry {
  std::string_view value;
  bool belongs_above;
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

struct BandEntry {
  std::string_view id;
  std::string_view version;
  std::string_view source;
  bool needs_confirmation;
  CutEntry lowest;  // its value is not used
  std::vector<CutEntry> cuts;
};

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<BandEntry>& band_entries() {
  static const std::vector<BandEntry> kEntries = {
      {"schedule",
       "1",
       "definition: a deviation from a path",
       false,
       {"", true, "behind", "chậm tiến độ", "behind"},
       {{"0", true, "on_schedule", "đúng tiến độ", "on schedule"},
        {"0", false, "ahead", "vượt tiến độ", "ahead"}}},
      {"performance_index",
       "1",
       "Vandevoorde and Vanhoucke (2006): CPI and SPI compared with 1",
       false,
       {"", true, "unfavourable", "bất lợi", "unfavourable"},
       {{"1", true, "as_planned", "đúng kế hoạch", "as planned"},
        {"1", false, "favourable", "thuận lợi", "favourable"}}},
      {"pepfar_achievement",
       "1",
       "USAID, PEPFAR: gophr 5bdb0ca, achievement less goal",
       false,
       {"", true, "concern", "đáng lo", "concern"},
       {{"-0.25", true, "at_risk", "có rủi ro", "at risk"},
        {"-0.10", true, "on_target", "đúng mục tiêu", "on target"},
        {"0.10", false, "above_target", "vượt mục tiêu", "above target"}}},
      {"idb_crf",
       "2016-2019",
       "Inter-American Development Bank, Corporate Results Framework",
       false,
       {"", true, "off_track", "chệch hướng", "off track"},
       {{"0.6", true, "moderate", "trung bình", "moderate"},
        {"0.8", true, "on_track", "đúng hướng", "on track"}}},
      {"eu_variable_tranche",
       "1",
       "European Commission, Budget Support Guidelines: whole scores to payments",
       false,
       {"", true, "pays_0", "chi 0%", "pays 0 %"},
       {{"30", true, "pays_40", "chi 40%", "pays 40 %"},
        {"50", true, "pays_70", "chi 70%", "pays 70 %"},
        {"80", true, "pays_100", "chi 100%", "pays 100 %"}}},
      {"esif_performance",
       "2014-2020",
       "European Structural and Investment Funds, performance framework",
       true,
       {"", true, "serious_failure", "không đạt nghiêm trọng", "serious failure"},
       {{"0.65", true, "below", "dưới mốc", "below the milestone"},
        {"0.85", true, "achieved", "đạt mốc", "achieved"}}},
      {"hp2020_change",
       "2020",
       "Healthy People 2020: percent of targeted change, no standard error",
       false,
       {"", true, "away", "xấu đi", "away from the target"},
       {{"0", true, "little_change", "ít thay đổi", "little or no change"},
        {"10", true, "improved", "cải thiện", "improved"}}},
      {"sdr_trend",
       "2019",
       "SDSN, Sustainable Development Report 2019: pace over needed pace",
       false,
       {"", true, "decreasing", "giảm", "decreasing"},
       {{"0", true, "stagnating", "đình trệ", "stagnating"},
        {"0.5", true, "moderately_improving", "cải thiện vừa", "moderately improving"},
        {"1", true, "on_track", "đúng hướng", "on track"}}},
      {"sdr_dashboard",
       "2019",
       "SDSN, Sustainable Development Report 2019: mean of the two worst",
       false,
       {"", true, "red", "đỏ", "red"},
       {{"1", true, "orange", "cam", "orange"},
        {"1.5", true, "yellow", "vàng", "yellow"},
        {"2", true, "green", "xanh", "green"}}},
      {"open_sdg_score",
       "1",
       "Open SDG, docs/progress-methodology.md: mean scores",
       false,
       {"", true, "deterioration", "xấu đi", "deterioration"},
       {{"-2.5", true, "limited_progress", "tiến bộ hạn chế", "limited progress"},
        {"0", true, "moderate_progress", "tiến bộ vừa", "moderate progress"},
        {"2.5", true, "substantial_progress", "tiến bộ rõ rệt", "substantial progress"}}},
      {"eurostat_ratio",
       "2018",
       "Eurostat, Sustainable development in the European Union",
       true,
       {"", true, "movement_away", "đi ngược", "movement away"},
       {{"0", true, "insufficient", "chưa đủ", "insufficient progress"},
        {"0.6", true, "moderate", "trung bình", "moderate progress"},
        {"0.95", true, "significant", "rõ rệt", "significant progress"}}},
  };
  return kEntries;
}

struct ScoreEntry {
  std::string_view id;
  std::string_view version;
  std::string_view source;
  std::vector<std::pair<std::string_view, std::string_view>> knots;
};

const std::vector<ScoreEntry>& score_entries() {
  static const std::vector<ScoreEntry> kEntries = {
      {"open_sdg_ratio_score",
       "1",
       "Open SDG, docs/progress-methodology.md: with a target",
       {{"-0.6", "-5"}, {"0.6", "0"}, {"1.3", "5"}}},
      {"open_sdg_growth_score",
       "1",
       "Open SDG, docs/progress-methodology.md: without a target or a limit, growth in percent",
       {{"-2", "-5"}, {"0", "-2.5"}, {"0.5", "0"}, {"1.5", "2.5"}, {"2", "5"}}},
  };
  return kEntries;
}

BandLabel label_of(const CutEntry& entry) {
  return {std::string(entry.code), {std::string(entry.vi), std::string(entry.en)}};
}

// The numbers above are written correctly and in order: the tests read them all.
BandTable table_of(const BandEntry& entry) {
  std::vector<Cut> cuts;
  for (const CutEntry& cut : entry.cuts) {
    cuts.push_back({*Ratio::parse(cut.value), label_of(cut), cut.belongs_above});
  }
  return *BandTable::of_cuts({std::string(entry.id), std::string(entry.version),
                              std::string(entry.source), entry.needs_confirmation},
                             label_of(entry.lowest), cuts)
              .value;
}

ScoreTable table_of(const ScoreEntry& entry) {
  std::vector<Knot> knots;
  for (const auto& [value, score] : entry.knots) {
    knots.push_back({*Ratio::parse(value), *Ratio::parse(score)});
  }
  return *ScoreTable::of(
      {std::string(entry.id), std::string(entry.version), std::string(entry.source)},
      std::move(knots), Ends::capped);
}

template <class Table>
std::optional<Table> named(const std::vector<Table>& tables, std::string_view name) {
  for (const Table& table : tables) {
    if (to_string(table.name()) == name) return table;
  }
  return std::nullopt;
}

}  // namespace

std::vector<BandTable> band_tables() {
  std::vector<BandTable> tables;
  for (const BandEntry& entry : band_entries()) tables.push_back(table_of(entry));
  return tables;
}

std::vector<ScoreTable> score_tables() {
  std::vector<ScoreTable> tables;
  for (const ScoreEntry& entry : score_entries()) tables.push_back(table_of(entry));
  return tables;
}

std::optional<BandTable> band_table_named(std::string_view name) {
  return named(band_tables(), name);
}

std::optional<ScoreTable> score_table_named(std::string_view name) {
  return named(score_tables(), name);
}

}  // namespace tiendo
