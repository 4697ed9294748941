#include "convert.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "scanner.hpp"
#include "text_file.hpp"

namespace tiendo::bench {
namespace {

// What the converter knows of an indicator of the tables.
struct Column {
  std::string id, code, kind, measure;
  bool ratio;
  bool at_most = false;
};

std::string measure_id(const Column& column) {
  if (column.ratio) return "percent";
  std::string id = column.measure;
  for (char& byte : id) byte = byte == ' ' ? '-' : byte;
  return id;
}

class Converter {
 public:
  Converter(const std::string& from, const std::string& to, int months)
      : from_(from + '/'), to_(to + '/'), months_(months) {}

  void run() {
    read_indicators();
    write_units();
    write_targets();
    write_plan();
    write_observations();
  }

 private:
  void read_indicators() {
    const std::string text = contents(from_ + "indicators.csv");
    for (Scanner scan(text); !scan.done();) {
      Column column;
      column.id = scan.text();
      column.code = scan.text();
      column.kind = scan.text();
      column.ratio = column.kind.starts_with("ratio");
      scan.text();
      column.measure = scan.text();
      columns_.push_back(column);
    }
  }

  void write_units() {
    const std::string text = contents(from_ + "units.csv");
    TextFile file(to_ + "units.csv");
    file << "id,kind,parent,name.en\n";
    for (Scanner scan(text); !scan.done(); ++units_) {
      const std::string_view id = scan.text();
      const std::string_view parent = scan.text();
      scan.text();
      const std::string_view name = scan.text();
      file << id << ',' << name.substr(0, name.find(' ')) << ',' << parent << ',' << name << '\n';
    }
  }

  // A row for each target that there is; and the priors for later.
  void write_targets() {
    const std::string text = contents(from_ + "targets.csv");
    TextFile file(to_ + "targets.csv");
    TextFile priors(to_ + "priors.csv");
    header(priors);
    const std::string before = compared_period().to_string();
    file << "indicator,unit,condition,value,baseline\n";
    for (Scanner scan(text); !scan.done();) {
      const std::string_view unit = scan.text();
      const std::string_view indicator = scan.text();
      const std::string_view target = scan.text();
      Column& column = column_of(indicator);
      column.at_most = scan.text() == "<=";
      const std::string_view baseline = scan.text();
      if (!target.empty()) {
        file << indicator << ',' << unit << ',' << (column.at_most ? "at_most" : "at_least") << ','
             << target << ',' << baseline << '\n';
      }
      const std::string_view prior = scan.text();
      const std::string_view base = scan.text();
      if (!prior.empty()) cells(priors, column, unit, before, prior, base) << ",,\n";
    }
  }

  Period compared_period() const {
    const Period window = window_of(months_);
    return compared_with(months_) == ComparedWith::year_before ? *window.year_before()
                                                               : *window.previous();
  }

  static void header(TextFile& file) {
    file << "indicator,unit,period,value,numerator,denominator,recorded_on,revision\n";
  }

  static TextFile& cells(TextFile& file, const Column& column, std::string_view unit,
                         std::string_view period, std::string_view value, std::string_view base) {
    file << column.id << ',' << unit << ',' << period << ',';
    if (!column.ratio) return file << value << ",,";
    return file << ',' << value << ',' << (base.empty() ? "0" : base);
  }

  Column& column_of(std::string_view indicator) {
    return columns_[static_cast<std::size_t>(std::stoi(std::string(indicator)) - 1)];
  }

