// Tested by tests/unit/io/partial_text_test.cpp, tests/oracle/partial_oracle_test.cpp and
// tests/fuzz/partial.cpp.
//
// What its checksum does not hold for is read no further. What it does hold for is checked all the
// same: a text may have been written by anybody.

#include <algorithm>

#include "io/checksum.hpp"
#include "io/csv_table.hpp"
#include "io/json_fields.hpp"
#include "io/partial_table.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/partial_text.hpp"

namespace tiendo {
namespace {

// Lines are taken from the front of a text.
class LineCutter {
 public:
  explicit LineCutter(std::string_view text) : rest_(text) {}

  // So many lines with their ends, or what there is.
  std::string_view take(std::size_t lines) {
    std::size_t end = 0;
    for (; lines > 0 && end < rest_.size(); --lines) {
      end = std::min(rest_.find('\n', end), rest_.size() - 1) + 1;
      if (rest_[end - 1] == '\n') ++taken_;
    }
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return text;
  }
  std::string_view rest() const { return rest_; }
  // How many were taken with their ends: what follows begins in the line after those.
  std::int64_t taken() const { return taken_; }

 private:
  std::string_view rest_;
  std::int64_t taken_ = 0;
};

std::string_view without_end(std::string_view line) {
  return line.ends_with('\n') ? line.substr(0, line.size() - 1) : line;
}

class PartialReader {
 public:
  PartialReader(std::string_view text, std::string_view file, const MarkedPlan& plan)
      : lines_(text), file_(file), plan_(plan), log_(plan.plan()) {}

  Checked<Partial> read() {
    if (!read_mark() || !read_head(without_end(lines_.take(1)))) {
      return {std::nullopt, std::move(all_)};
    }
    const std::int64_t first_sum = lines_.taken() + 2;
    read_sums(lines_.take(static_cast<std::size_t>(sums_) + 1));
    const std::int64_t before = lines_.taken();
    take(read_observations(lines_.rest(), file_, NumberFormat::plain(), log_), before);
    if (!all_.empty()) return {std::nullopt, std::move(all_)};
    Result<Partial> partial =
        Partial::from(std::move(request_), std::move(parts_), std::move(log_));
    if (partial) return {*std::move(partial), {}};
    const Error& problem = partial.error();
    const bool of_sum = problem.code == Errc::partial_impossible && problem.row >= 0;
    refuse(problem.code, of_sum ? first_sum + problem.row : kHeadLine, problem.sentence);
    return {std::nullopt, std::move(all_)};
  }

 private:
  static constexpr std::int64_t kHeadLine = 2;

  void refuse(Errc code, std::int64_t line, const std::string& sentence) {
    all_.push_back({Severity::error, code, {std::string(file_), {}, line, 1}, sentence});
  }

  // Findings of a text that begins after so many lines.
  void take(const Diagnostics& findings, std::int64_t lines) {
    for (Diagnostic finding : findings) {
      if (finding.place.line > 0) finding.place.line += lines;
      all_.push_back(std::move(finding));
    }
  }

  bool read_mark() {
    const std::string_view mark = without_end(lines_.take(1));
    const std::string_view format = mark.substr(0, mark.find(' '));
    if (format != kPartialFormat) {
      refuse(Errc::unknown_word, 1,
             in_quotes(format) + " is not the format read here, " + in_quotes(kPartialFormat));
      return false;
    }
    if (mark.substr(std::min(mark.size(), format.size() + 1)) == checksum(lines_.rest())) {
      return true;
    }
    refuse(Errc::partial_damaged, 1, error(Errc::partial_damaged).sentence);
    return false;
  }

  bool read_head(std::string_view line) {
    Findings findings(line, file_);
    const Result<JsonNode> root = parse_json(line);
    if (root) {
      read_head(findings, *root);
    } else {
      findings.add(root.error().code, root.error().offset, root.error().sentence);
    }
    take(findings.all(), kHeadLine - 1);
    return all_.empty();
  }

  void read_head(Findings& findings, const JsonNode& root) {
    Fields fields(findings, root, "a partial result");
    if (!fields.usable()) return;
    if (const JsonNode* mark = fields.take("plan", JsonKind::string, true);
        mark && mark->text != plan_.fingerprint()) {
      findings.add(Errc::other_plan, mark->offset, error(Errc::other_plan).sentence);
    }
    if (const JsonNode* asked = fields.take("request", JsonKind::object, true)) {
      read_request(findings, *asked);
    }
    parts_.units.whole = read_units(fields, "whole");
    parts_.units.alone = read_units(fields, "alone");
    parts_.kinds = read_units(fields, "kinds");
    if (fields.take_needed("sums")) sums_ = fields.integer("sums").value_or(0);
    fields.done();
  }

  void read_request(Findings& findings, const JsonNode& asked) {
    Fields fields(findings, asked, "a request");
    if (!fields.usable()) return;
    request_.as_of = fields.date("as_of", true).value_or(Date());
    request_.known_on = fields.date("known_on");
    request_.map = fields.date("map");
    if (const JsonNode* rules = fields.take("rules", JsonKind::object, true)) {
      read_rules(findings, *rules);
    }
    request_.base_rule = fields.word<BaseRule>("base_rule");
    request_.levels = fields.integer("levels");
    fields.done();
  }

