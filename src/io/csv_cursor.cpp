// Tested by tests/unit/io/csv_cursor_test.cpp.
//
// A record is read as if the window were the whole text. Whoever looks at the end of the window
// says so; then the window grows and the record is read again from its start. Most records have no
// quote and stand in the midst of the window: these are found by a shorter way.

#include "io/csv_cursor.hpp"

#include <algorithm>
#include <utility>

#include "io/sixteen.hpp"
#include "io/text.hpp"

namespace tiendo {

namespace {

// Where read_plain_record() gives up; far below what a field and a row may have.
constexpr std::size_t kMostPlain = 4096;

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
    let_go();
    const auto found =
        separator_of(text_.substr(0, kMaxRowBytes), is_whole || text_.size() > kMaxRowBytes);
    if (!found) continue;
    separator_ = *found;
    whole_ = text_.rfind('\n') + 1;
    return;
  }
}

// What stands before at_ is not needed any more.
void CsvCursor::let_go() {
  whole_ -= std::min(whole_, at_);
  window_.drop(std::exchange(at_, 0));
  text_ = window_.text();
}

// More of the text behind what begins at at_; false when there is nothing more.
bool CsvCursor::grow() {
  let_go();
  const std::size_t known = text_.size();
  if (!window_.grow()) return false;
  text_ = window_.text();
  const std::size_t last = text_.substr(known).rfind('\n');
  if (last != std::string_view::npos) whole_ = known + last + 1;
  return true;
}

bool CsvCursor::next() {
  record_.clear();
  if (!unescaped_.empty()) unescaped_.clear();
  if (problem_) return false;
  if (at_ > kBlock) let_go();  // at() counts the lines of the window up to the place
  for (;;) {
    ran_out_ = false;
    skip_blank_lines();
    start_ = at_;
    if (read_plain_record()) return true;
    const bool found = read_record();
    if (!ran_out_) return found;
    const std::size_t size = at_ - start_;
    at_ = start_;
    const bool grew = grow();
    start_ = 0;
    if (!grew && !window_.fault()) {
      at_ = size;
      return found;
    }
    record_.clear();
    unescaped_.clear();
    problem_ = grew ? std::nullopt : window_.fault();
    if (!grew) return false;
  }
}

std::string_view CsvCursor::lines(std::size_t without) {
  if (problem_) return {};
  while (whole_ <= at_ + without) {
    if (text_.size() - at_ - without > kMaxRowBytes || !grow()) return {};
  }
  return text_.substr(at_ + without, whole_ - at_ - without);
}

void CsvCursor::skip(std::size_t bytes, std::size_t records) {
  if (records == 0) return;
  let_go();
  window_.drop_lines(bytes, records);
  text_ = window_.text();
  whole_ -= bytes;
}

// The record from here on, when no field of it is quoted and it ends sixteen bytes before the
// window does: its separators and line break are found sixteen at a time.
bool CsvCursor::read_plain_record() {
  const std::size_t stop = std::min(text_.size(), at_ + kMostPlain);
  std::size_t field = at_;
  for (std::size_t block = at_; block + 16 < stop; block += 16) {
    const Sixteen bytes(text_.data() + block);
    for (std::uint32_t found = bytes.equal(separator_, '\n') | bytes.equal('\r', '"'); found != 0;
         found &= found - 1) {
      const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(found));
      const char c = text_[at];
      if (c == '"' || record_.size() == kMaxColumns || (c == '\r' && text_[at + 1] != '\n')) {
        record_.clear();
        return false;
      }
      record_.push_back({text_.substr(field, at - field), false, offset_of(field)});
      field = at + 1;
      if (c == separator_) continue;
      at_ = c == '\r' ? at + 2 : at + 1;
      return true;
    }
  }
  record_.clear();
  return false;
}

// The record from here on; false when there is none, or when it has a fault.
bool CsvCursor::read_record() {
  if (at_end()) return false;
  for (;;) {
    const std::optional<After> after = read_field();
    const bool too_long = at_ - start_ > kMaxRowBytes;
    if (after && too_long) fail_too_long(start_, "the row", kMaxRowBytes);
    if (!after || too_long) {
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
