/// @file
/// Thresholds as data: which band a value belongs to, and which score it has.
///
/// A table has a name, a version and a source, so that every result can say by which thresholds it
/// was judged. Values are exact: none is rounded before it is compared, and a value equal to a
/// threshold belongs to the band that includes it. A table in which a value could belong to two
/// bands, or between two bands to none, cannot be built.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// What names a table of thresholds.
struct TableName {
  std::string id;
  std::string version;
  /// The document that the numbers are taken from.
  std::string source;
  /// Whether the numbers still have to be compared with the text of the source.
  bool needs_confirmation = false;

  friend bool operator==(const TableName&, const TableName&) = default;
};

/// "id@version", as results name the table.
std::string to_string(const TableName& name);

/// What is said of the values of a band: a code for programs, a label for people.
struct BandLabel {
  std::string code;
  Name label;

  friend bool operator==(const BandLabel&, const BandLabel&) = default;
};

/// The values from `low` to `high`, each end included or not. An absent end is no end.
struct Band {
  BandLabel label;
  std::optional<Ratio> low;
  std::optional<Ratio> high;
  bool has_low = true;
  bool has_high = false;
  /// What a value in it scores; absent in a table that only names where a value is.
  std::optional<Ratio> score = {};

  /// Whether the value belongs to it.
  bool contains(const Ratio& value) const;
  friend bool operator==(const Band&, const Band&) = default;
};

/// A threshold between two bands, with the label of what is above it.
struct Cut {
  Ratio value;
  BandLabel above;
  /// Whether the threshold itself belongs to the band above it; else to the one below.
  bool belongs_above = true;
};

/// Bands without a gap or an overlap. Immutable; safe to read from many threads.
class BandTable {
 public:
  /// Bands as a source lists them, in any order.
  /// @return the table, or every finding with the place "/bands/N" of the band in the list:
  /// table_empty; band_empty for a band that holds no value; bands_gap; bands_overlap
  static Checked<BandTable> of(TableName name, std::vector<Band> bands);
  /// All numbers, cut at ascending thresholds. Two cuts at one value, of which the first belongs
  /// above and the second below, make a band of that value alone.
  /// @return as above; band_empty where the thresholds do not ascend
  static Checked<BandTable> of_cuts(TableName name, BandLabel lowest, const std::vector<Cut>& cuts);

  /// Its id, version and source.
  const TableName& name() const noexcept { return name_; }
  /// In ascending order.
  const std::vector<Band>& bands() const noexcept { return bands_; }
  /// The band of a value; none for a value outside the table. It lives as long as the table.
  const Band* band_of(const Ratio& value) const;

 private:
  BandTable(TableName name, std::vector<Band> bands)
      : name_(std::move(name)), bands_(std::move(bands)) {}

  TableName name_;
  std::vector<Band> bands_;
};

/// A value and its score.
struct Knot {
  Ratio value;
  Ratio score;

  friend bool operator==(const Knot&, const Knot&) = default;
};

/// What the score of a value beyond the outer knots is. The numbers never change.
enum class Ends {
  capped = 1,    ///< that of the outer knot
  extended = 2,  ///< on the line of the two outer knots
  refused = 3,   ///< none
};

/// Scores on straight lines between knots, rising or falling throughout. Immutable; safe to read
/// from many threads.
class ScoreTable {
 public:
  /// Knots in ascending or in descending order of their values; kept in ascending order.
  /// @return table_empty for fewer than two knots; knots_disordered when the values do not ascend
  /// or descend throughout, or the scores both rise and fall
  static Result<ScoreTable> of(TableName name, std::vector<Knot> knots, Ends ends);

  /// Its id, version and source.
  const TableName& name() const noexcept { return name_; }
  const std::vector<Knot>& knots() const noexcept { return knots_; }
  Ends ends() const noexcept { return ends_; }
  /// The exact score. @return outside_table beyond the outer knots where that is refused;
  /// number_too_long
  Result<Ratio> score_of(const Ratio& value) const;

 private:
  ScoreTable(TableName name, std::vector<Knot> knots, Ends ends)
      : name_(std::move(name)), knots_(std::move(knots)), ends_(ends) {}

  TableName name_;
  std::vector<Knot> knots_;
  Ends ends_;
};

}  // namespace tiendo
