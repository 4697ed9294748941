// Tested by tests/unit/io/statement_reader_test.cpp.

#include "io/statement_cells.hpp"

#include <algorithm>
#include <string>

#include "io/json_fields.hpp"
#include "io/text.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/decimal/number_words.hpp"
#include "tiendo/facts/observation.hpp"

namespace tiendo {
namespace {

Error moved(Error fault, std::size_t by) {
  fault.offset = (fault.offset < 0 ? 0 : fault.offset) + static_cast<std::int64_t>(by);
  return fault;
}

// A part of a text without the spaces around it, and where it begins.
struct Part {
  std::string_view text;
  std::size_t at;
};

Part trimmed(std::string_view text, std::size_t at) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == text.npos) return {{}, at + text.size()};
  return {text.substr(first, text.find_last_not_of(' ') - first + 1), at + first};
}

Error input_fault(std::string_view part, std::size_t at) {
  return error(Errc::input_syntax,
               in_quotes(part) + " is no input: name=number, inputs separated by semicolons",
               static_cast<std::int64_t>(at));
}

Result<StatedInput> parse_input(const Part& part, const NumberFormat& numbers) {
  const std::size_t equals = part.text.find('=');
  if (equals == part.text.npos) return input_fault(part.text, part.at);
  const Part name = trimmed(part.text.substr(0, equals), part.at);
  const Part value = trimmed(part.text.substr(equals + 1), part.at + equals + 1);
  if (!is_id(name.text)) return error(Errc::id_syntax, {}, static_cast<std::int64_t>(name.at));
  const Result<StatedNumber> number = parse_hedged(value.text, numbers);
  if (!number) {
    Error fault = moved(number.error(), value.at);
    if (fault.code == Errc::number_syntax) {
      fault.sentence = number_sentence(value.text, number.error(), numbers);
    }
    return fault;
  }
  return StatedInput{std::string(name.text), number->value, number->qualifier, number->counted};
}

}  // namespace

Result<StatedNumber> parse_hedged(std::string_view text, const NumberFormat& numbers) {
  StatedNumber result;
  const std::size_t space = text.find(' ');
  const std::string_view word = text.substr(0, space);
  const std::optional<Qualifier> qualifier = enumerator_named<Qualifier>(word);
  if (space != text.npos && (qualifier || word == "counted")) {
    const Result<Decimal> value = parse(text.substr(space + 1), numbers);
    if (!value) return moved(value.error(), space + 1);
    return StatedNumber{*value, qualifier.value_or(Qualifier::exact), !qualifier};
  }
  const Result<WordedNumber> worded = parse_words(text, numbers);
  if (!worded) return worded.error();
  if (worded->scale_word != ScaleWord::none) {
    return error(Errc::input_syntax,
                 in_quotes(text) + ": a number with its printed digits alone, without \"" +
                     std::string(text_of(worded->scale_word)) + '"',
                 0);
  }
  return StatedNumber{worded->value, worded->qualifier, false};
}

Result<std::vector<StatedInput>> parse_inputs(std::string_view text, const NumberFormat& numbers) {
  std::vector<StatedInput> inputs;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    Result<StatedInput> input = parse_input(trimmed(text.substr(at, end - at), at), numbers);
    if (!input) return input.error();
    inputs.push_back(std::move(*input));
    at = end + 1;
  }
  return inputs;
}

}  // namespace tiendo
