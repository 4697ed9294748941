// Tested by tests/capi/words_test.c.

#include "tiendo/decimal/number_words.hpp"

#include "decimals.hpp"
#include "handles.hpp"
#include "observation.hpp"
#include "printing.hpp"

using tiendo::Decimal;
using tiendo::NumberFormat;
using tiendo::Rounding;
using tiendo::ScaleWord;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

// The numbers are those of the library: between the first and the last, each is one.
static_assert(static_cast<int>(ScaleWord::none) == TIENDO_SCALE_WORD_NONE &&
              static_cast<int>(ScaleWord::thousand) == TIENDO_SCALE_WORD_THOUSAND &&
              static_cast<int>(ScaleWord::million) == TIENDO_SCALE_WORD_MILLION &&
              static_cast<int>(ScaleWord::billion) == TIENDO_SCALE_WORD_BILLION &&
              static_cast<int>(ScaleWord::thousand_billion) == TIENDO_SCALE_WORD_THOUSAND_BILLION &&
              static_cast<int>(ScaleWord::million_billion) == TIENDO_SCALE_WORD_MILLION_BILLION);

namespace {

Outcome read_scale_word(tiendo_scale_word number, ScaleWord& word) {
  if (number < TIENDO_SCALE_WORD_NONE || number > TIENDO_SCALE_WORD_MILLION_BILLION) {
    return tiendo::capi::unknown_number("scale_word");
  }
  word = static_cast<ScaleWord>(number);
  return {};
}

// What tiendo_decimal_format_words() is given, checked.
struct Given {
  Decimal value;
  ScaleWord word = ScaleWord::none;
  Rounding rounding = Rounding::half_up;
  NumberFormat format;
};

}  // namespace

tiendo_status tiendo_decimal_parse_words(tiendo_context* context, const char* text, int64_t length,
                                         tiendo_numbers numbers, tiendo_decimal* result,
                                         tiendo_qualifier* qualifier,
                                         tiendo_scale_word* scale_word) noexcept {
  return run(context, [&]() -> Outcome {
    std::string_view bytes;
    NumberFormat format;
    Outcome outcome = tiendo::capi::take_text("text", text, length, bytes);
    if (!outcome.failed()) outcome = tiendo::capi::read_numbers(numbers, format);
    if (outcome.failed()) return outcome;
    if (result == nullptr) return null_argument("result");
    if (qualifier == nullptr) return null_argument("qualifier");
    if (scale_word == nullptr) return null_argument("scale_word");
    const auto read = tiendo::parse_words(bytes, format);
    if (!read) return read.error();
    outcome = tiendo::capi::store_decimal(read->value, *result);
    if (outcome.failed()) return outcome;
    *qualifier = tiendo::capi::qualifier_number(read->qualifier);
    *scale_word = static_cast<tiendo_scale_word>(read->scale_word);
    return {};
  });
}

tiendo_status tiendo_decimal_format_words(tiendo_context* context, const tiendo_decimal* value,
                                          tiendo_scale_word scale_word, int32_t digits,
                                          tiendo_rounding rounding, tiendo_numbers numbers,
                                          char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return tiendo::capi::put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      Given given;
      Outcome bad = tiendo::capi::read_decimal("value", value, given.value);
      if (!bad.failed()) bad = read_scale_word(scale_word, given.word);
      if (!bad.failed()) bad = tiendo::capi::check_scale(digits);
      if (!bad.failed()) bad = tiendo::capi::read_rounding(rounding, given.rounding);
      if (!bad.failed()) bad = tiendo::capi::read_numbers(numbers, given.format);
      if (bad.failed()) return bad;
      auto text =
          tiendo::format_words(given.value, given.word, digits, given.rounding, given.format);
      if (!text) return text.error();
      into = *std::move(text);
      return {};
    });
  });
}
