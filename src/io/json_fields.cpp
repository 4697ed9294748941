// Tested by tests/unit/io/plan_reader_test.cpp and tests/golden/errors.

#include "io/json_fields.hpp"

#include <algorithm>

#include "tiendo/base/id.hpp"

namespace tiendo {
namespace {

std::string_view name_of(JsonKind kind) {
  switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::string: return "a string";
    case JsonKind::array: return "a list";
    case JsonKind::object: return "an object";
  }
  return {};
}

}  // namespace

std::optional<std::int32_t> whole_number(std::string_view text) {
  const Result<Decimal> number = parse(text, NumberFormat::plain());
  const Result<Decimal::Words> words = number ? number->to_words() : number.error();
  const bool small = words && words->scale == 0 && number->abs() <= Decimal(kMostWhole);
  if (!small) return std::nullopt;
  return static_cast<std::int32_t>(static_cast<std::int64_t>(words->lo));
}

std::string no_whole_number(std::string_view text) {
  return in_quotes(text) + " is no whole number up to " + std::to_string(kMostWhole);
}

void Findings::add(Errc code, std::int64_t offset, std::string_view sentence) {
  if (full()) return;
  if (!lines_) lines_.emplace(text_);
  add(code, lines_->at(offset), sentence);
}

void Findings::add(Errc code, LineColumn place, std::string_view sentence) {
  if (full()) return;
  all_.push_back(
      {Severity::error, code, Place{file_, {}, place.line, place.column}, one_line(sentence)});
}

void sort_by_place(Diagnostics& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
}

std::string nearest_hint(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? std::string() : "; the nearest known one is " + in_quotes(near);
}

std::string unknown_word_sentence(std::string_view word, std::string_view key,
                                  const std::vector<std::string_view>& known) {
  std::string sentence = in_quotes(word) + " is no word for " + in_quotes(key);
  const std::string hint = nearest_hint(word, known);
  if (!hint.empty()) return sentence + hint;
  sentence += "; known are";
  for (const std::string_view one : known) {
    sentence += (one == known.front() ? " " : ", ") + in_quotes(one);
  }
  return sentence;
}

std::string about(std::string_view text, std::string_view sentence) {
  if (sentence.starts_with(text)) sentence.remove_prefix(text.size());
  if (sentence.starts_with(": ")) sentence.remove_prefix(2);
  return in_quotes(text) + ": " + std::string(sentence);
}

std::string number_sentence(std::string_view text, const Error& fault, NumberFormat format) {
  if (fault.code != Errc::number_syntax) return about(text, fault.sentence);
  const bool plain = format == NumberFormat::plain();
  std::string sentence =
      about(text, plain ? "not a number in the plain format, such as 1234.5"
                        : "not a number in the Vietnamese format, such as 1.234,5");
  const NumberFormat other = plain ? NumberFormat::vietnamese() : NumberFormat::plain();
  if (parse(text, other)) {
    sentence += plain ? "; it is one in the Vietnamese format" : "; it is one in the plain format";
  }
  return sentence;
}

Fields::Fields(Findings& findings, const JsonNode& object, std::string_view what)
    : findings_(findings), object_(object), what_(what), usable_(object.kind == JsonKind::object) {
  if (!usable_) {
    findings_.add(Errc::wrong_type, object.offset,
                  what_ + " is an object, not " + std::string(name_of(object.kind)));
  }
}

const JsonNode* Fields::take(std::string_view key) {
  asked_.push_back(key);
  return object_.find(key);
}

// Whether a key stands there that is nearly this one: done() names it, and one finding is enough.
// Who looks for it among thousands has not misspelt a key.
bool Fields::misspelt(std::string_view key) const {
  constexpr std::size_t kMostCompared = 1000;
  const auto first = object_.members.begin();
  const auto compared =
      static_cast<std::ptrdiff_t>(std::min(object_.members.size(), kMostCompared));
  return std::any_of(first, first + compared,
                     [key](const JsonMember& member) { return nearest(member.key, {key}) == key; });
}

const JsonNode* Fields::take_needed(std::string_view key) {
  const JsonNode* value = take(key);
  if (!value && usable_ && !misspelt(key)) {
    findings_.add(Errc::missing_key, object_.offset, what_ + " has no key " + in_quotes(key));
  }
  return value;
}

const JsonNode* Fields::take(std::string_view key, JsonKind kind, bool needed) {
  const JsonNode* value = needed ? take_needed(key) : take(key);
  if (!value || value->kind == kind) return value;
  findings_.add(Errc::wrong_type, value->offset,
                in_quotes(key) + " is " + std::string(name_of(kind)) + ", not " +
                    std::string(name_of(value->kind)));
  return nullptr;
}

std::string Fields::string(std::string_view key, bool needed) {
  const JsonNode* value = take(key, JsonKind::string, needed);
  return value ? value->text : std::string();
}

