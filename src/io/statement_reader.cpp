// Tested by tests/unit/io/statement_reader_test.cpp and
// tests/cli/verify_test.py.

#include "tiendo/io/statement_reader.hpp"

#include <algorithm>
#include <array>

#include "io/csv_cursor.hpp"
#include "io/json_fields.hpp"
#include "io/statement_cells.hpp"
#include "tiendo/io/file.hpp"

namespace tiendo {
namespace {

enum Column : std::size_t { id, kind, expression, inputs, stated, rounding, source, note };
constexpr std::array<std::string_view, 8> kColumns = {"id",     "kind",     "expression", "inputs",
                                                      "stated", "rounding", "source",     "note"};

// The column at fault when a statement has no value.
Column column_of(Errc code, bool has_expression) {
  const bool too_long = code == Errc::expression_too_large;
  return too_long && has_expression ? expression : inputs;
}

class StatementReader {
 public:
  // `Text` is what a CsvCursor reads from.
  template <class Text>
  StatementReader(Text& text, std::string_view file, NumberFormat numbers,
                  const VerifiedStatements& use)
      : csv_(text), findings_(file), file_(file), numbers_(numbers), use_(use) {}

  Diagnostics read() {
    if (csv_.next()) {
      read_header(csv_.record());
    } else if (!csv_.problem()) {
      findings_.add(Errc::missing_column, LineColumn(), "the text is empty: not even a header");
    }
    if (!findings_.any()) {
      while (!findings_.full() && csv_.next()) read_row(csv_.record());
    }
    if (csv_.problem()) {
      const Error& problem = *csv_.problem();
      const bool has_place = problem.offset >= 0;
      findings_.add(problem.code, has_place ? csv_.at(problem.offset) : LineColumn{0, 0},
                    problem.sentence);
    }
    return findings_.all();
  }

 private:
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  void add(Errc code, std::int64_t offset, const std::string& sentence) {
    row_is_good_ = false;
    findings_.add(code, csv_.at(offset), sentence);
  }

  void read_header(const std::vector<CsvField>& header) {
    at_.fill(kAbsent);
    width_ = header.size();
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string_view name = header[i].text;
      const auto known = static_cast<std::size_t>(
          std::find(kColumns.begin(), kColumns.end(), name) - kColumns.begin());
      if (known == kColumns.size()) {
        add(Errc::unknown_column, header[i].offset,
            "no column is called " + in_quotes(name) +
                nearest_hint(name, {kColumns.begin(), kColumns.end()}));
      } else if (at_[known] != kAbsent) {
        add(Errc::duplicate_column, header[i].offset,
            "the column " + in_quotes(name) + " stands twice");
      } else {
        at_[known] = i;
      }
    }
    if (findings_.any()) return;  // a misspelt column is not missing as well
    for (const Column needed : {inputs, stated}) {
      if (at_[needed] == kAbsent) missing(std::string(kColumns[needed]), header);
    }
    if (at_[kind] == kAbsent && at_[expression] == kAbsent) missing("kind", header);
  }

  void missing(const std::string& column, const std::vector<CsvField>& header) {
    add(Errc::missing_column, header.front().offset, "there is no column \"" + column + '"');
  }

  // The text of a column in this row, or "" where the column is absent.
  std::string_view text(Column column) const {
    return at_[column] == kAbsent ? std::string_view() : (*record_)[at_[column]].text;
  }
  // Where it stands, behind an opening quote; of an absent column, the row.
  std::int64_t offset(Column column) const {
    if (at_[column] == kAbsent) return record_->front().offset;
    const CsvField& field = (*record_)[at_[column]];
    return field.offset + (field.quoted ? 1 : 0);
  }

  // A fault in a cell, at its byte.
  void refuse(Column column, const Error& fault) {
    const std::int64_t in_cell = std::max<std::int64_t>(fault.offset, 0);
    add(fault.code, offset(column) + in_cell, about(text(column), fault.sentence));
  }

  void read_row(const std::vector<CsvField>& record) {
    record_ = &record;
    row_is_good_ = true;
    if (record.size() != width_) {
      return add(Errc::field_count, record.front().offset,
                 "the row has " + std::to_string(record.size()) + " fields, the header " +
                     std::to_string(width_));
    }
    VerifiedStatement row;
    read_kind(row.statement);
    if (Result<std::vector<StatedInput>> all = parse_inputs(text(inputs), numbers_)) {
      row.statement.inputs = std::move(*all);
    } else {
      refuse(inputs, all.error());
    }
    read_figure(row.statement);
    read_rounding(row.statement);
    if (row_is_good_) verify(std::move(row));
  }

