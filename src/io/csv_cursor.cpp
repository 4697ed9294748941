// Tested by tests/unit/io/csv_cursor_test.cpp.

#include "io/csv_cursor.hpp"

#include "io/text.hpp"

namespace tiendo {

namespace {

// The separator that the line beginning at the start of the text declares.
char separator_of(std::string_view text) {
  bool quoted = false;
  bool comma = false;
  bool semicolon = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    comma = comma || c == ',';
    semicolon = semicolon || c == ';';
  }
  return semicolon && !comma ? ';' : ',';
}

}  // namespace

CsvCursor::CsvCursor(std::string_view text) : text_(text), at_(bom_size(text)) {
  const auto valid = valid_utf8(text);
  if (!valid) problem_ = valid.error();
  skip_blank_lines();
  separator_ = separator_of(text_.substr(at_));
}

bool CsvCursor::next() {
  record_.clear();
  unescaped_.clear();
  if (problem_) return false;
  skip_blank_lines();
  if (at_ == text_.size()) return false;
  std::optional<After> after = After::field;
  while (after == After::field) after = read_field();
  if (!after) record_.clear();
  return after.has_value();
}

// Reads a field and what ends it; nothing when there is an error.
std::optional<CsvCursor::After> CsvCursor::read_field() {
  CsvField field;
  field.offset = static_cast<std::int64_t>(at_);
  field.quoted = at_ < text_.size() && text_[at_] == '"';
  if (field.quoted ? !read_quoted(field) : !read_plain(field)) return std::nullopt;
  record_.push_back(field);
  return read_ending();
}

// From the opening quote to the byte after the closing one.
bool CsvCursor::read_quoted(CsvField& field) {
  const std::size_t opening = at_;
  std::string joined;  // the pieces before the last, each with the one quote that two stand for
  std::size_t piece = opening + 1;
  for (;;) {
    const std::size_t quote = text_.find('"', piece);
    if (quote == std::string_view::npos) return fail(opening, "this quote is never closed");
    const std::string_view last = text_.substr(piece, quote - piece);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') {
      field.text = last;
      if (piece == opening + 1) return true;
      field.text = unescaped_.emplace_back(joined.append(last));  // stays where it is in a deque
      return true;
    }
    joined.append(last).push_back('"');
    piece = at_ + 1;
  }
}

// To the separator, the line break or the end of the text.
bool CsvCursor::read_plain(CsvField& field) {
  const std::size_t start = at_;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == separator_ || c == '\n' || c == '\r') break;
    if (c == '"') return fail(at_, "a quote inside a field that does not begin with one");
    ++at_;
  }
  field.text = text_.substr(start, at_ - start);
  return true;
}

std::optional<CsvCursor::After> CsvCursor::read_ending() {
  if (at_ == text_.size()) return After::record;
  if (text_[at_] == separator_) {
    ++at_;
    return After::field;
  }
  if (const std::size_t size = line_break_size()) {
    at_ += size;
    return After::record;
  }
  fail(at_, text_[at_] == '\r' ? "a carriage return without a line feed"
                               : "text between the closing quote and the end of the field");
  return std::nullopt;
}

void CsvCursor::skip_blank_lines() {
  while (const std::size_t size = line_break_size()) at_ += size;
}

// 1 or 2 when a line ends here, otherwise 0.
std::size_t CsvCursor::line_break_size() const {
  const std::string_view next_two = text_.substr(at_, 2);
  if (next_two == "\r\n") return 2;
  return !next_two.empty() && next_two[0] == '\n' ? 1 : 0;
}

bool CsvCursor::fail(std::size_t offset, const char* sentence) {
  problem_ = error(Errc::csv_syntax, sentence, static_cast<std::int64_t>(offset));
  return false;
}

std::string csv_field(std::string_view text) {
  const bool plain = text.find_first_of(",;\"\r\n") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string field = "\"";
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + '"';
}

}  // namespace tiendo
