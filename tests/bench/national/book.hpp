/// @file
/// The questions answered by the library, from its own formats and through its public interface.
#pragma once

#include <optional>
#include <vector>

#include "driver.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/report_columns.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::bench {

/// The plan of the converted book, or the end of the program.
Plan plan_of(const Call& call);
/// What is asked of it: the whole time, rows of every unit.
Request request_of(const Call& call);

class Book {
 public:
  /// Loads the converted book: the plan with its tables, and the observations.
  explicit Book(const Call& call);

  void q1();
  void q2();
  void q3();
  void q4();
  void q5();
  void all();
  /// Appends a late report and answers the question after it.
  void q6(const Update& update);

  /// All that was asked so far.
  const Answers& answers();
  int indicators() const;

 private:
  // Columns over all rows of the report: by indicator, then by unit.
  struct Columns {
    DecimalColumn value;
    DecimalColumn percent;
    DecimalColumn growth;
    VerdictColumns verdicts;
  };

  Book(const Call& call, const Plan& plan);

  std::size_t units() const { return log_.plan().units().size(); }
  std::size_t row_of(std::size_t unit, std::size_t indicator) const {
    return indicator * units() + unit;
  }
  void evaluate_book();
  DecimalColumn column(Field field, DecimalColumn memory) const;
  DecimalColumn percents(DecimalColumn memory) const;
  void print(Columns& columns) const;
  void count(const VerdictColumns& verdicts);
  Progress progress(std::size_t row);
  std::vector<Progress> progress_of(const Columns& columns, std::size_t from_unit,
                                    std::size_t to_unit) const;
  void check_order() const;

  ObservationLog log_;
  Request request_;
  unsigned threads_;
  std::size_t first_commune_ = 0;
  std::vector<Index> parents_;
  std::optional<Report> report_;
  Columns one_;    // a figure each for q1 to q3
  Columns above_;  // for q4
  Columns all_;
  Columns row_;  // of one row
  VerdictColumns counted_;
  Answers answers_;
};

}  // namespace tiendo::bench
