// Tested by tests/unit/io/observation_reader_test.cpp, tests/golden/errors and the example.
//
// Hands rows to the log as soon as they are read, in a batch that is kept only if there was no
// fault, so that nothing is half-loaded. Most rows of a large table are read and appended a chunk
// at a time (observation_chunk.hpp). What that does not take is read here, row by row: whatever
// stands in a row, it means what it means here.

#include "tiendo/io/observation_reader.hpp"

#include "io/observation_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/team.hpp"
#include "io/chunk_line.hpp"
#include "io/csv_cursor.hpp"
#include "io/json_fields.hpp"
#include "io/memory_guard.hpp"
#include "io/observation_chunk.hpp"
#include "io/observation_table.hpp"
#include "tiendo/io/file.hpp"

namespace tiendo {
namespace {

using Table = ObservationTable;
using Column = Table::Column;

// The column at fault when the log refuses a row: of two parts the one that is not there.
std::optional<Column> column_of(Errc code, const Observation& row) {
  using enum Table::Column;
  const bool incomplete = code == Errc::value_missing || code == Errc::parts_needed;
  if (incomplete && row.numerator && !row.denominator) return denominator;
  if (incomplete && row.denominator && !row.numerator) return numerator;
  switch (code) {
    case Errc::composite_reported:
    case Errc::unknown_indicator: return indicator;
    case Errc::unknown_unit: return unit;
    case Errc::unknown_project: return project;
    case Errc::unknown_stage: return work_stage;
    case Errc::form_conflict: return form;
    case Errc::value_scale:
      return row.upper && row.upper->scale() > row.value->scale() ? value_to : value;
    case Errc::result_conflict: return !row.words.empty() ? words : row.upper ? value_to : value;
    case Errc::range_reversed: return value_to;
    case Errc::verdict_and_judge: return row.judge.empty() ? verdict : judge;
    case Errc::value_missing:
    case Errc::parts_needed: return value;
    case Errc::parts_refused: return numerator;
    case Errc::revision_negative: return revision;
    default: return std::nullopt;
  }
}

class ObservationReader {
 public:
  // `Text` is what a CsvCursor reads from.
  template <class Text>
  ObservationReader(Text& text, Readers readers, std::string_view file, NumberFormat numbers,
                    ObservationLog& log, std::size_t most, const Run& run)
      : csv_(text),
        readers_(readers),
        size_(static_cast<std::int64_t>(text.size())),
        file_(file),
        findings_(file),
        numbers_(numbers),
        plan_(log.plan()),
        batch_(log),
        most_(most),
        watch_(run) {}

  Diagnostics read() {
    watch_.begin(Phase::reading_observations, size_);
    if (csv_.next()) {
      read_header(csv_.record());
      if (!findings_.any()) read_rows();
    } else if (!csv_.problem()) {
      findings_.add(Errc::missing_column, LineColumn(), "the text is empty: not even a header");
    }
    if (csv_.problem()) add_problem(*csv_.problem());
    watch_.goes_on(csv_.passed());
    if (watch_.stopped()) return ended(Errc::cancelled, file_);
    if (!findings_.any()) batch_.keep(static_cast<int>(watch_.threads()));
    return findings_.all();
  }

 private:
  using enum Table::Column;

  void add(Errc code, std::int64_t offset, const std::string& sentence) {
    findings_.add(code, csv_.at(offset), sentence);
  }

  void add_problem(const Error& problem) {
    const bool has_place = problem.offset >= 0;
    findings_.add(problem.code, has_place ? csv_.at(problem.offset) : LineColumn{0, 0},
                  problem.sentence);
  }

  void read_header(const std::vector<CsvField>& header) {
    table_.at.fill(Table::kAbsent);
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto known = std::find(Table::kNames.begin(), Table::kNames.end(), header[i].text);
      if (known == Table::kNames.end()) {
        add(Errc::unknown_column, header[i].offset,
            "no column is called " + in_quotes(header[i].text) +
                nearest_hint(header[i].text, {Table::kNames.begin(), Table::kNames.end()}));
        continue;
      }
      std::size_t& position = table_.at[static_cast<std::size_t>(known - Table::kNames.begin())];
      if (position != Table::kAbsent) {
        add(Errc::duplicate_column, header[i].offset,
            "the column \"" + std::string(header[i].text) + "\" stands twice");
      }
      position = i;
    }
    table_.width = header.size();
    if (findings_.any()) return;  // a misspelt column is not missing as well
    for (const Column needed : {indicator, period}) require_column(needed, header);
    const bool in_parts =
        table_.at[numerator] != Table::kAbsent && table_.at[denominator] != Table::kAbsent;
    if (!in_parts && table_.at[words] == Table::kAbsent) require_column(value, header);
  }

