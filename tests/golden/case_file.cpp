#include "case_file.hpp"

#include <algorithm>
#include <cstddef>

#include "tiendo/io/file.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kMark = "#! ";
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

class Reader {
 public:
  CaseFile read(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
      read_line(bytes.substr(0, end));
      bytes.remove_prefix(end);
    }
    if (file_.parts.empty()) complain("no part");
    if (file_.expected.empty()) complain("nothing is marked");
    return std::move(file_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.starts_with(kMark)) {
      if (line.ends_with('\n')) line.remove_suffix(1);
      read_mark(line);
    } else if (!file_.parts.empty()) {
      file_.parts.back().text += line;
    } else if (!line.starts_with('#')) {
      complain("a line before the first part");
    }
  }

  void read_mark(std::string_view line) {
    const std::string_view mark = line.substr(kMark.size());
    const std::size_t caret = line.find_first_not_of(' ', kMark.size());
    const std::size_t digits = length_of(mark, "0123456789");
    if (is_part(mark)) {
      const std::size_t space = std::min(mark.find(' '), mark.size());
      const std::string_view kind = mark.substr(0, space);
      const std::string_view name = space < mark.size() ? mark.substr(space + 1) : kind;
      file_.parts.push_back({std::string(kind), std::string(name), {}});
    } else if (file_.parts.empty()) {
      complain("a mark before the first part");
    } else if (caret < line.size() && line.substr(caret).starts_with("^ ")) {
      expect(std::to_string(caret + 1), line.substr(caret + 2));
    } else if (digits > 0 && mark.substr(digits).starts_with(": ")) {
      expect(std::string(mark.substr(0, digits)), mark.substr(digits + 2));
    } else if (mark == "no line break at the end") {
      end_without_break(file_.parts.back().text);
    } else {
      complain("no mark: " + std::string(line));
    }
  }

  // How many of these characters the text begins with.
  static std::size_t length_of(std::string_view text, std::string_view characters) {
    return std::min(text.find_first_not_of(characters), text.size());
  }

  // A kind, and for a table the name of its file.
  static bool is_part(std::string_view mark) {
    const std::size_t kind = length_of(mark, kLetters);
    const std::string_view rest = mark.substr(kind);
    return kind > 0 && (rest.empty() || (rest.starts_with(' ') && rest.ends_with(".csv") &&
                                         rest.find(' ', 1) == std::string_view::npos));
  }

  // "error 302 unknown_unit".
  static bool is_finding(std::string_view text) {
    const std::size_t severity = length_of(text, kLetters);
    const std::string_view word = text.substr(0, severity);
    if (word != "error" && word != "warning" && word != "note") return false;
    std::string_view rest = text.substr(severity);
    if (!rest.starts_with(' ')) return false;
    rest.remove_prefix(1);
    const std::size_t digits = length_of(rest, "0123456789");
    rest.remove_prefix(digits);
    return digits > 0 && rest.starts_with(' ') && rest.size() > 1 &&
           rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", 1) == std::string_view::npos;
  }

  // The finding is on the line above, or on the first of a text without lines.
  void expect(const std::string& column, std::string_view finding) {
    if (!is_finding(finding)) complain("no finding: " + std::string(finding));
    const CasePart& part = file_.parts.back();
    const auto breaks = std::count(part.text.begin(), part.text.end(), '\n');
    const auto line = part.text.ends_with('\n') ? breaks : breaks + 1;
    file_.expected.push_back(part.name + ':' + std::to_string(line) + ':' + column + ": " +
                             std::string(finding));
  }

  void end_without_break(std::string& text) {
    if (text.ends_with('\n')) {
      text.pop_back();
    } else {
      complain("there is no line break to leave out");
    }
  }

  void complain(const std::string& what) {
    if (file_.trouble.empty()) file_.trouble = what;
  }

  CaseFile file_;
};

}  // namespace

const std::string* CaseFile::find(std::string_view name) const {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [name](const CasePart& part) { return part.name == name; });
  return found == parts.end() ? nullptr : &found->text;
}

CaseFile read_case(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path.string());
  if (bytes) return Reader().read(*bytes);
  CaseFile none;
  none.trouble = bytes.error().sentence;
  return none;
}

}  // namespace tiendo
