/// @file
/// A faulty input with what is expected to be found in it; the README of tests/golden/errors says
/// how it is written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// One input of a case, without the marks.
struct CasePart {
  std::string kind;  ///< "plan", "observations", "table"
  std::string name;  ///< by which findings call it: of a table its own, of others the kind
  std::string text;
};

/// The inputs in their order, and the findings marked in them.
struct CaseFile {
  std::vector<CasePart> parts;
  /// "observations:3:21: error 100 number_syntax", in the order of the file.
  std::vector<std::string> expected;
  /// What is wrong with the case itself; empty when all is well.
  std::string trouble;

  /// The text of the first part of that name, or null.
  const std::string* find(std::string_view name) const;
};

/// Reads a case.
CaseFile read_case(const std::filesystem::path& path);

}  // namespace tiendo