  void require_column(Column column, const std::vector<CsvField>& header) {
    if (table_.at[column] != Table::kAbsent) return;
    add(Errc::missing_column, header.front().offset,
        "there is no column \"" + std::string(Table::kNames[column]) + '"');
  }

  // Chunk by chunk, as long as the file goes on and findings are kept: a fault in one row does not
  // hide those in the next. Where the quick way stops, some rows are read one by one, the more the
  // less it has got done; then a chunk is tried alone.
  void read_rows() {
    const std::size_t bytes = most_ * ChunkLine::kLeastRow;
    ChunkLine line(csv_, readers_, batch_, watch_.team(), bytes, [this] { return new_chunk(); });
    const bool is_small = size_ > 0 && size_ <= static_cast<std::int64_t>(bytes);
    std::size_t one_by_one = 1;
    while (!findings_.full() && goes_on(csv_.passed())) {
      const ChunkLine::End end = line.run(is_small || one_by_one > 1,
                                          [this](std::int64_t passed) { return goes_on(passed); });
      if (watch_.stopped()) return;
      const bool much = end.refused == 0 && end.rows >= kMany;
      one_by_one = much ? 1 : std::min(2 * one_by_one, 4 * kMany);
      if (!read_rows(std::max(end.refused, one_by_one))) return;
    }
  }

  // Asks after some thousand rows, whatever a chunk has.
  bool goes_on(std::int64_t passed) {
    if (passed < next_asked_) return !watch_.stopped();
    next_asked_ = passed + kBytesTold;
    return watch_.goes_on(passed);
  }

  // A row has at least as many bytes as fields.
  ObservationChunk new_chunk() const {
    const std::size_t most =
        most_ * ChunkLine::kLeastRow / std::max(ChunkLine::kLeastRow, table_.width);
    return {plan_, table_, csv_.separator(), numbers_,
            most_ == 0 ? 0 : std::max<std::size_t>(most, 1)};
  }

  // So many rows, one by one; false at the end, and when it is not to go on.
  bool read_rows(std::size_t count) {
    for (; count > 0 && !findings_.full(); --count) {
      if (!watch_.ticks_on(csv_.passed()) || !csv_.next()) return false;
      const std::vector<CsvField>& record = csv_.record();
      if (record.size() == table_.width) {
        read_row(record);
      } else {
        add(Errc::field_count, record.front().offset, count_sentence(record.size()));
      }
    }
    return true;
  }

  // Too many fields are mostly a number with a comma or a text that should have been quoted.
  std::string count_sentence(std::size_t fields) const {
    std::string sentence = "the row has " + std::to_string(fields) + " fields, the header " +
                           std::to_string(table_.width);
    if (fields < table_.width) return sentence;
    sentence +=
        csv_.separator() == ',' ? "; a comma inside a field" : "; a semicolon inside a field";
    sentence += " needs quotes around the field";
    const bool plain_commas = csv_.separator() == ',' && numbers_ == NumberFormat::plain();
    return sentence + (plain_commas ? ", and a plain number has no comma" : "");
  }

  // The text of a column in this row, or "" where the column is absent.
  std::string_view text(Column column) const {
    return table_.at[column] == Table::kAbsent ? std::string_view()
                                               : (*record_)[table_.at[column]].text;
  }

  std::int64_t offset(Column column) const {
    return table_.at[column] == Table::kAbsent ? record_->front().offset
                                               : (*record_)[table_.at[column]].offset;
  }

  void refuse(Column column, Errc code, const std::string& sentence) {
    row_is_good_ = false;
    add(code, offset(column), sentence);
  }

  void read_row(const std::vector<CsvField>& record) {
    record_ = &record;
    row_is_good_ = true;
    Observation row;
    row.indicator = text(indicator);
    row.unit = text(unit);
    row.project = text(project);
    row.work_stage = text(work_stage);
    if (const auto found = parsed<Period>(period)) row.period = *found;
    row.form = word<Form>(form);
    read_value(row);
    row.numerator = number(numerator);
    row.denominator = number(denominator);
    row.status = word<Status>(status).value_or(Status::official);
    row.qualifier = word<Qualifier>(qualifier).value_or(Qualifier::exact);
    if (!text(recorded_on).empty()) row.recorded_on = parsed<Date>(recorded_on);
    row.revision = whole(revision);
    row.source = text(source);
    row.note = text(note);
    row.upper = number(value_to);
    row.words = text(words);
    if (!text(verdict).empty()) row.verdict = given_verdict();
    row.judge = text(judge);
    if (row_is_good_) append(row);
  }

  // What the log refuses has its place at the column at fault, or at the record.
  void append(const Observation& row) {
    const Result<Row> appended = batch_.append(row);
    if (appended) return;
    const Error& refused = appended.error();
    const std::optional<Column> column = column_of(refused.code, row);
    add(refused.code, column ? offset(*column) : record_->front().offset,
        refused.sentence + hint(refused.code, row, plan_));
  }