  void write_plan() const {
    TextFile file(to_ + "plan.json");
    file << R"({"format": "tiendo-plan/1",)"
         << "\n";
    write_measures(file);
    file << R"( "units": {"table": "units.csv"},)"
         << "\n";
    write_indicators(file);
    file << R"( "plan": {"id": "national", "unit": "0", "period": ")"
         << window_of(months_).to_string() << R"(", "targets": {"table": "targets.csv"}}})"
         << "\n";
  }

  void write_measures(TextFile& file) const {
    file << R"( "measures": [)"
         << "\n"
         << R"(  {"id": "percent", "kind": "share", "name": "%", )"
         << R"("factor": "0.01"})";
    std::vector<std::string> written = {"percent"};
    for (const Column& column : columns_) {
      const std::string id = measure_id(column);
      if (std::find(written.begin(), written.end(), id) != written.end()) continue;
      written.push_back(id);
      file << ",\n"
           << R"(  {"id": ")" << id << R"(", "kind": ")" << id << R"("})";
    }
    file << "],\n";
  }

  void write_indicators(TextFile& file) const {
    const char* between = R"( "indicators": [)";
    for (const Column& column : columns_) {
      file << between << "\n  "
           << R"({"id": ")" << column.id << R"(", "name": {"en": ")" << column.code
           << R"("}, "measure": ")" << measure_id(column) << R"(", )" << kind_of(column.kind)
           << R"(, "direction": ")" << (column.at_most ? "less" : "more")
           << R"(", "scale": 3, "digits": 2, "percent_digits": 2})";
      between = ",";
    }
    file << "],\n";
  }

  static const char* kind_of(const std::string& kind) {
    if (kind == "sum") return R"("kind": "flow")";
    if (kind == "last") return R"("kind": "level", "unit_rule": "sum")";
    return kind == "ratio_sum" ? R"("kind": "ratio", "of": "flow")"
                               : R"("kind": "ratio", "of": "level")";
  }

  // The priors, then the reports as they came. Which came with which month the largest month so far
  // says.
  void write_observations() {
    const std::string text = contents(from_ + "observations.csv");
    TextFile file(to_ + "observations.csv");
    file << contents(to_ + "priors.csv");
    std::filesystem::remove(to_ + "priors.csv");
    int batch = 0;
    std::string recorded;
    for (Scanner scan(text); !scan.done();) {
      scan.text();
      const std::string_view unit = scan.text();
      Column& column = column_of(scan.text());
      const auto number = static_cast<int>(scan.whole());
      if (number > batch) {
        batch = number;
        periods_.push_back(month(number).to_string());
        recorded = month(number).last_day().to_string();
        revisions_.assign(static_cast<std::size_t>(units_) * columns_.size(), 0);
      }
      const std::string_view value = scan.text();
      cells(file, column, unit, periods_[static_cast<std::size_t>(number - 1)], value, scan.text())
          << ',';
      const int revision = number == batch ? next_revision(unit, column) : 0;
      if (number < batch || revision > 0) file << recorded;
      file << ',';
      if (revision > 0) file << revision;
      file << '\n';
    }
  }

  // How many reports of the month of this batch came before.
  int next_revision(std::string_view unit, const Column& column) {
    const auto row = static_cast<std::size_t>(std::stoi(std::string(unit))) * columns_.size();
    return revisions_[row + static_cast<std::size_t>(&column - columns_.data())]++;
  }

  std::string from_;
  std::string to_;
  int months_;
  int units_ = 0;
  std::vector<Column> columns_;
  std::vector<std::string> periods_;
  std::vector<std::uint8_t> revisions_;
};

}  // namespace

Period month(int number) { return *Period::month(2024, 1)->shifted_months(number - 1); }

Period window_of(int months) { return *Period::of(month(1).start(), month(months).end()); }

ComparedWith compared_with(int months) {
  return months <= 12 ? ComparedWith::year_before : ComparedWith::period_before;
}

Date day_of_late_reports() { return *Date::from_ymd(2100, 1, 1); }

std::string book_folder(const std::string& folder, int months) {
  return folder + "/tiendo-" + std::to_string(months);
}

void convert(const std::string& folder, int months) {
  const std::string to = book_folder(folder, months);
  const std::string unfinished = to + ".unfinished";
  std::filesystem::create_directories(unfinished);
  Converter(folder, unfinished, months).run();
  std::filesystem::rename(unfinished, to);
}

void convert_once(const std::string& folder, int months) {
  if (std::filesystem::exists(book_folder(folder, months))) return;
  const pid_t child = fork();
  if (child == 0) {
    convert(folder, months);
    _exit(0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    give_up("the book could not be converted");
  }
}

}  // namespace tiendo::bench
