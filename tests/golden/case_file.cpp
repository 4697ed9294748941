#include "case_file.hpp"

#include <algorithm>
#include <regex>

#include "tiendo/io/file.hpp"

namespace tiendo {
namespace {

constexpr std::string_view kMark = "#! ";

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
      read_mark(std::string(line));
    } else if (!file_.parts.empty()) {
      file_.parts.back().text += line;
    } else if (!line.starts_with('#')) {
      complain("a line before the first part");
    }
  }

  void read_mark(const std::string& line) {
    static const std::regex kCaret("#! *\\^ ((?:error|warning|note) \\d+ [a-z_]+)");
    static const std::regex kColumn("#! (\\d+): ((?:error|warning|note) \\d+ [a-z_]+)");
    static const std::regex kPart("#! ([a-z]+)(?: (\\S+\\.csv))?");
    std::smatch found;
    if (std::regex_match(line, found, kPart)) {
      file_.parts.push_back({found[1], found[2].matched ? found[2] : found[1], {}});
    } else if (file_.parts.empty()) {
      complain("a mark before the first part");
    } else if (std::regex_match(line, found, kCaret)) {
      expect(std::to_string(line.find('^') + 1), found[1]);
    } else if (std::regex_match(line, found, kColumn)) {
      expect(found[1], found[2]);
    } else if (line == "#! no line break at the end") {
      end_without_break(file_.parts.back().text);
    } else {
      complain("no mark: " + line);
    }
  }

  // The finding is on the line above, or on the first of a text without lines.
  void expect(const std::string& column, const std::string& finding) {
    const CasePart& part = file_.parts.back();
    const auto breaks = std::count(part.text.begin(), part.text.end(), '\n');
    const auto line = part.text.ends_with('\n') ? breaks : breaks + 1;
    file_.expected.push_back(part.name + ':' + std::to_string(line) + ':' + column + ": " +
                             finding);
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
