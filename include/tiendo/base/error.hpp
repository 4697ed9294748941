/// @file
/// What can be wrong, as a value: a stable code, a place and a sentence.
///
/// Data errors travel as values, never as exceptions. Each has one code of codes.def, whose number
/// and name never change, and a sentence for people, which may.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tiendo {

/// A stable code; the numbers, the bands and the sentences stand in codes.def.
enum class Errc : std::int32_t {
#define TIENDO_CODE(number, name, text) name = number,
#include "tiendo/base/codes.def"
};

/// The name of a code, as it stands in messages and reports: "date_not_real". Empty when unknown.
std::string_view name_of(Errc code) noexcept;

/// The general sentence of a code, in English. Empty when unknown.
std::string_view text_of(Errc code) noexcept;

/// Where something stands in an input. Absent parts are empty or 0; line and column count from 1,
/// columns in bytes. The path names a part of a plan as a JSON Pointer does:
/// "/plan/targets/3/unit".
struct Place {
  std::string file;
  std::string path;
  std::int64_t line = 0;
  std::int64_t column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that is wrong: the code for programs, the sentence for people.
struct Error {
  Errc code = Errc::none;
  std::string sentence;
  /// Bytes from the start of the text in which the fault was found; -1 when there is no text.
  std::int64_t offset = -1;
  /// Row of the column in which the fault was found, from 0; -1 when there is no column.
  std::int64_t row = -1;
};

/// An Error whose sentence is `detail`, or the general sentence of the code if that is empty.
Error error(Errc code, std::string detail = {}, std::int64_t offset = -1);

}  // namespace tiendo
