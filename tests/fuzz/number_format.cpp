// Any text under any marks, the first two bytes being the point and the mark between groups ("0"
// for none), both ASCII: what is read is what it would be without groups and with a plain point,
// and what is written is read back.

#include "tiendo/decimal/number_format.hpp"

#include <algorithm>
#include <string>

#include "number_laws.hpp"

using namespace tiendo;
using fuzz::require;
using fuzz::same;

namespace {

// Without the mark between groups (0 for none), and with a plain point.
std::string in_plain_marks(std::string_view text, char point, char group) {
  std::string plain(text);
  if (group != 0) std::erase(plain, group);
  std::replace(plain.begin(), plain.end(), point, '.');
  return plain;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::text_of(data, size);
  if (text.size() < 2 || text[0] < 0 || text[1] < 0) return 0;
  const char point = text[0];
  const char group = text[1] == '0' ? '\0' : text[1];
  const NumberFormat marks = {static_cast<char32_t>(point), static_cast<char32_t>(group)};
  if (!marks.valid()) return 0;
  text.remove_prefix(2);
  const auto read = [&](std::string_view each) { return parse(each, marks); };
  const auto value = read(text);
  if (!value) {
    fuzz::require_first_fault(text, value.error(), read);
    return 0;
  }
  const std::string plain = in_plain_marks(text, point, group);
  require(same(*Decimal::parse(plain), *value), "marks do not change the number");
  const std::string written = format(*value, marks);
  require(same(*read(written), *value), "what is written is read back");
  require(format(*read(written), marks) == written, "writing is done once");
  require(in_plain_marks(written, point, group) == value->to_string(), "only marks are added");
  return 0;
}
