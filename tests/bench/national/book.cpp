#include "book.hpp"

#include <utility>

#include "convert.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo::bench {
namespace {

void stop_for(const Diagnostics& findings) {
  if (has_errors(findings)) give_up(to_string(findings.front()));
}

Plan read_plan_of(const std::string& folder, unsigned threads) {
  const std::string path = folder + "/plan.json";
  const auto load = [](const std::string& table) { return read_file(table, kMaxPlanBytes); };
  const Result<std::string> text = load(path);
  if (!text) give_up(text.error().sentence);
  PlanReading reading = read_plan(*text, path, load, {threads, {}});
  stop_for(reading.plan.diagnostics);
  return *std::move(reading.plan.value);
}

constexpr int kScale = 2;
constexpr Rounding kRounding = Rounding::half_up;

DecimalColumn taken(Result<DecimalColumn> column) {
  if (!column) give_up(column.error().sentence);
  return *std::move(column);
}

// A row of a column, which fits 64 bits.
std::int64_t hundredths(const DecimalColumn& column, std::size_t row) {
  if (row >= column.values.size()) return kNothing;  // a column that was not asked for
  const bool all = column.validity.empty();
  if (!all && (column.validity[row / 8] >> (row % 8) & 1) == 0) return kNothing;
  std::uint64_t bits = 0;
  for (std::size_t byte = 8; byte-- > 0;) bits = bits << 8 | column.values[row].bytes[byte];
  return static_cast<std::int64_t>(bits);
}

char letter_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::exceeded: return 'E';
    case Verdict::met: return 'M';
    case Verdict::missed: return 'N';
    default: return 0;
  }
}

// What the columns say at a position.
template <class Columns>
Progress progress_at(const Columns& columns, std::size_t at) {
  Progress progress{hundredths(columns.value, at), hundredths(columns.percent, at),
                    hundredths(columns.growth, at), 0};
  if (at < columns.verdicts.verdict.size()) {
    progress.verdict = letter_of(columns.verdicts.verdict[at]);
  }
  return progress;
}

}  // namespace

Plan plan_of(const Call& call) {
  return read_plan_of(book_folder(call.folder, call.months), static_cast<unsigned>(call.threads));
}

Request request_of(const Call& call) {
  Request request;
  request.as_of = window_of(call.months).last_day();
  request.rules.name = "national";
  request.rules.based_on = "tiendo@1";
  request.rules.unreported = Unreported::leave_out;
  request.rules.compared_with = compared_with(call.months);
  request.levels = 3;  // communes without a target have a value as well
  return request;
}

Book::Book(const Call& call) : Book(call, plan_of(call)) {}

Book::Book(const Call& call, const Plan& plan)
    : log_(plan), threads_(static_cast<unsigned>(call.threads)) {
  const std::string path = book_folder(call.folder, call.months) + "/observations.csv";
  stop_for(read_observations_file(path, NumberFormat::plain(), log_, {threads_, {}}));
  request_ = request_of(call);
  for (Index unit = 0; unit < units(); ++unit) {
    if (plan.units()[unit].kind != "commune") first_commune_ = std::size_t{unit} + 1;
    parents_.push_back(plan.unit_map().parent_of(unit, request_.as_of));
  }
}

int Book::indicators() const { return static_cast<int>(log_.plan().indicators().size()); }

void Book::evaluate_book() {
  report_.reset();  // first, so that its memory is there for the next
  Result<Report> made = evaluate(log_, request_, {threads_, {}});
  if (!made) give_up(made.error().sentence);
  report_ = *std::move(made);
  if (report_->rows.size() != row_of(0, log_.plan().indicators().size())) {
    give_up("not every unit has a row for every indicator");
  }
}

// What one row says.
Progress Book::progress(std::size_t row) {
  const RowRange one{row, 1};
  row_.value =
      taken(printed_column(*report_, one, Field::actual, kScale, kRounding, std::move(row_.value)));
  row_.percent = taken(percent_of_plan(*report_, one, kScale, kRounding, std::move(row_.percent)));
  row_.growth = taken(
      printed_column(*report_, one, Field::growth, kScale, kRounding, std::move(row_.growth)));
  row_.verdicts = verdict_columns(*report_, one, std::move(row_.verdicts));
  return progress_at(row_, 0);
}

