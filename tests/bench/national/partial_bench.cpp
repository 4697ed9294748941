// A country's report made in parts, one for each province: what a part costs, its text, putting the
// texts together, and the report of them, beside the report of the whole log in the same run.
// driver.hpp says how it is called and what it prints; there are no answers to write.

#include <string>
#include <vector>

#include "book.hpp"
#include "convert.hpp"
#include "tiendo/engine/partial.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/partial_text.hpp"

namespace tiendo::bench {
namespace {

template <class T>
T needed(Result<T> made) {
  if (!made) give_up(made.error().sentence);
  return *std::move(made);
}

// The province that each unit is in or is; kNone of the country.
std::vector<Index> provinces_of(const Plan& plan) {
  std::vector<Index> provinces;
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    const Index above = plan.find_unit(plan.units()[unit].parent);
    const bool is_province = plan.units()[unit].kind == "province";
    provinces.push_back(is_province ? unit : above == kNone ? kNone : provinces[above]);
  }
  return provinces;
}

// The reports of each province, as its own worker has them.
std::vector<ObservationLog> logs_of(const ObservationLog& whole, const std::vector<Index>& tops) {
  const std::vector<Index> provinces = provinces_of(whole.plan());
  std::vector<std::vector<Observation>> rows(whole.plan().units().size());
  for (Row row = 0; row < whole.size(); ++row) {
    rows[provinces[whole.cell(whole.cell_of(row)).unit]].push_back(whole.observation(row));
  }
  std::vector<ObservationLog> logs;
  for (const Index top : tops) {
    logs.emplace_back(whole.plan());
    if (!logs.back().append_all(rows[top]).empty()) give_up("a province refuses its reports");
  }
  return logs;
}

void measure_once(const ObservationLog& whole, const Request& request,
                  const std::vector<Index>& tops, const std::vector<ObservationLog>& logs) {
  std::int64_t since = now();
  const Report report_of_all = evaluate(whole, request);
  report("whole", now() - since);

  const MarkedPlan marked(whole.plan());
  std::vector<std::string> texts;
  since = now();
  std::vector<Partial> parts;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    parts.push_back(needed(Partial::of(logs[i], request, {{tops[i]}, {}})));
  }
  report("parts", now() - since);
  since = now();
  std::size_t bytes = 0;
  for (const Partial& part : parts) {
    texts.push_back(write_partial(part, marked));
    bytes += texts.back().size();
  }
  report("write", now() - since);
  since = now();
  Partial merged(whole.plan(), request);
  std::vector<Partial> read;
  for (const std::string& text : texts) {
    Checked<Partial> part = read_partial(text, "part", marked);
    if (!part) give_up("a part is refused");
    read.push_back(*std::move(part.value));
  }
  report("read", now() - since);
  since = now();
  for (const Partial& part : read) {
    if (const auto refused = merged.merge(part)) give_up(refused->sentence);
  }
  report("merge", now() - since);
  since = now();
  const Report above = evaluate(merged);
  report("report", now() - since);
  std::printf("kilobytes\t%zu\n", bytes / 1000);
  if (above.rows.size() == 0 || above.rows.size() > report_of_all.rows.size()) {
    give_up("the report of the parts is not that of the country");
  }
}

}  // namespace
}  // namespace tiendo::bench

int main(int argc, char** argv) {
  using namespace tiendo;
  const bench::Call call = bench::call_of(argc, argv);
  bench::convert_once(call.folder, call.months);
  ObservationLog whole(bench::plan_of(call));
  const std::string path = bench::book_folder(call.folder, call.months) + "/observations.csv";
  const Diagnostics findings = read_observations_file(path, NumberFormat::plain(), whole, {});
  if (has_errors(findings)) bench::give_up(to_string(findings.front()));
  std::vector<Index> tops;
  for (Index unit = 0; unit < whole.plan().units().size(); ++unit) {
    if (whole.plan().units()[unit].kind == "province") tops.push_back(unit);
  }
  const std::vector<ObservationLog> logs = bench::logs_of(whole, tops);
  for (int i = 0; i < call.repetitions; ++i) {
    bench::measure_once(whole, bench::request_of(call), tops, logs);
  }
  bench::report_memory();
}
