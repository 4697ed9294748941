// Prints how far along a plan is on a day, from C++, as `tiendo report` does.
//
//   report_cpp PLAN OBSERVATIONS DATE

#include <iostream>

#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/report_writer.hpp"

namespace {

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

// What was refused, a line each.
int fail(const tiendo::Diagnostics& findings) {
  for (const auto& finding : findings) std::cerr << to_string(finding) << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: " << argv[0] << " PLAN OBSERVATIONS DATE\n";
    return 2;
  }
  const auto plan_text = tiendo::read_file(argv[1]);
  if (!plan_text) return fail(plan_text.error().sentence);
  const auto table = tiendo::read_file(argv[2]);
  if (!table) return fail(table.error().sentence);
  const auto day = tiendo::Date::parse(argv[3]);
  if (!day) return fail(day.error().sentence);

  //! [read and evaluate]
  const auto plan = tiendo::read_plan(*plan_text, argv[1]);
  if (!plan) return fail(plan.diagnostics);
  tiendo::ObservationLog log(*plan.value);
  const auto findings =
      tiendo::read_observations(*table, argv[2], tiendo::NumberFormat::plain(), log);
  if (has_errors(findings)) return fail(findings);

  tiendo::Request request;
  request.as_of = *day;
  std::cout << write_report(evaluate(log, request), {});
  //! [read and evaluate]
}
