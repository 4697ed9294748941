// Tested by tests/unit/io/json_cursor_test.cpp.
//
// RapidJSON reads, and calls TreeBuilder for each token it has just finished. It does not say where
// the token began; but between two tokens there is only white space, a comma or a colon, so it
// began at the first other byte after the end of the token before. RapidJSON calls itself once per
// level: the builder stops it at the 65th, before the machine's stack is in danger.

#include "io/json_cursor.hpp"

// RapidJSON 1.1 adds to a null pointer when its stack grows for the first time. That is harmless,
// but clang's sanitizer would stop there in every test.
#ifdef __clang__
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#ifdef __clang__
#pragma clang attribute pop
#endif

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

#include "io/text.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {

namespace {

// Memory for RapidJSON's own stack. Its standard allocator does not notice when memory is out.
// NOLINTBEGIN(readability-identifier-naming): the names are RapidJSON's
struct ThrowingAllocator {
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : ::operator new(size); }
  void* Realloc(void* old, std::size_t old_size, std::size_t size) {
    void* grown = Malloc(size);
    const std::size_t kept = std::min(old_size, size);
    if (kept != 0) std::memcpy(grown, old, kept);
    Free(old);
    return grown;
  }
  static void Free(void* memory) { ::operator delete(memory); }
};
// NOLINTEND(readability-identifier-naming)

using Reader = rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, ThrowingAllocator>;

std::int64_t signed_offset(std::size_t offset) { return static_cast<std::int64_t>(offset); }

// Receives RapidJSON's events, whose names are given; each returns false to stop the reader, and
// problem() says why.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
 public:
  TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream)
      : text_(text), stream_(stream), last_end_(stream.Tell()) {}

  bool Null() { return place(begin(JsonKind::null)); }
  bool Bool(bool value) {
    JsonNode node = begin(JsonKind::boolean);
    node.boolean = value;
    return place(std::move(node));
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    JsonNode node = begin(JsonKind::number);
    node.text.assign(text, size);
    return place(std::move(node));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    JsonNode node = begin(JsonKind::string);
    if (!fits(size, node.offset)) return false;
    node.text.assign(text, size);
    return is_whole(node.text, node.offset) && place(std::move(node));
  }
  bool StartObject() { return open(JsonKind::object); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::int64_t offset = begin_token();
    if (!fits(size, offset)) return false;
    open_.back().members.push_back({std::string(text, size), offset, {}});
    return is_whole(open_.back().members.back().key, offset);
  }
  bool EndObject(rapidjson::SizeType) { return keys_differ() && close(); }
  bool StartArray() { return open(JsonKind::array); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  const std::optional<Error>& problem() const { return problem_; }
  JsonNode take_root() { return std::move(root_); }
  // What is not closed yet.
  std::string unfinished() const {
    if (open_.empty()) return "a value";
    return open_.back().kind == JsonKind::object ? "an object" : "an array";
  }

 private:
  // The offset of the token that the reader has just passed.
  std::int64_t begin_token() {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", last_end_);
    last_end_ = stream_.Tell();
    return signed_offset(start);
  }

  JsonNode begin(JsonKind kind) {
    JsonNode node;
    node.kind = kind;
    node.offset = begin_token();
    return node;
  }

  bool open(JsonKind kind) {
    JsonNode node = begin(kind);
    if (open_.size() == kMaxDepth) return fail(error(Errc::nested_too_deep, {}, node.offset));
    open_.push_back(std::move(node));
    return true;
  }

  bool close() {
    last_end_ = stream_.Tell();
    JsonNode node = std::move(open_.back());
    open_.pop_back();
    return place(std::move(node));
  }

  bool place(JsonNode node) {
    if (++values_ > kMaxValues) {
      return fail(error(Errc::too_many_values,
                        "more than " + std::to_string(kMaxValues) + " values", node.offset));
    }
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().kind == JsonKind::array) {
      open_.back().items.push_back(std::move(node));
    } else {
      open_.back().members.back().value = std::move(node);
    }
    return true;
  }

  bool fits(std::size_t size, std::int64_t offset) {
    if (size <= kMaxTextBytes) return true;
    return fail(text_too_long("the text", kMaxTextBytes, offset));
  }

  // RapidJSON lets the escape of a lone low surrogate pass, which has no form in UTF-8.
  bool is_whole(const std::string& text, std::int64_t offset) {
    if (valid_utf8(text)) return true;
    return fail(error(Errc::text_encoding, "half of a surrogate pair in a string", offset));
  }

  // Sorts rather than compares each with each: an object may have a million keys.
  bool keys_differ() {
    std::vector<std::pair<std::string_view, std::int64_t>> keys;
    for (const JsonMember& member : open_.back().members) {
      keys.emplace_back(member.key, member.offset);
    }
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(
        keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice == keys.end()) return true;
    return fail(error(Errc::duplicate_key,
                      "the key " + in_quotes(twice->first) + " stands twice in one object",
                      (twice + 1)->second));
  }

  bool fail(Error problem) {
    problem_ = std::move(problem);
    return false;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::size_t last_end_;
  std::vector<JsonNode> open_;
  std::size_t values_ = 0;
  JsonNode root_;
  std::optional<Error> problem_;
};