  void read_value(Observation& row) {
    const std::optional<Standing> standing = enumerator_named<Standing>(text(value), 1);
    // Ranges and words have columns of their own.
    if (standing && *standing < Standing::range) {
      row.standing = *standing;
    } else {
      row.value = number(value);
    }
  }

  Verdict given_verdict() {
    const std::optional<Verdict> found = enumerator_named<Verdict>(text(verdict), 1);
    if (found) return *found;
    refuse(verdict, Errc::unknown_word,
           in_quotes(text(verdict)) + " is no verdict" +
               nearest_hint(text(verdict), names_of<Verdict>(1)));
    return Verdict::none;
  }

  std::optional<Decimal> number(Column column) {
    if (text(column).empty()) return std::nullopt;
    Result<Decimal> number = parse(text(column), numbers_);
    if (number) return *std::move(number);
    refuse(column, number.error().code, number_sentence(text(column), number.error(), numbers_));
    return std::nullopt;
  }

  template <class T>
  std::optional<T> parsed(Column column) {
    const Result<T> result = T::parse(text(column));
    if (result) return *result;
    refuse(column, result.error().code, about(text(column), result.error().sentence));
    return std::nullopt;
  }

  template <class Enum>
  std::optional<Enum> word(Column column) {
    if (text(column).empty()) return std::nullopt;
    const std::optional<Enum> found = enumerator_named<Enum>(text(column));
    if (!found) {
      refuse(column, Errc::unknown_word,
             unknown_word_sentence(text(column), Table::kNames[column], names_of<Enum>()));
    }
    return found;
  }

  std::int32_t whole(Column column) {
    if (text(column).empty()) return 0;
    const std::optional<std::int32_t> number = whole_number(text(column));
    if (!number) refuse(column, Errc::number_syntax, no_whole_number(text(column)));
    return number.value_or(0);
  }

  static std::string hint(Errc code, const Observation& row, const Plan& plan) {
    if (code == Errc::unknown_indicator) return near_id(row.indicator, plan.indicators());
    if (code == Errc::unknown_unit) return near_id(row.unit, plan.units());
    if (code == Errc::unknown_project) return near_id(row.project, plan.projects());
    if (code != Errc::unknown_stage || plan.find_project(row.project) == kNone) return {};
    const auto& stages = plan.projects()[plan.find_project(row.project)].stages;
    return nearest_hint(row.work_stage, {stages.begin(), stages.end()});
  }

  template <class List>
  static std::string near_id(const std::string& id, const List& things) {
    std::vector<std::string_view> known;
    for (const auto& thing : things) known.push_back(thing.id);
    return nearest_hint(id, known);
  }

  static constexpr std::size_t kMany = 256;
  static constexpr std::int64_t kBytesTold = std::int64_t{1} << 17;

  CsvCursor csv_;
  Readers readers_;
  std::int64_t size_;  // of the text; 0 where it is not known
  std::string_view file_;
  Findings findings_;
  NumberFormat numbers_;
  const Plan& plan_;
  ObservationLog::Batch batch_;
  std::size_t most_;  // rows of a chunk; 0: all are read one by one
  Watch watch_;
  std::int64_t next_asked_ = 0;
  Table table_;
  const std::vector<CsvField>* record_ = nullptr;
  bool row_is_good_ = true;
};

}  // namespace

Diagnostics read_observations_by(std::size_t most, std::string_view text, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run) {
  return guarded_reading(file, [&] {
    return ObservationReader(text, Readers::any_thread, file, numbers, log, most, run).read();
  });
}

Diagnostics read_observations_by(std::size_t most, TextSource& source, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run,
                                 Readers readers) {
  return guarded_reading(file, [&] {
    return ObservationReader(source, readers, file, numbers, log, most, run).read();
  });
}

Diagnostics read_observations(std::string_view text, std::string_view file, NumberFormat numbers,
                              ObservationLog& log, const Run& run) {
  return read_observations_by(rows_at_once(run.threads), text, file, numbers, log, run);
}

Diagnostics read_observations(TextSource& source, std::string_view file, NumberFormat numbers,
                              ObservationLog& log, const Run& run) {
  return read_observations_by(rows_at_once(run.threads), source, file, numbers, log, run);
}

Diagnostics read_observations_file(const std::string& path, NumberFormat numbers,
                                   ObservationLog& log, const Run& run) {
  return guarded_reading(path, [&] {
    Result<FileSource> file = FileSource::open(path);
    if (file) {
      return read_observations_by(rows_at_once(run.threads), *file, path, numbers, log, run,
                                  Readers::any_thread);
    }
    Findings findings(path);
    const bool is_read = file.error().code != Errc::file_unreadable;
    findings.add(file.error().code, is_read ? LineColumn() : LineColumn{0, 0},
                 file.error().sentence);
    return findings.all();
  });
}

}  // namespace tiendo
