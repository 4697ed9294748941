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

// What goes in to write a number with its word, checked.
struct Given {
  Decimal value;
  ScaleWord word = ScaleWord::none;
  Rounding rounding = Rounding::half_up;
  NumberFormat format;
};

// The unit of a number and the digits to keep of it.
struct Shape {
  tiendo_scale_word scale_word;
  std::int32_t digits;
  tiendo_rounding rounding;
};

// What comes out of reading a number with its words.
struct WordsOut {
  tiendo_decimal* result;
  tiendo_qualifier* qualifier;
  tiendo_scale_word* scale_word;

  Outcome check() const {
    if (result == nullptr) return null_argument("result");
    if (qualifier == nullptr) return null_argument("qualifier");
    return scale_word == nullptr ? null_argument("scale_word") : Outcome();
  }
  Outcome put(const tiendo::WordedNumber& number) const {
    Outcome outcome = tiendo::capi::store_decimal(number.value, *result);
    if (outcome.failed()) return outcome;
    *qualifier = tiendo::capi::qualifier_number(number.qualifier);
    *scale_word = static_cast<tiendo_scale_word>(number.scale_word);
    return outcome;
  }
};

// Numbers is the number of a format, or a format.
template <class Numbers>
tiendo_status parse_words(tiendo_context* context, const char* text, std::int64_t length,
                          Numbers numbers, const WordsOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    std::string_view bytes;
    NumberFormat format;
    Outcome bad = tiendo::capi::take_text("text", text, length, bytes);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    const auto read = tiendo::parse_words(bytes, format);
    return read ? out.put(*read) : Outcome(read.error());
  });
}

template <class Numbers>
tiendo_status format_words(tiendo_context* context, const tiendo_decimal* value, const Shape& shape,
                           Numbers numbers, const tiendo::capi::TextOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    return tiendo::capi::put_text(out, [&](std::string& into) -> Outcome {
      Given given;
      Outcome bad = tiendo::capi::read_decimal("value", value, given.value);
      if (!bad.failed()) bad = read_scale_word(shape.scale_word, given.word);
      if (!bad.failed()) bad = tiendo::capi::check_scale(shape.digits);
      if (!bad.failed()) bad = tiendo::capi::read_rounding(shape.rounding, given.rounding);
      if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, given.format);
      if (bad.failed()) return bad;
      auto text =
          tiendo::format_words(given.value, given.word, shape.digits, given.rounding, given.format);
      if (!text) return text.error();
      into = *std::move(text);
      return {};
    });
  });
}

}  // namespace

tiendo_status tiendo_decimal_parse_words(tiendo_context* context, const char* text, int64_t length,
                                         tiendo_numbers numbers, tiendo_decimal* result,
                                         tiendo_qualifier* qualifier,
                                         tiendo_scale_word* scale_word) noexcept {
  return parse_words(context, text, length, numbers, {result, qualifier, scale_word});
}

tiendo_status tiendo_decimal_parse_words_with(tiendo_context* context, const char* text,
                                              int64_t length, const tiendo_number_format* format,
                                              tiendo_decimal* result, tiendo_qualifier* qualifier,
                                              tiendo_scale_word* scale_word) noexcept {
  return parse_words(context, text, length, format, {result, qualifier, scale_word});
}

tiendo_status tiendo_decimal_format_words(tiendo_context* context, const tiendo_decimal* value,
                                          tiendo_scale_word scale_word, int32_t digits,
                                          tiendo_rounding rounding, tiendo_numbers numbers,
                                          char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return format_words(context, value, {scale_word, digits, rounding}, numbers,
                      {buffer, capacity, length});
}

tiendo_status tiendo_decimal_format_words_with(tiendo_context* context, const tiendo_decimal* value,
                                               tiendo_scale_word scale_word, int32_t digits,
                                               tiendo_rounding rounding,
                                               const tiendo_number_format* format, char* buffer,
                                               int64_t capacity, int64_t* length) noexcept {
  return format_words(context, value, {scale_word, digits, rounding}, format,
                      {buffer, capacity, length});
}
