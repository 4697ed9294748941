// Writes down how the figures of a work row come about, for its trace.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

// Steps are added to a trace whose row is filled in; of a figure that is not there there is none.
class WorkSteps {
 public:
  explicit WorkSteps(WorkTrace& trace) : trace_(trace), row_(trace.row) {}

  // A formula over terms, for a figure of the row.
  void state(WorkField field, std::string_view method, std::string formula,
             std::vector<WorkTerm> terms);

  // What is planned, as the targets of these rows of a report ask for it together.
  void ask(const Plan& plan, const std::vector<ReportRow>& rows);
  // What has been reached, the number of a figure that was read; and all else of such a row.
  void reach(const Trace& read, Field field);
  void read(const Trace& read);

  // The sum of a figure of other rows, each in the measure of this one.
  using Factor = std::function<Ratio(const WorkRow& row)>;
  void add_up(WorkField field, const std::vector<WorkRow>& rows,
              const std::vector<std::size_t>& parts, const Factor& factor = {});
  // Rate and remainder of what is reached and planned.
  void compare();

  // How much of it a report says to be done.
  void share();
  // How much of the schedule is over.
  void elapse(Date as_of);
  // How much of the work of a project is done and due, by the milestones among its members.
  void weigh(const std::vector<WorkRow>& rows, Date as_of);
  // What counts make.
  void count();

 private:
  WorkTerm figure(const char* symbol, WorkField field) const;
  WorkTerm counted(const char* symbol, std::string_view name, int count) const;

  WorkTrace& trace_;
  const WorkRow& row_;
};

// Whether there is a figure of what has been reached and all is reported that is due, so that the
// row counts as reported in a sum.
bool is_complete(const WorkRow& row);

}  // namespace tiendo
