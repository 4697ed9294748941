/// @file
/// Whether the engine gives what the definitions of engine.hpp give, in every field of every row.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "tiendo/engine/evaluate.hpp"

namespace tiendo::oracle {

bool same_rows(const std::vector<ReportRow>& a, const std::vector<ReportRow>& b);

/// Compares rows, summary and tallies; says where they differ.
::testing::AssertionResult agrees(const ObservationLog& log, const Request& request);

}  // namespace tiendo::oracle
