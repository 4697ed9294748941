// Tested by tests/unit/io/csv_cursor_test.cpp.
//
// A record is read as if the window were the whole text. Whoever looks at the end of the window
// says so; then the window grows and the record is read again from its start.

#include "io/csv_cursor.hpp"

#include <algorithm>
#include <utility>

#include "io/text.hpp"

namespace tiendo {

namespace {

// The separator that the line beginning at the start of the text declares; nothing while it goes
// on.
std::optional<char> separator_of(std::string_view text, bool is_whole) {
  bool quoted = false;
  bool comma = false;
  bool semicolon = false;
  bool ended = is_whole;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    ended = ended || c == '\n';
    if (c == '\n') break;
    comma = comma || c == ',';
    semicolon = semicolon || c == ';';
  }
  if (!ended) return std::nullopt;
  return semicolon && !comma ? ';' : ',';
}

}  // namespace

CsvCursor::CsvCursor(std::string_view text) : window_(text) { declare_separator(); }

CsvCursor::CsvCursor(TextSource& source, std::size_t block, std::int64_t most)
    : window_(source, block, most) {
  declare_separator();
}

// A line longer than a row may be declares by its beginning; it is refused when it is read.
void CsvCursor::declare_separator() {
  for (bool is_whole = false;; is_whole = !window_.grow()) {
    text_ = window_.text();
    skip_blank_lines();
    window_.drop(std::exchange(at_, 0));
    text_ = window_.text();
    const auto found =
        separator_of(text_.substr(0, kMaxRowBytes), is_whole || text_.size() > kMaxRowBytes);
    if (!found) continue;
    separator_ = *found;
    return;
  }
}

bool CsvCursor::next() {
  for (;;) {
    record_.clear();
    unescaped_.clear();
    if (problem_) return false;
    ran_out_ = false;
    const bool found = read_record();
    if (!ran_out_) return found;
    if (window_.grow()) {
      problem_.reset();
      text_ = window_.text();
      at_ = 0;
    } else if (window_.fault()) {
      problem_ = window_.fault();
    } else {
      return found;
    }
  }
}

// The record from here on; false when there is none, or when it has a fault.
bool CsvCursor::read_record() {
  skip_blank_lines();
  window_.drop(std::exchange(at_, 0));
  text_ = window_.text();
  if (at_end()) return false;
  for (;;) {
    const std::optional<After> after = read_field();
    if (after && at_ > kMaxRowBytes) fail_too_long(0, "the row", kMaxRowBytes);
    if (!after || at_ > kMaxRowBytes) {
      record_.clear();
      return false;
    }
    if (*after == After::record) return true;
  }
}

// Reads a field and what ends it; nothing when there is an error.
std::optional<CsvCursor::After> CsvCursor::read_field() {
  if (record_.size() == kMaxColumns) {
    fail(at_, Errc::too_many_values,
         "more than " + std::to_string(kMaxColumns) + " fields in a row");
    return std::nullopt;
  }
  CsvField field;
  field.offset = offset_of(at_);
  field.quoted = !at_end() && text_[at_] == '"';
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
    const std::string_view last = text_.substr(piece, quote - piece);
    if (joined.size() + last.size() > kMaxTextBytes) {
      return fail_too_long(opening, "the field", kMaxTextBytes);
    }
    if (quote == std::string_view::npos) {
      ran_out_ = true;
      return fail(opening, Errc::csv_syntax, "this quote is never closed");
    }
    at_ = quote + 1;
    if (at_end() || text_[at_] != '"') {
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
  const std::size_t stop = std::min(text_.size(), start + kMaxTextBytes + 1);
  for (; at_ < stop; ++at_) {
    const char c = text_[at_];
    if (c == separator_ || c == '\n' || c == '\r') break;
    if (c == '"') {
      return fail(at_, Errc::csv_syntax, "a quote inside a field that does not begin with one");
    }
  }
  field.text = text_.substr(start, at_ - start);
  if (field.text.size() <= kMaxTextBytes) return true;
  return fail_too_long(start, "the field", kMaxTextBytes);
}

std::optional<CsvCursor::After> CsvCursor::read_ending() {
  if (at_end()) return After::record;
  if (text_[at_] == separator_) {
    ++at_;
    return After::field;
  }
  if (const std::size_t size = line_break_size()) {
    at_ += size;
    return After::record;
  }
  fail(at_, Errc::csv_syntax,
       text_[at_] == '\r' ? "a carriage return without a line feed"
                          : "text between the closing quote and the end of the field");
  return std::nullopt;
}

void CsvCursor::skip_blank_lines() {
  while (const std::size_t size = line_break_size()) at_ += size;
}

// 1 or 2 when a line ends here, otherwise 0.
std::size_t CsvCursor::line_break_size() {
  if (at_end()) return 0;
  if (text_[at_] == '\n') return 1;
  if (text_[at_] != '\r') return 0;
  ran_out_ = ran_out_ || at_ + 1 == text_.size();
  return text_.substr(at_, 2) == "\r\n" ? 2 : 0;
}

bool CsvCursor::at_end() {
  ran_out_ = ran_out_ || at_ == text_.size();
  return at_ == text_.size();
}

bool CsvCursor::fail(std::size_t at, Errc code, std::string sentence) {
  problem_ = error(code, std::move(sentence), offset_of(at));
  return false;
}

bool CsvCursor::fail_too_long(std::size_t at, const char* what, std::size_t most) {
  problem_ = text_too_long(what, most, offset_of(at));
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