  void verify(VerifiedStatement row) {
    Result<StatedCheck> check = check_stated(row.statement);
    if (!check) {
      const Error& fault = check.error();
      const bool own = row.statement.expression.has_value();
      return add(fault.code, offset(column_of(fault.code, own)), fault.sentence);
    }
    row.check = std::move(*check);
    row.id = text(id);
    row.source = text(source);
    const LineColumn place = csv_.at(offset(stated));
    row.place = Place{std::string(file_), {}, place.line, place.column};
    use_(row);
  }

  // A row has a kind or an expression; the kind `expression` may be said as
  // well.
  void read_kind(Statement& statement) {
    const std::string_view word = text(kind);
    const std::string_view own = text(expression);
    std::optional<StatedKind> found = StatedKind::expression;
    if (!word.empty()) {
      found = stated_kind_named(word);
      if (!found) {
        return add(Errc::unknown_word, offset(kind),
                   unknown_word_sentence(word, kColumns[kind], names_of<StatedKind>()));
      }
    }
    statement.kind = *found;
    if (own.empty() != (*found != StatedKind::expression)) {
      return add(Errc::statement_kind, offset(own.empty() ? kind : expression),
                 std::string(text_of(Errc::statement_kind)));
    }
    if (own.empty()) return;
    Result<Expression> parsed = Expression::parse(own);
    if (!parsed) return refuse(expression, parsed.error());
    statement.expression = std::move(*parsed);
  }

  void read_figure(Statement& statement) {
    const Result<StatedNumber> number = parse_hedged(text(stated), numbers_);
    if (!number || number->counted) {
      const Error fault =
          number ? error(Errc::number_syntax, "a figure is not counted", 0) : number.error();
      const bool plain = fault.code == Errc::number_syntax;
      return add(fault.code, offset(stated) + std::max<std::int64_t>(fault.offset, 0),
                 plain && !number ? number_sentence(text(stated), fault, numbers_)
                                  : about(text(stated), fault.sentence));
    }
    statement.figure = number->value;
    statement.qualifier = number->qualifier;
  }

  void read_rounding(Statement& statement) {
    if (text(rounding).empty()) return;
    statement.rounding = rounding_named(text(rounding));
    if (statement.rounding) return;
    add(Errc::unknown_word, offset(rounding),
        unknown_word_sentence(text(rounding), kColumns[rounding], names_of<Rounding>(1)));
  }

  CsvCursor csv_;
  Findings findings_;
  std::string_view file_;
  NumberFormat numbers_;
  const VerifiedStatements& use_;
  std::array<std::size_t, kColumns.size()> at_{};
  std::size_t width_ = 0;
  const std::vector<CsvField>* record_ = nullptr;
  bool row_is_good_ = true;
};

}  // namespace

std::optional<Diagnostic> finding_of(const VerifiedStatement& row) {
  if (row.check.verdict != StatedVerdict::impossible) return std::nullopt;
  const Result<Decimal> value =
      round(row.check.exact, row.statement.figure.scale() + 2, Rounding::half_up);
  return Diagnostic{Severity::error, Errc::stated_impossible, row.place,
                    row.statement.figure.to_string() + " does not follow from its inputs" +
                        (value ? ", which make " + value->to_string() : "") +
                        ", however they were rounded"};
}

Diagnostics verify_statements(std::string_view text, std::string_view file, NumberFormat numbers,
                              const VerifiedStatements& use) {
  return StatementReader(text, file, numbers, use).read();
}

Diagnostics verify_statements(TextSource& source, std::string_view file, NumberFormat numbers,
                              const VerifiedStatements& use) {
  return StatementReader(source, file, numbers, use).read();
}

Diagnostics verify_statements_file(const std::string& path, NumberFormat numbers,
                                   const VerifiedStatements& use) {
  Result<FileSource> file = FileSource::open(path);
  if (file) return verify_statements(*file, path, numbers, use);
  Findings findings(path);
  const bool is_read = file.error().code != Errc::file_unreadable;
  findings.add(file.error().code, is_read ? LineColumn() : LineColumn{0, 0}, file.error().sentence);
  return findings.all();
}

}  // namespace tiendo