DecimalColumn Book::column(Field field, DecimalColumn memory) const {
  return taken(printed_column(*report_, field, kScale, kRounding, std::move(memory), threads_));
}

DecimalColumn Book::percents(DecimalColumn memory) const {
  return taken(percent_of_plan(*report_, kScale, kRounding, std::move(memory), threads_));
}

void Book::print(Columns& columns) const {
  columns.value = column(Field::actual, std::move(columns.value));
  columns.verdicts = verdict_columns(*report_, std::move(columns.verdicts));
  columns.percent = percents(std::move(columns.percent));
  columns.growth = column(Field::growth, std::move(columns.growth));
}

void Book::count(const VerdictColumns& verdicts) {
  answers_.q5.assign(units(), {});
  for (std::size_t i = 0; i < log_.plan().indicators().size(); ++i) {
    const Verdict* of_unit = &verdicts.verdict[row_of(0, i)];
    for (std::size_t unit = first_commune_; unit < units(); ++unit) {
      ++answers_.q5[unit][place_of(letter_of(of_unit[unit]))];
    }
  }
  for (std::size_t unit = units(); unit-- > 1;) {
    const Counts& own = answers_.q5[unit];
    for (std::size_t place = 0; place < own.size(); ++place) {
      answers_.q5[parents_[unit]][place] += own[place];
    }
  }
}

void Book::q1() {
  evaluate_book();
  one_.value = column(Field::actual, std::move(one_.value));
}

void Book::q2() {
  evaluate_book();
  one_.percent = percents(std::move(one_.percent));
  one_.verdicts = verdict_columns(*report_, std::move(one_.verdicts));
}

void Book::q3() {
  evaluate_book();
  one_.growth = column(Field::growth, std::move(one_.growth));
}

void Book::q4() {
  evaluate_book();
  print(above_);
}

void Book::q5() {
  evaluate_book();
  counted_ = verdict_columns(*report_, std::move(counted_));
  count(counted_);
}

void Book::all() {
  evaluate_book();
  print(all_);
  count(all_.verdicts);
}

void Book::q6(const Update& update) {
  Observation late;
  late.indicator = std::to_string(update.indicator + 1);
  late.unit = std::to_string(update.unit);
  late.period = month(update.month);
  const Decimal value = *Decimal::of(update.value, 3);
  if (update.base == kNothing) {
    late.value = value;
  } else {
    late.numerator = value;
    late.denominator = *Decimal::of(update.base, 3);
  }
  late.recorded_on = day_of_late_reports();
  late.revision = update.number;
  if (const Result<Row> row = log_.append(late); !row) give_up(row.error().sentence);
  report_ = updated(*std::move(report_), log_);
  answers_.q6.push_back(progress(
      row_of(static_cast<std::size_t>(update.ask), static_cast<std::size_t>(update.indicator))));
}

std::vector<Progress> Book::progress_of(const Columns& columns, std::size_t from_unit,
                                        std::size_t to_unit) const {
  std::vector<Progress> rows;
  for (std::size_t unit = from_unit; unit < to_unit; ++unit) {
    for (std::size_t i = 0; i < log_.plan().indicators().size(); ++i) {
      rows.push_back(progress_at(columns, row_of(unit, i)));
    }
  }
  return rows;
}

// Every unit has one row for each indicator, and they stand as row_of() has them.
void Book::check_order() const {
  for (std::size_t unit = 0; unit < units(); ++unit) {
    for (std::size_t i = 0; i < log_.plan().indicators().size(); ++i) {
      const ReportRow row = report_->rows[row_of(unit, i)];
      if (row.unit != unit || row.indicator != i) give_up("the rows stand in another order");
    }
  }
}

const Answers& Book::answers() {
  check_order();
  const auto of_communes = [this](const Columns& columns) {
    return progress_of(columns, first_commune_, units());
  };
  answers_.q1 = of_communes({one_.value, {}, {}, {}});
  answers_.q2 = of_communes({{}, one_.percent, {}, one_.verdicts});
  answers_.q3 = of_communes({{}, {}, one_.growth, {}});
  answers_.q4 = progress_of(above_, 0, first_commune_);
  return answers_;
}

}  // namespace tiendo::bench