bool in_string(rapidjson::ParseErrorCode code) {
  return code == rapidjson::kParseErrorStringMissQuotationMark ||
         code == rapidjson::kParseErrorStringEscapeInvalid ||
         code == rapidjson::kParseErrorStringUnicodeEscapeInvalidHex ||
         code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid;
}

// RapidJSON's sentence in the manner of ours, where there is nothing better to say.
std::string sentence_of(rapidjson::ParseErrorCode code, char found) {
  if (found == '\0') return "a zero byte in the text";
  if (in_string(code) && static_cast<unsigned char>(found) < 0x20) {
    return "a control character in a string must be escaped, a line break as \\n";
  }
  if (code == rapidjson::kParseErrorNumberTooBig) return "so large a number must stand in quotes";
  std::string sentence = rapidjson::GetParseError_En(code);
  sentence.pop_back();  // the full stop
  sentence.front() = static_cast<char>(sentence.front() | 0x20);
  return sentence;
}

Error syntax_error(const rapidjson::ParseResult& result, std::string_view text, std::size_t read,
                   const TreeBuilder& tree) {
  const std::int64_t end = signed_offset(text.size());
  if (result.Code() == rapidjson::kParseErrorDocumentEmpty && read == text.size()) {
    return error(Errc::json_syntax, "the text is empty", end);
  }
  // A number that is too big is reported once it has been read, which may be at the end.
  if (read == text.size() && result.Code() != rapidjson::kParseErrorNumberTooBig) {
    const std::string where = in_string(result.Code()) ? "a string" : tree.unfinished();
    return error(Errc::json_syntax, "the text ends in the middle of " + where, end);
  }
  const std::size_t offset = result.Offset();
  return error(Errc::json_syntax, sentence_of(result.Code(), text[offset]), signed_offset(offset));
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const JsonMember& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

Result<JsonNode> parse_json(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(kMaxPlanBytes)) return too_large(kMaxPlanBytes);
  const auto valid = valid_utf8(text);
  if (!valid) return valid.error();
  rapidjson::MemoryStream stream(text.data(), text.size());
  for (std::size_t i = 0; i < bom_size(text); ++i) stream.Take();
  TreeBuilder tree(text, stream);
  Reader reader;
  const auto result = reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, tree);
  if (tree.problem()) return *tree.problem();
  if (result.IsError()) return syntax_error(result, text, stream.Tell(), tree);
  // RapidJSON takes a zero byte for the end of the text.
  if (stream.Tell() != text.size()) {
    return error(Errc::json_syntax, "a zero byte in the text", signed_offset(stream.Tell()));
  }
  return tree.take_root();
}

}  // namespace tiendo
