// Tested by tests/unit/io/part_values_test.cpp and tests/unit/io/part_columns_test.cpp.

#include "io/part_path.hpp"

#include <algorithm>

namespace tiendo {
namespace {

const JsonNode* item_of(const JsonNode& list, std::string_view step) {
  const std::optional<std::size_t> position = position_of(step);
  return position && *position < list.items.size() ? &list.items[*position] : nullptr;
}

}  // namespace

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps;
  if (path.empty()) return steps;
  steps.emplace_back();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '/') {
      steps.emplace_back();
    } else if (path.substr(i, 2) == "~1") {
      steps.back() += '/';
      ++i;
    } else {
      steps.back() += path[i];
    }
  }
  return steps;
}

std::optional<std::size_t> position_of(std::string_view step) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (step.empty() || step.size() > 9 || !std::all_of(step.begin(), step.end(), is_digit)) {
    return std::nullopt;
  }
  return std::stoul(std::string(step));
}

const JsonNode* follow(const JsonNode* node, const std::vector<std::string>& steps) {
  for (const std::string& step : steps) {
    if (!node) return nullptr;
    node = node->kind == JsonKind::array ? item_of(*node, step) : node->find(step);
  }
  return node;
}

JsonNode part_with(const std::vector<std::string>& steps) {
  JsonNode node;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    JsonNode outer;
    if (position_of(*step)) {
      outer.kind = JsonKind::array;
      outer.items.push_back(std::move(node));
    } else {
      outer.kind = JsonKind::object;
      outer.members.push_back({*step, 0, std::move(node)});
    }
    node = std::move(outer);
  }
  return node;
}

std::string step_of(std::string_view key) {
  std::string step;
  for (const char c : key) step += c == '/' ? std::string("~1") : std::string(1, c);
  return step;
}

}  // namespace tiendo
