// Tested by tests/capi/context_test.c, tests/capi/decimal_test.c and tests/capi/memory_test.cpp.
//
// What happens when memory runs out must not need any: status_of_exception() allocates nothing, and
// the sentence of such a record is made when somebody asks for it.

#include "support.hpp"

#include <cassert>
#include <exception>
#include <new>
#include <stdexcept>

namespace tiendo::capi {
namespace {

tiendo_status status_of(Errc code) noexcept {
  switch (code) {
    case Errc::none: return TIENDO_OK;
    case Errc::cancelled: return TIENDO_E_CANCELLED;
    case Errc::out_of_memory: return TIENDO_E_NO_MEMORY;
    case Errc::marks_conflict: return TIENDO_E_INVALID_ARG;
    case Errc::text_encoding: return TIENDO_E_ENCODING;
    case Errc::number_too_long:
    case Errc::division_by_zero:
    case Errc::number_not_finite:
    case Errc::number_out_of_range:
    case Errc::degree_out_of_range:
    case Errc::root_of_negative:
    case Errc::periods_out_of_range:
    case Errc::growth_without_base:
    case Errc::split_too_large:
    case Errc::date_out_of_range:
    case Errc::rule_out_of_range:
    case Errc::no_working_day:
    case Errc::bounds_not_exact:
    case Errc::divisor_may_vanish:
    case Errc::weekday_out_of_range:
    case Errc::digits_out_of_range: return TIENDO_E_RANGE;
    case Errc::root_not_rational: return TIENDO_E_NO_VALUE;
    case Errc::file_unreadable:
    case Errc::table_unreadable: return TIENDO_E_FILE;
    default: return TIENDO_E_PARSE;
  }
}

bool is_continuation(unsigned char byte) noexcept { return (byte & 0xC0U) == 0x80U; }

// Bytes of the character that begins `text`; 0 when it is not UTF-8: cut off, longer than needed, a
// surrogate, or above U+10FFFF.
std::size_t character_bytes(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t bytes = first < 0xC2   ? 0
                            : first < 0xE0 ? 2
                            : first < 0xF0 ? 3
                            : first < 0xF5 ? 4
                                           : 0;
  if (bytes == 0 || text.size() < bytes) return 0;
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!is_continuation(byte(i))) return 0;
  }
  const unsigned char second = byte(1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return bytes;
}

// The offset of the first byte that is not UTF-8, or the size of the text.
std::size_t valid_bytes(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t bytes = character_bytes(text.substr(at));
    if (bytes == 0) break;
    at += bytes;
  }
  return at;
}

}  // namespace

Outcome::Outcome(tiendo_status why, std::string sentence)
    : status(why),
      fault_(std::make_unique<Fault>(Fault{{Errc::none, std::move(sentence), -1, -1}, {}})) {}

Outcome::Outcome(Error error)
    : status(status_of(error.code)),
      row(error.row),
      fault_(std::make_unique<Fault>(Fault{std::move(error), {}})) {}

Outcome::Outcome(const Diagnostic& diagnostic)
    : status(status_of(diagnostic.code)),
      fault_(std::make_unique<Fault>(
          Fault{{diagnostic.code, diagnostic.sentence, -1, -1}, diagnostic.place})) {}

void Outcome::set_path(std::string path) {
  assert(failed());
  if (fault_ == nullptr) fault_ = std::make_unique<Fault>();
  fault_->place.path = std::move(path);
}

const Fault& Outcome::fault() const noexcept {
  static const Fault kNothing;
  return fault_ == nullptr ? kNothing : *fault_;
}

Outcome null_argument(std::string_view name) {
  return {TIENDO_E_INVALID_ARG, std::string(name) + " is NULL"};
}

Outcome unknown_number(std::string_view name) {
  return {TIENDO_E_INVALID_ARG, std::string(name) + " is none of the numbers it may be"};
}

Outcome check_index(std::int64_t index, std::size_t count) {
  if (index >= 0 && index < count_of(count)) return {};
  const std::string known = count == 0   ? "there are none"
                            : count == 1 ? "there is only 0"
                                         : "there are 0 to " + std::to_string(count - 1);
  return {TIENDO_E_INVALID_ARG, "there is no number " + std::to_string(index) + ": " + known};
}

