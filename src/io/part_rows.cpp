// Tested by tests/unit/io/part_rows_test.cpp.

#include "io/part_rows.hpp"

#include "tiendo/base/limits.hpp"

namespace tiendo {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// The items between the semicolons, without the spaces around them.
std::vector<std::string_view> items_of(std::string_view text) {
  std::vector<std::string_view> items;
  for (;;) {
    const std::size_t end = text.find(';');
    items.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return items;
    text.remove_prefix(end + 1);
  }
}

JsonNode node(JsonKind kind, std::string_view text, std::int64_t offset) {
  JsonNode made;
  made.kind = kind;
  made.text = text;
  made.offset = offset;
  return made;
}

void put(JsonNode& object, std::string_view key, JsonNode value) {
  const std::int64_t offset = value.offset;
  object.members.push_back({std::string(key), offset, std::move(value)});
}

JsonNode* member_of(JsonNode& object, std::string_view key) {
  for (JsonMember& member : object.members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

// The value at "name.vi", in an object that begins where its first cell stands; false when there is
// one already.
bool put_at(JsonNode& object, std::string_view key, JsonNode value) {
  const std::size_t point = key.find('.');
  const std::string_view first = key.substr(0, point);
  JsonNode* inner = member_of(object, first);
  if (point == std::string_view::npos) {
    if (inner) return false;
    put(object, key, std::move(value));
    return true;
  }
  if (!inner) {
    put(object, first, node(JsonKind::object, {}, value.offset));
    inner = &object.members.back().value;
  }
  return put_at(*inner, key.substr(point + 1), std::move(value));
}

// "26740", or "26740 FROM..UNTIL" with one of the two days or both.
JsonNode code_of(std::string_view item, std::int64_t offset) {
  JsonNode code = node(JsonKind::object, {}, offset);
  const std::size_t space = item.rfind(' ');
  const std::size_t dots = item.find("..", space == std::string_view::npos ? 0 : space);
  if (space == std::string_view::npos || dots == std::string_view::npos) {
    put(code, "code", node(JsonKind::string, item, offset));
    return code;
  }
  const std::string_view from = item.substr(space + 1, dots - space - 1);
  const std::string_view until = item.substr(dots + 2);
  put(code, "code", node(JsonKind::string, trimmed(item.substr(0, space)), offset));
  if (!from.empty()) put(code, "from", node(JsonKind::string, from, offset));
  if (!until.empty()) put(code, "until", node(JsonKind::string, until, offset));
  return code;
}

std::vector<std::string_view> names_of(std::span<const TableColumn> columns) {
  std::vector<std::string_view> names;
  for (const TableColumn& column : columns) names.push_back(column.name);
  return names;
}

std::vector<std::size_t> needed_of(std::span<const TableColumn> columns) {
  std::vector<std::size_t> needed;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].needed) needed.push_back(i);
  }
  return needed;
}

}  // namespace

PartRows::PartRows(Findings& findings, std::string_view text, std::span<const TableColumn> columns,
                   Watch* watch)
    : findings_(findings),
      watch_(watch),
      columns_(columns),
      names_(names_of(columns)),
      table_(text, names_, findings),
      usable_(table_.read_header(needed_of(columns))) {}

// The lines that come next, each block with at least so many bytes but the last one.
std::vector<std::string_view> PartRows::cut(std::size_t block) {
  std::vector<std::string_view> blocks;
  std::string_view lines = table_.lines();
  if (lines.size() < kFewestBlocks * block) return blocks;
  while (!lines.empty() && blocks.size() < kBlocks) {
    const std::size_t end = std::min(lines.find('\n', block - 1), lines.size() - 1) + 1;
    blocks.push_back(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return blocks;
}

bool PartRows::next(JsonNode& row) {
  while (usable_ && !findings_.full() && ticks_on() && table_.next()) {
    if (++rows_ > kMaxValues) {
      findings_.add(Errc::too_many_values, table_.row_offset(),
                    "a table beside a plan has at most " + std::to_string(kMaxValues) + " rows");
      break;
    }
    row = node(JsonKind::object, {}, table_.row_offset());
    bool good = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) good &= add_cell(row, i);
    if (good) return true;
  }
  usable_ = false;
  return false;
}

bool PartRows::add_cell(JsonNode& row, std::size_t column) {
  if (table_.text(column).empty()) return true;
  JsonNode value;
  if (!value_of(column, value)) return false;
  if (put_at(row, columns_[column].key, std::move(value))) return true;
  return refuse(Errc::duplicate_key, column,
                "the column " + in_quotes(columns_[column].name) + " says what another says");
}

bool PartRows::value_of(std::size_t column, JsonNode& value) {
  const std::string_view text = table_.text(column);
  const std::int64_t offset = table_.offset(column);
  const Cell cell = columns_[column].cell;
  const bool steps = cell == Cell::profile && text.find(':') != std::string_view::npos;
  if (steps) return steps_of(column, value);
  if (cell != Cell::texts && cell != Cell::codes) {
    value = node(cell == Cell::whole ? JsonKind::number : JsonKind::string, text, offset);
    return true;
  }
  value = node(JsonKind::array, {}, offset);
  for (const std::string_view item : items_of(text)) {
    if (item.empty()) return refuse(Errc::wrong_type, column, "the list has an empty item");
    value.items.push_back(cell == Cell::codes ? code_of(item, offset)
                                              : node(JsonKind::string, item, offset));
  }
  return true;
}

bool PartRows::steps_of(std::size_t column, JsonNode& value) {
  const std::int64_t offset = table_.offset(column);
  value = node(JsonKind::object, {}, offset);
  for (const std::string_view item : items_of(table_.text(column))) {
    const std::size_t colon = item.find(':');
    if (colon == std::string_view::npos) {
      return refuse(Errc::wrong_type, column,
                    in_quotes(item) + " is no step of a profile, such as 2024-Q1: 0.2");
    }
    const std::string_view key = trimmed(item.substr(0, colon));
    if (value.find(key)) {
      return refuse(Errc::duplicate_key, column, in_quotes(key) + " stands twice in the profile");
    }
    put(value, key, node(JsonKind::string, trimmed(item.substr(colon + 1)), offset));
  }
  return true;
}

bool PartRows::refuse(Errc code, std::size_t column, const std::string& sentence) {
  table_.refuse(column, code, sentence);
  return false;
}

}  // namespace tiendo
