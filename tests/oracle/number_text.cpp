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

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(mark); end != text.npos; end = text.find(mark)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

bool is_whole(std::string_view text, char group) {
  if (all_digits(text)) return true;
  if (group == 0) return false;
  const auto parts = split(text, group);
  return parts.front().size() <= 3 && std::all_of(parts.begin(), parts.end(), all_digits) &&
         std::all_of(parts.begin() + 1, parts.end(), [](auto part) { return part.size() == 3; });
}

}  // namespace

std::string written(std::string_view digits, int scale, bool negative, Marks marks) {
  std::string text;
  const auto places = static_cast<std::size_t>(scale);
  const std::string padding(digits.size() > places ? 0 : places + 1 - digits.size(), '0');
  const std::string all = padding + std::string(digits);
  for (std::size_t left = all.size(); left > 0; --left) {  // digits that are still to be written
    if (left == places) text += marks.point;
    const bool between = left > places && left < all.size() && (left - places) % 3 == 0;
    if (between && marks.group != 0) text += marks.group;
    text += all[all.size() - left];
  }
  return (negative ? "-" : "") + text;
}

bool is_number(std::string_view text, Marks marks) {
  const auto parts = split(without_sign(text), marks.point);
  if (parts.size() > 2 || !is_whole(parts[0], marks.group)) return false;
  return parts.size() == 1 || all_digits(parts[1]);
}

bool is_fraction(std::string_view text) {
  const auto parts = split(without_sign(text), '/');
  return parts.size() == 2 && all_digits(parts[0]) && all_digits(parts[1]);
}

Meaning meaning(std::string_view text, Marks marks) {
  const auto parts = split(without_sign(text), marks.point);
  std::string digits;
  for (const auto part : parts) digits += part;
  std::erase(digits, marks.group);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const int scale = parts.size() == 1 ? 0 : static_cast<int>(parts[1].size());
  return {text.starts_with('-') && digits != "0", digits, scale};
}

}  // namespace tiendo::oracle
