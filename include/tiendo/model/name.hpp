/// @file
/// Names in Vietnamese and English, and the remarks that any part of a plan may carry.
#pragma once

#include <string>

namespace tiendo {

/// The language of labels and names. The numbers stand in the C header and never change.
enum class Language { vi = 1, en = 2 };

/// A name in one or both languages.
struct Name {
  std::string vi;
  std::string en;

  /// The name in that language, else in the other, else empty.
  const std::string& in(Language language) const noexcept {
    const std::string& wanted = language == Language::vi ? vi : en;
    const std::string& other = language == Language::vi ? en : vi;
    return wanted.empty() ? other : wanted;
  }

  friend bool operator==(const Name&, const Name&) = default;
};

/// Text that the library keeps and never reads.
struct Remarks {
  std::string note;
  std::string source;

  friend bool operator==(const Remarks&, const Remarks&) = default;
};

}  // namespace tiendo