std::vector<std::string> Fields::strings(std::string_view key) {
  std::vector<std::string> all;
  list(key, false, [&](const JsonNode& item) {
    if (item.kind == JsonKind::string) {
      all.push_back(item.text);
    } else {
      findings_.add(
          Errc::wrong_type, item.offset,
          in_quotes(key) + " is a list of strings, not of " + std::string(name_of(item.kind)));
    }
  });
  return all;
}

std::vector<std::string> Fields::ids(std::string_view key) {
  if (const JsonNode* list = object_.find(key)) {
    for (const JsonNode& item : list->items) {
      if (item.kind == JsonKind::string) refuse_empty_id(findings_, item.text, item.offset);
    }
  }
  return strings(key);
}

std::optional<Decimal> Fields::decimal(std::string_view key, bool needed) {
  const JsonNode* value = needed ? take_needed(key) : take(key);
  return value ? decimal_of(findings_, *value) : std::nullopt;
}

std::optional<int> Fields::integer(std::string_view key, int most) {
  const JsonNode* value = take(key);
  if (!value) return std::nullopt;
  std::string_view text = value->text;
  const std::size_t point = text.find('.');
  const bool zeros = point + 1 < text.size() && text.find_first_not_of('0', point + 1) == text.npos;
  if (point != text.npos && zeros) text = text.substr(0, point);
  const bool number = value->kind == JsonKind::number || value->cell;
  const bool digits =
      number && !text.empty() && text.size() <= 9 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits) return std::stoi(std::string(text));
  findings_.add(Errc::wrong_type, value->offset,
                in_quotes(key) + " is a whole number from 0 to " + std::to_string(most));
  return std::nullopt;
}

std::optional<Date> Fields::date(std::string_view key, bool needed) {
  const JsonNode* value = take(key, JsonKind::string, needed);
  if (!value) return std::nullopt;
  const Result<Date> date = Date::parse(value->text);
  if (date) return *date;
  findings_.add(date.error().code, value->offset, about(value->text, date.error().sentence));
  return std::nullopt;
}

std::optional<Period> Fields::period(std::string_view key, bool needed) {
  const JsonNode* value = take(key, JsonKind::string, needed);
  if (!value) return std::nullopt;
  const Result<Period> period = Period::parse(value->text);
  if (period) return *period;
  findings_.add(period.error().code, value->offset, about(value->text, period.error().sentence));
  return std::nullopt;
}

Name Fields::name(std::string_view key) {
  const JsonNode* value = take(key);
  if (!value) return {};
  if (value->kind == JsonKind::string) return {value->text, {}};
  Fields names(findings_, *value, "a name");
  Name name{names.string("vi"), names.string("en")};
  names.done();
  return name;
}

Remarks Fields::remarks() {
  Remarks remarks;
  remarks.note = string("note");
  remarks.source = string("source");
  return remarks;
}

void Fields::unknown_word(const JsonNode& value, std::string_view key,
                          const std::vector<std::string_view>& known) {
  findings_.add(Errc::unknown_word, value.offset, unknown_word_sentence(value.text, key, known));
}

void Fields::done() {
  for (const JsonMember& member : object_.members) {
    if (findings_.full()) return;
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    findings_.add(
        Errc::unknown_key, member.offset,
        what_ + " has no key " + in_quotes(member.key) + nearest_hint(member.key, asked_));
  }
}

void refuse_zero_bytes(Findings& findings, const JsonNode& node) {
  if (node.text.find('\0') != std::string::npos) {
    findings.add(Errc::text_encoding, node.offset, "a zero byte in a string");
  }
  for (const JsonNode& item : node.items) refuse_zero_bytes(findings, item);
  for (const JsonMember& member : node.members) refuse_zero_bytes(findings, member.value);
}

void refuse_empty_id(Findings& findings, std::string_view id, std::int64_t offset) {
  if (!id.empty()) return;
  findings.add(Errc::id_syntax, offset, "\"\" is no id: " + std::string(text_of(Errc::id_syntax)));
}

std::optional<Decimal> decimal_of(Findings& findings, const JsonNode& value) {
  if (value.kind != JsonKind::string && value.kind != JsonKind::number) {
    findings.add(
        Errc::wrong_type, value.offset,
        "a decimal is a string such as \"53.026\", not " + std::string(name_of(value.kind)));
    return std::nullopt;
  }
  Result<Decimal> decimal = Decimal::parse(value.text);
  if (decimal) return *std::move(decimal);
  findings.add(decimal.error().code, value.offset,
               number_sentence(value.text, decimal.error(), NumberFormat::plain()));
  return std::nullopt;
}

std::optional<Ratio> ratio_of(Findings& findings, const JsonNode& value) {
  if (value.kind != JsonKind::string || value.text.find('/') == value.text.npos) {
    const std::optional<Decimal> decimal = decimal_of(findings, value);
    return decimal ? std::optional(Ratio(*decimal)) : std::nullopt;
  }
  Result<Ratio> ratio = Ratio::parse(value.text);
  if (ratio) return *std::move(ratio);
  findings.add(ratio.error().code, value.offset, about(value.text, ratio.error().sentence));
  return std::nullopt;
}

}  // namespace tiendo
