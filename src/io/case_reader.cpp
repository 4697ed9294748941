// Tested by tests/unit/io/case_reader_test.cpp and tests/capi/method_assess_test.c.
//
// Which numbers a case has is said by what its method takes (taken_by()), so that no method is
// named here.

#include "tiendo/io/case_reader.hpp"

#include <utility>

#include "io/json_fields.hpp"
#include "io/threshold_reader.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kCaseFormat = "tiendo-case/1";

// Why a number of a case may not be there.
constexpr Errc kCaseReasons[] = {Errc::no_data, Errc::no_target, Errc::no_baseline,
                                 Errc::series_break, Errc::not_started};

class CaseReader {
 public:
  CaseReader(std::string_view text, std::string_view file) : findings_(text, file) {}

  Checked<JudgedCase> read(const JsonNode& root) {
    refuse_zero_bytes(findings_, root);
    Fields fields(findings_, root, "a case");
    if (!fields.usable()) return {std::nullopt, findings_.all()};
    if (const JsonNode* format = fields.take("format", JsonKind::string, true);
        format && format->text != kCaseFormat) {
      findings_.add(
          Errc::unknown_word, format->offset,
          in_quotes(format->text) + " is not the format read here, " + in_quotes(kCaseFormat));
    }
    const bool known = read_method(fields);
    read_kind(fields);
    const JsonNode* numbers = fields.take("numbers", JsonKind::object, true);
    if (known && numbers) read_numbers(*numbers);
    read_tables(fields, known);
    if (!known || takes_.policies) {
      if (const JsonNode* policies = fields.take("policies")) read_policies(*policies);
    }
    fields.done();
    if (findings_.any()) return {std::nullopt, findings_.all()};
    return {std::move(case_), {}};
  }

  Checked<JudgedCase> refuse(const Error& problem) {
    findings_.add(problem.code, problem.offset, problem.sentence);
    return {std::nullopt, findings_.all()};
  }

 private:
  // Whether it is known what the method takes.
  bool read_method(Fields& fields) {
    const JsonNode* at = fields.take("method", JsonKind::string, true);
    if (!at) return false;
    Result<MethodName> name = method_name(at->text);
    if (!name) {
      findings_.add(name.error().code, at->offset, name.error().sentence);
      return false;
    }
    case_.method = *std::move(name);
    Result<MethodTakes> takes = taken_by(case_.method.id);
    if (!takes) return false;
    takes_ = *std::move(takes);
    return true;
  }

  void read_kind(Fields& fields) {
    MethodCase& it = case_.it;
    if (const JsonNode* word = fields.take("quantity", JsonKind::string)) {
      const auto found = enumerator_named<Quantity>(word->text, 1);
      if (!found) fields.unknown_word(*word, "quantity", names_of<Quantity>(1));
      it.quantity = found.value_or(it.quantity);
    }
    it.better = fields.word<Direction>("better").value_or(it.better);
    it.strict = flag(fields, "strict", it.strict);
    it.vintage = fields.string("vintage");
  }

  static bool flag(Fields& fields, std::string_view key, bool otherwise) {
    const JsonNode* value = fields.take(key, JsonKind::boolean);
    return value ? value->boolean : otherwise;
  }

  // A number, or null for none.
  Figure figure_of(const JsonNode& value) {
    if (value.kind == JsonKind::null) return Errc::no_data;
    std::optional<Ratio> number = ratio_of(findings_, value);
    return number ? Figure(*std::move(number)) : Figure(Errc::no_data);
  }

  void read_numbers(const JsonNode& node) {
    Fields fields(findings_, node, "the numbers of " + case_.method.id);
    for (const TakenSymbol& taken : takes_.symbols) {
      const JsonNode* value =
          taken.optional ? fields.take(taken.symbol) : fields.take_needed(taken.symbol);
      if (value) read_symbol(taken, *value);
    }
    fields.done();
  }

  void read_symbol(const TakenSymbol& taken, const JsonNode& value) {
    switch (taken.kind) {
      case SymbolKind::dated: return read_dated(taken.symbol, value);
      case SymbolKind::day: return read_day(value);
      case SymbolKind::verdict: return read_verdict(value);
      case SymbolKind::milestones: return read_milestones(value);
      case SymbolKind::number:
        if (std::optional<Ratio> number = ratio_of(findings_, value)) keep(taken.symbol, {*number});
        return;
      case SymbolKind::figure: return keep(taken.symbol, {figure_of(value)});
      case SymbolKind::numbers:
      case SymbolKind::figures: break;
    }
    if (!is_list(taken.symbol, value)) return;
    std::vector<Figure> figures;
    for (const JsonNode& item : value.items) {
      if (findings_.full()) return;
      if (taken.kind == SymbolKind::figures) {
        figures.push_back(figure_of(item));
      } else if (std::optional<Ratio> number = ratio_of(findings_, item)) {
        figures.emplace_back(*std::move(number));
      }
    }
    keep(taken.symbol, std::move(figures));
  }

  void keep(std::string_view symbol, std::vector<Figure> figures) {
    case_.numbers.push_back({std::string(symbol), std::move(figures)});
  }

  bool is_list(std::string_view symbol, const JsonNode& value) {
    if (value.kind == JsonKind::array) return true;
    findings_.add(Errc::wrong_type, value.offset, in_quotes(symbol) + " is a list");
    return false;
  }

