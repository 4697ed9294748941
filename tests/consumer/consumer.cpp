// What a user of the installed C++ library writes: reads a plan and its observations, and prints
// how far each row with a completion is by 30 June 2024.

#include <iostream>

#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto plan_text = tiendo::read_file(argv[1]);
  const auto log_text = tiendo::read_file(argv[2]);
  if (!plan_text || !log_text) return 1;
  auto plan = tiendo::read_plan(*plan_text, argv[1]);
  if (!plan) return 1;
  tiendo::ObservationLog log(*plan.value);
  if (has_errors(read_observations(*log_text, argv[2], tiendo::NumberFormat::plain(), log)))
    return 1;

  const auto report =
      evaluate(log, {.as_of = *tiendo::Date::parse("2024-06-30"), .known_on = {}, .rules = {}});
  for (const auto& row : report.rows) {
    const auto percent = printed(report.plan, row, tiendo::Field::completion, {});
    if (!percent) continue;
    std::cout << report.plan.indicators()[row.indicator].id << ' ' << percent->to_string() << '\n';
  }
}