  // As they were asked for, which need not be a set that is published.
  void read_rules(Findings& findings, const JsonNode& node) {
    Fields fields(findings, node, "the rules");
    if (!fields.usable()) return;
    Rules& rules = request_.rules;
    rules.name = fields.string("id", true);
    rules.version = fields.integer("version").value_or(1);
    rules.based_on = fields.string("based_on");
    rules.base_rule = fields.word<BaseRule>("base_rule", true).value_or(rules.base_rule);
    rules.unreported = fields.word<Unreported>("unreported", true).value_or(rules.unreported);
    rules.compared_with =
        fields.word<ComparedWith>("compared_with", true).value_or(rules.compared_with);
    if (const JsonNode* mode = fields.take("rounding", JsonKind::string)) {
      rules.rounding = enumerator_named<Rounding>(mode->text, 1);
      if (!rules.rounding) fields.unknown_word(*mode, "rounding", names_of<Rounding>(1));
    }
    rules.late_after_months = fields.integer("late_after_months");
    rules.remarks = fields.remarks();
    fields.done();
    if (const auto methods = methods_of(rules); !methods) {
      findings.add(methods.error().code, node.offset, methods.error().sentence);
    }
  }

  std::vector<Index> read_units(Fields& fields, std::string_view key) {
    std::vector<Index> units;
    fields.list(key, false, [&](const JsonNode& id) {
      const Index unit =
          id.kind == JsonKind::string ? plan_.plan().find_unit(id.text) : Index{kNone};
      if (unit == kNone) {
        fields.findings().add(Errc::unknown_unit, id.offset,
                              "no unit is called " + in_quotes(id.text));
      }
      units.push_back(unit);
    });
    return units;
  }

  void read_sums(std::string_view text) {
    Findings findings(text, file_);
    CsvTable table(text, kPartialColumns, findings);
    std::vector<std::size_t> needed(kPartialColumns.size());
    for (std::size_t i = 0; i < needed.size(); ++i) needed[i] = i;
    if (table.read_header(needed)) {
      while (table.next() && !findings.full()) read_sum(table);
      if (!findings.any() && parts_.sums.size() != static_cast<std::size_t>(sums_)) {
        findings.add(Errc::field_count, 0,
                     "there are " + std::to_string(parts_.sums.size()) + " sums, not " +
                         std::to_string(sums_));
      }
    }
    take(findings.all(), kHeadLine);
  }

  // Faults become findings; what is impossible is found when all is there.
  void read_sum(CsvTable& table) {
    const Plan& plan = plan_.plan();
    PartSum sum;
    sum.indicator = plan.find_indicator(table.text(PartialColumn::indicator));
    sum.unit = plan.find_unit(table.text(PartialColumn::unit));
    if (sum.indicator == kNone) {
      table.refuse(PartialColumn::indicator, Errc::unknown_indicator,
                   "no indicator is called " + in_quotes(table.text(PartialColumn::indicator)));
    }
    if (sum.unit == kNone) {
      table.refuse(PartialColumn::unit, Errc::unknown_unit,
                   "no unit is called " + in_quotes(table.text(PartialColumn::unit)));
    }
    sum.question =
        static_cast<std::uint32_t>(table.whole_number(PartialColumn::question).value_or(-1));
    read_number(table, PartialColumn::numerator, sum.numerator, sum.scales.numerator);
    if (!table.text(PartialColumn::denominator).empty()) {
      read_number(table, PartialColumn::denominator, sum.denominator, sum.scales.denominator);
    }
    read_months(table, sum.months);
    sum.reported = table.whole_number(PartialColumn::reported).value_or(-1);
    sum.of_units = table.text(PartialColumn::of) == "units";
    if (!sum.of_units && table.text(PartialColumn::of) != "months") {
      table.refuse(PartialColumn::of, Errc::unknown_word, in_quotes(table.text(PartialColumn::of)));
    }
    sum.status = table.word<Status>(PartialColumn::status).value_or(Status::official);
    const std::int32_t last = table.whole_number(PartialColumn::last).value_or(0);
    if (last < 1 || last > 64) {
      table.refuse(PartialColumn::last, Errc::number_out_of_range, "a month is one of 1 to 64");
    }
    sum.last = static_cast<std::uint8_t>(last - 1);
    parts_.sums.push_back(sum);
  }

  static void read_number(CsvTable& table, std::size_t column, std::int64_t& number, int& scale) {
    const std::optional<Decimal> read = table.number(column, NumberFormat::plain());
    const auto words = read ? read->to_words() : error(Errc::number_syntax);
    if (words && words->hi == (static_cast<std::int64_t>(words->lo) < 0 ? -1 : 0)) {
      number = static_cast<std::int64_t>(words->lo);
      scale = words->scale;
      return;
    }
    table.refuse(column, Errc::number_out_of_range, "a sum has 64 bits at most");
  }

  static void read_months(CsvTable& table, std::uint64_t& months) {
    const std::string_view text = table.text(PartialColumn::months);
    const bool good = text.size() <= 64 && text.find_first_not_of("01") == std::string_view::npos &&
                      (text.empty() || text.back() == '1');
    if (!good) {
      table.refuse(PartialColumn::months, Errc::number_syntax,
                   in_quotes(text) + " is not a 1 or 0 for each month up to the last");
      return;
    }
    for (std::size_t month = 0; month < text.size(); ++month) {
      if (text[month] == '1') months |= std::uint64_t{1} << month;
    }
  }

  LineCutter lines_;
  std::string_view file_;
  const MarkedPlan& plan_;
  Diagnostics all_;
  Request request_;
  PartialParts parts_;
  ObservationLog log_;
  int sums_ = 0;  // lines of them
};

}  // namespace

Checked<Partial> read_partial(std::string_view text, std::string_view file,
                              const MarkedPlan& plan) {
  return PartialReader(text, file, plan).read();
}

}  // namespace tiendo
