/// @file
/// Which methods and which thresholds there are, with their sources: data, for lists and manuals.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tiendo/engine/bands.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// One method. The texts live as long as the program.
struct MethodEntry {
  std::string_view id;
  std::string_view version;
  /// Separated by spaces; "" where there is one way only.
  std::string_view variants;
  /// The symbols of what it needs: "v T", see the guide.
  std::string_view needs;
  std::string_view formula;
  /// What the value is: ratio, percent, points, measure, score, periods, places or label.
  std::string_view unit;
  std::string_view source;
  std::string_view vi;
  std::string_view en;

  /// What it says, in one sentence.
  std::string_view sentence(Language language) const noexcept {
    return language == Language::vi ? vi : en;
  }
};

/// All methods, in the order of the guide.
std::span<const MethodEntry> methods() noexcept;
/// The method of that id, or none.
const MethodEntry* method_named(std::string_view id) noexcept;

/// All thresholds that come with the library: bands, then scores. What was written down from memory
/// says that it needs confirmation.
std::vector<BandTable> band_tables();
std::vector<ScoreTable> score_tables();
/// The thresholds named "id@version", or nothing.
std::optional<BandTable> band_table_named(std::string_view name);
std::optional<ScoreTable> score_table_named(std::string_view name);

}  // namespace tiendo
