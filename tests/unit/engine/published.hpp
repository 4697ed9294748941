/// @file
/// The tables of published figures, see tests/data/published/README.md.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace tiendo {

/// The fields of a line; quotes hold commas together and stand for nothing themselves.
inline std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

/// One printed figure and what it was made from.
struct Published {
  std::string id;
  std::string kind;
  bool reproduces;
  int digits;
  std::string stated;
  std::vector<std::string> names;
  std::map<std::string, std::string> inputs;
};

inline Published published_of(const std::string& line) {
  const std::vector<std::string> fields = fields_of(line);
  Published result{fields.at(0),
                   fields.at(1),
                   fields.at(2) == "true",
                   std::stoi(fields.at(3)),
                   fields.at(4),
                   {},
                   {}};
  std::istringstream pairs(fields.at(5));
  for (std::string pair; std::getline(pairs, pair, ';');) {
    const std::size_t equals = pair.find('=');
    result.names.push_back(pair.substr(0, equals));
    result.inputs[result.names.back()] = pair.substr(equals + 1);
  }
  return result;
}

/// All cases of a file under tests/data/published.
inline std::vector<Published> read_cases(const std::string& name) {
  const std::string path = TIENDO_SOURCE_DIR "/tests/data/published/" + name;
  std::vector<Published> cases;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line.substr(0, 43), "id,kind,reproduces,digits,stated,inputs,sou") << path;
  while (std::getline(file, line)) cases.push_back(published_of(line));
  return cases;
}

}  // namespace tiendo
