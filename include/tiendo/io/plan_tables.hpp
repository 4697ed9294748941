/// @file
/// Tables beside a plan file: large lists of it as CSV (`"units": {"table": "units.csv"}`).
///
/// The library opens no file. Whoever reads the plan says how a table is loaded, keeps what was
/// loaded, and hands it over again where places are looked up or the plan is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// A table as it was loaded.
struct PlanTable {
  /// The list that it holds, as a path in the plan file: "/units", "/plan/targets".
  std::string list;
  /// As the plan file names it: "units.csv".
  std::string name;
  /// Where that is, seen from where the plan file is: "books/units.csv" for "books/plan.json".
  std::string file;
  std::string text;
};

/// The tables of one plan, in the order of its lists.
using PlanTables = std::vector<PlanTable>;

/// Gives the text of the file at a path, or the error that says why not, as read_file() does.
using TableLoader = std::function<Result<std::string>(const std::string& path)>;

/// A plan and the tables that are a part of its text.
struct PlanReading {
  Checked<Plan> plan;
  PlanTables tables;
};

}  // namespace tiendo