tiendo_status status_of_exception() noexcept {
  try {
    std::rethrow_exception(std::current_exception());
  } catch (const std::bad_alloc&) {
    return TIENDO_E_NO_MEMORY;
  } catch (const std::length_error&) {  // a text or vector larger than can ever be
    return TIENDO_E_NO_MEMORY;
  } catch (...) {
    return TIENDO_E_INTERNAL;
  }
}

Outcome TextOut::check() const {
  if (length == nullptr) return null_argument("length");
  if (capacity < 0) return {TIENDO_E_INVALID_ARG, "capacity is below zero"};
  if (buffer == nullptr && capacity > 0) return null_argument("buffer");
  return {};
}

Outcome TextOut::reserve(std::size_t size) const {
  *length = count_of(size);
  if (capacity > *length) return {};
  if (capacity > 0) buffer[0] = '\0';
  return {TIENDO_E_SMALL_BUFFER, "the buffer has " + std::to_string(capacity) +
                                     " bytes, the text with its end needs " +
                                     std::to_string(*length + 1)};
}

Outcome TextOut::put(std::string_view text) const {
  Outcome bad = reserve(text.size());
  if (bad.failed()) return bad;
  text.copy(buffer, text.size());
  buffer[text.size()] = '\0';
  return {};
}

Outcome check_arrays(std::initializer_list<std::pair<std::string_view, const void*>> arrays,
                     std::int64_t capacity, const std::int64_t* count) {
  if (capacity < 0) return {TIENDO_E_INVALID_ARG, "capacity is below zero"};
  for (const auto& [name, array] : arrays) {
    if (array == nullptr && capacity > 0) return null_argument(name);
  }
  return count == nullptr ? null_argument("count") : Outcome();
}

Outcome PositionsOut::check(std::string_view name) const {
  return check_arrays({{name, positions}}, capacity, count);
}

Outcome PositionsOut::put(std::string_view name, const std::vector<Index>& found) const {
  *count = count_of(found.size());
  if (*count > capacity) {
    return {TIENDO_E_SMALL_BUFFER, "there are more " + std::string(name) + " than room"};
  }
  std::copy(found.begin(), found.end(), positions);
  return {};
}

Outcome take_bytes(std::string_view name, const char* text, std::int64_t length,
                   std::string_view& bytes) {
  if (text == nullptr) return null_argument(name);
  if (length < TIENDO_NTS) return {TIENDO_E_INVALID_ARG, "length is below TIENDO_NTS"};
  bytes = length == TIENDO_NTS ? std::string_view(text)
                               : std::string_view(text, static_cast<std::size_t>(length));
  return {};
}

Outcome take_text(std::string_view name, const char* text, std::int64_t length,
                  std::string_view& bytes) {
  Outcome outcome = take_bytes(name, text, length, bytes);
  if (outcome.failed()) return outcome;
  const std::size_t valid = valid_bytes(bytes);
  if (valid == bytes.size()) return {};
  return error(Errc::text_encoding, std::string(name) + " is not valid UTF-8", count_of(valid));
}

Error refused(std::string_view name, std::string_view taken, Error fault) {
  constexpr std::size_t kMostQuoted = 60;
  if (fault.sentence.empty()) fault.sentence = text_of(fault.code);
  if (!taken.empty() && fault.sentence.starts_with(taken)) {
    fault.sentence = std::string(name) + ' ' + fault.sentence;
    return fault;
  }
  const std::string_view quoted = taken.size() <= kMostQuoted ? taken : "...";
  fault.sentence = std::string(name) + " \"" + std::string(quoted) + "\": " + fault.sentence;
  return fault;
}

Outcome check_size(std::string_view name, std::uint32_t size, std::size_t first) {
  if (size >= first && size <= kMostBytes) return {};
  return {TIENDO_E_INVALID_ARG, "struct_size of " + std::string(name) + " is " +
                                    std::to_string(size) + ", which no version of it has"};
}

bool all_zero(const void* structure, std::size_t from, std::size_t to) noexcept {
  const auto* bytes = static_cast<const unsigned char*>(structure);
  for (std::size_t i = from; i < to; ++i) {
    if (bytes[i] != 0) return false;
  }
  return true;
}

}  // namespace tiendo::capi
