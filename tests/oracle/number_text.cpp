#include "number_text.hpp"

#include <algorithm>
#include <vector>

namespace tiendo::oracle {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::string_view without_sign(std::string_view text) {
  const bool is_signed = text.starts_with('+') || text.starts_with('-');
  return text.substr(is_signed ? 1 : 0);
}

std::vector<std::string_view> split(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(mark); end != text.npos; end = text.find(mark)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + mark.size());
  }
  parts.push_back(text);
  return parts;
}

// Digits in groups: the last of one size, the first of up to another, those between of that size.
// Several groups are more than the last one could say: the first does not begin with a zero.
bool is_grouped(const std::vector<std::string_view>& groups, const Marks& marks) {
  if (groups.size() > 1 && groups[0].starts_with('0')) return false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t size = groups[i].size();
    if (!all_digits(groups[i]) || (i == 0 && size > marks.further_group_size)) return false;
    const bool last = i + 1 == groups.size();
    if (i > 0 && size != (last ? marks.group_size : marks.further_group_size)) return false;
  }
  return true;
}

bool is_whole(std::string_view text, const Marks& marks) {
  if (all_digits(text)) return true;
  return !marks.group.empty() && is_grouped(split(text, marks.group), marks);
}

// Whether a mark stands before the last `left` digits of those before the point.
bool starts_group(std::size_t left, const Marks& marks) {
  std::size_t start = marks.group_size;
  while (start < left) start += marks.further_group_size;
  return start == left;
}

}  // namespace

std::string written(std::string_view digits, int scale, bool negative, const Marks& marks) {
  std::string text;
  const auto places = static_cast<std::size_t>(scale);
  const std::string padding(digits.size() > places ? 0 : places + 1 - digits.size(), '0');
  const std::string all = padding + std::string(digits);
  for (std::size_t left = all.size(); left > 0; --left) {  // digits that are still to be written
    if (left == places) text += marks.point;
    if (left > places && left < all.size() && starts_group(left - places, marks)) {
      text += marks.group;
    }
    text += all[all.size() - left];
  }
  return (negative ? "-" : "") + text;
}

bool is_number(std::string_view text, const Marks& marks) {
  const auto parts = split(without_sign(text), marks.point);
  if (parts.size() > 2 || !is_whole(parts[0], marks)) return false;
  return parts.size() == 1 || all_digits(parts[1]);
}

bool is_fraction(std::string_view text) {
  const auto parts = split(without_sign(text), "/");
  return parts.size() == 2 && all_digits(parts[0]) && all_digits(parts[1]);
}

Meaning meaning(std::string_view text, const Marks& marks) {
  const auto parts = split(without_sign(text), marks.point);
  std::string digits;
  for (const auto part : parts) {
    for (const char c : part) {
      if (c >= '0' && c <= '9') digits += c;  // and no mark
    }
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const int scale = parts.size() == 1 ? 0 : static_cast<int>(parts[1].size());
  return {text.starts_with('-') && digits != "0", digits, scale};
}

}  // namespace tiendo::oracle
