// Tested by tests/unit/io/weights_reader_test.cpp and tests/cli/split_test.py.

#include "tiendo/io/weights_reader.hpp"

#include <array>

#include "io/csv_cursor.hpp"
#include "io/json_fields.hpp"

namespace tiendo {
namespace {

class WeightsReader {
 public:
  WeightsReader(std::string_view text, std::string_view file, NumberFormat numbers,
                const Plan& plan)
      : csv_(text), findings_(text, file), numbers_(numbers), plan_(plan) {}

  Checked<std::vector<UnitWeight>> read() {
    if (csv_.next()) {
      read_header(csv_.record());
    } else if (!csv_.problem()) {
      findings_.add(Errc::missing_column, 0, "the text is empty: not even a header");
    }
    while (usable_ && csv_.next()) read_row(csv_.record());
    if (csv_.problem()) {
      findings_.add(csv_.problem()->code, csv_.problem()->offset, csv_.problem()->sentence);
    }
    if (findings_.any()) return {std::nullopt, findings_.all()};
    return {std::move(weights_), {}};
  }

 private:
  enum Column : std::size_t { unit, weight };
  static constexpr std::array<std::string_view, 2> kColumns = {"unit", "weight"};
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  void read_header(const std::vector<CsvField>& header) {
    width_ = header.size();
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string_view name = header[i].text;
      std::size_t known = 0;
      while (known < kColumns.size() && kColumns[known] != name) ++known;
      if (known == kColumns.size()) {
        findings_.add(Errc::unknown_column, header[i].offset,
                      "no column is called " + in_quotes(name) +
                          nearest_hint(name, {kColumns.begin(), kColumns.end()}));
      } else if (at_[known] != kAbsent) {
        findings_.add(Errc::duplicate_column, header[i].offset,
                      "the column " + in_quotes(name) + " stands twice");
      } else {
        at_[known] = i;
      }
    }
    if (findings_.any()) return;  // a misspelt column is not missing as well
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
      if (at_[column] != kAbsent) continue;
      findings_.add(Errc::missing_column, header.front().offset,
                    "there is no column \"" + std::string(kColumns[column]) + '"');
    }
    usable_ = !findings_.any();
  }

  void read_row(const std::vector<CsvField>& record) {
    if (record.size() != width_) {
      findings_.add(Errc::field_count, record.front().offset,
                    "the row has " + std::to_string(record.size()) + " fields, the header " +
                        std::to_string(width_));
      return;
    }
    const CsvField& id = record[at_[unit]];
    const CsvField& number = record[at_[weight]];
    const Index found = plan_.find_unit(id.text);
    if (found == kNone) {
      std::vector<std::string_view> known;
      for (const ResponsibleUnit& one : plan_.units()) known.push_back(one.id);
      findings_.add(Errc::unknown_unit, id.offset,
                    "no unit has the id " + in_quotes(id.text) + nearest_hint(id.text, known));
    }
    const Result<Decimal> value = parse(number.text, numbers_);
    if (!value) {
      findings_.add(value.error().code, number.offset,
                    in_quotes(number.text) + ": " + value.error().sentence);
    } else if (value->sign() < 0) {
      findings_.add(Errc::weight_negative, number.offset,
                    in_quotes(number.text) + ": a weight must not be negative");
    } else if (found != kNone) {
      weights_.push_back({found, Ratio(*value)});
    }
  }

  CsvCursor csv_;
  Findings findings_;
  NumberFormat numbers_;
  const Plan& plan_;
  std::array<std::size_t, 2> at_ = {kAbsent, kAbsent};
  std::size_t width_ = 0;
  bool usable_ = false;  // whether the header names both columns
  std::vector<UnitWeight> weights_;
};

}  // namespace

Checked<std::vector<UnitWeight>> read_weights(std::string_view text, std::string_view file,
                                              NumberFormat numbers, const Plan& plan) {
  return WeightsReader(text, file, numbers, plan).read();
}

}  // namespace tiendo
