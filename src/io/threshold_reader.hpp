// Tables of bands and of scores, as they stand in criteria and in cases.
#pragma once

#include <optional>

#include "io/json_fields.hpp"
#include "tiendo/engine/bands.hpp"

namespace tiendo {

// Id, version, source and whether it needs confirmation.
TableName read_table_name(Fields& fields, bool source_needed);

// The table, or nothing and what is wrong with it among the findings.
std::optional<BandTable> read_band_table(Findings& findings, const JsonNode& node);
std::optional<ScoreTable> read_score_table(Findings& findings, const JsonNode& node);

}  // namespace tiendo
