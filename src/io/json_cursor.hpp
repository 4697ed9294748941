/// @file
/// JSON as a tree in which every part knows where it stood in the text.
///
/// Numbers keep their text, so that none of them ever passes through a double. Refused besides what
/// is not JSON: a key that stands twice in one object, nesting deeper than 64 levels, text that is
/// not UTF-8 (also by an escape: half a surrogate pair), and a bare number with 309 digits or more
/// before its point or an exponent above 308, which has to be a string. Nor is anything read that
/// is beyond a limit of limits.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// What a JSON value is.
enum class JsonKind { null, boolean, number, string, array, object };

struct JsonMember;

/// A JSON value; which members mean something depends on the kind.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  bool boolean = false;
  /// A string without quotes and escapes, or a number exactly as it was written.
  std::string text;
  /// Of the first byte of the value: the opening quote or bracket.
  std::int64_t offset = 0;
  /// Whether it is of a table, in which a number is a text like any other.
  bool cell = false;
  std::vector<JsonNode> items;      ///< of an array
  std::vector<JsonMember> members;  ///< of an object, in the order of the text

  /// The value of a key, or null when there is none or this is no object.
  const JsonNode* find(std::string_view key) const;
};

/// A key and its value.
struct JsonMember {
  std::string key;
  std::int64_t offset = 0;  ///< of the opening quote of the key
  JsonNode value;
};

/// Reads one JSON value, with white space around it and a byte order mark before it.
/// @return json_syntax, duplicate_key, nested_too_deep, text_encoding, text_too_long or
/// too_many_values, each with the offset; file_too_large with the offset 0
Result<JsonNode> parse_json(std::string_view text);

}  // namespace tiendo