  // The number alone, null, or an object of the number or the reason, and the period.
  void read_dated(std::string_view symbol, const JsonNode& value) {
    Dated& dated = symbol == "v"   ? case_.it.actual
                   : symbol == "T" ? case_.it.target
                                   : case_.it.baseline;
    if (value.kind == JsonKind::null) return;
    if (value.kind != JsonKind::object) {
      if (std::optional<Ratio> number = ratio_of(findings_, value)) {
        dated.figure = *std::move(number);
      }
      return;
    }
    Fields fields(findings_, value, "a number with its period");
    dated.period = fields.period("period");
    const JsonNode* number = fields.take("value");
    const JsonNode* reason = fields.take("reason", JsonKind::string);
    if (number && number->kind != JsonKind::null) dated.figure = figure_of(*number);
    if (reason) dated.figure = reason_of(fields, *reason);
    if (number && number->kind != JsonKind::null && reason) {
      findings_.add(Errc::criteria_conflict, reason->offset,
                    "a number that is there has no \"reason\"");
    }
    fields.done();
  }

  static Errc reason_of(Fields& fields, const JsonNode& word) {
    std::vector<std::string_view> known;
    for (const Errc code : kCaseReasons) {
      if (name_of(code) == word.text) return code;
      known.push_back(name_of(code));
    }
    fields.unknown_word(word, "reason", known);
    return Errc::no_data;
  }

  void read_day(const JsonNode& value) {
    if (value.kind != JsonKind::string) {
      findings_.add(Errc::wrong_type, value.offset, "\"day\" is a string such as \"2026-06-30\"");
      return;
    }
    const Result<Date> day = Date::parse(value.text);
    if (day) {
      case_.day = *day;
    } else {
      findings_.add(day.error().code, value.offset, about(value.text, day.error().sentence));
    }
  }

  void read_verdict(const JsonNode& value) {
    const auto found =
        value.kind == JsonKind::string ? enumerator_named<Verdict>(value.text, 1) : std::nullopt;
    if (found) {
      case_.verdict = *found;
    } else {
      findings_.add(Errc::unknown_word, value.offset,
                    unknown_word_sentence(value.text, "verdict", names_of<Verdict>(1)));
    }
  }

  void read_milestones(const JsonNode& value) {
    if (!is_list("milestones", value)) return;
    for (const JsonNode& item : value.items) {
      if (findings_.full()) return;
      Fields fields(findings_, item, "a milestone");
      if (!fields.usable()) continue;
      const std::optional<Date> day = fields.date("day", true);
      const JsonNode* number = fields.take_needed("value");
      const std::optional<Ratio> reached = number ? ratio_of(findings_, *number) : std::nullopt;
      fields.done();
      if (day && reached) case_.milestones.push_back({*day, *reached});
    }
  }

  // A table that comes with the library by its name, or one that stands here.
  template <class Table, class Named, class Read>
  void read_table(const JsonNode& at, std::optional<Table>& table, const Named& named,
                  const Read& read) {
    if (at.kind != JsonKind::string) {
      table = read(findings_, at);
      return;
    }
    table = named(at.text);
    if (!table) {
      findings_.add(Errc::unknown_table, at.offset,
                    in_quotes(at.text) + " is no such table that comes with the library");
    }
  }

  void read_tables(Fields& fields, bool known) {
    if (!known || takes_.thresholds) {
      const bool needed = case_.method.id == "band_table";
      const JsonNode* at = needed ? fields.take_needed("thresholds") : fields.take("thresholds");
      if (at) read_table(*at, case_.thresholds, band_table_named, read_band_table);
    }
    if (!known || takes_.scores) {
      const JsonNode* at = takes_.scores ? fields.take_needed("scores") : fields.take("scores");
      if (at) read_table(*at, case_.scores, score_table_named, read_score_table);
    }
  }

  void read_policies(const JsonNode& node) {
    Fields fields(findings_, node, "policies");
    if (!fields.usable()) return;
    MethodPolicies& policies = case_.policies;
    if (const JsonNode* zero = fields.take("zero_as")) {
      policies.zero_as = ratio_of(findings_, *zero);
    }
    policies.flip_negative = flag(fields, "flip_negative", policies.flip_negative);
    policies.met_first = flag(fields, "met_first", policies.met_first);
    if (const JsonNode* tolerance = fields.take("met_tolerance")) {
      policies.met_tolerance = ratio_of(findings_, *tolerance).value_or(Ratio(0));
    }
    policies.beyond_end = flag(fields, "beyond_end", policies.beyond_end);
    policies.round_before_banding = fields.integer("round_before_banding", kMaxDigits);
    if (policies.round_before_banding.value_or(0) > kMaxDigits) {
      findings_.add(Errc::digits_out_of_range, node.find("round_before_banding")->offset,
                    "\"round_before_banding\" is from 0 to " + std::to_string(kMaxDigits));
    }
    fields.done();
  }

  Findings findings_;
  MethodTakes takes_;
  JudgedCase case_;
};

}  // namespace

Checked<JudgedCase> read_case(std::string_view text, std::string_view file) {
  CaseReader reader(text, file);
  const Result<JsonNode> root = parse_json(text);
  return root ? reader.read(*root) : reader.refuse(root.error());
}

}  // namespace tiendo
