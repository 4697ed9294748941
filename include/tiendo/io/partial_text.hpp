/// @file
/// Partial results as text (format "tiendo-partial/1", see the guide to the formats): what one
/// machine sends and another reads, whatever their processors.
///
/// The text says which plan it is of by a fingerprint, and what it is by a checksum. One partial
/// has one text:
///
///     read_partial(write_partial(partial, plan), file, plan)      is the same partial
///     write_partial(that partial, plan)                           is the same text
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/partial.hpp"

namespace tiendo {

/// A plan with its fingerprint, which is found once for many texts. Safe to read from many threads.
class MarkedPlan {
 public:
  /// Takes as long as writing the plan.
  explicit MarkedPlan(Plan plan);

  /// The plan, and 32 hexadecimal digits that follow from all that write_plan() says of it: plans
  /// that differ have other ones, up to chance.
  const Plan& plan() const noexcept { return plan_; }
  const std::string& fingerprint() const noexcept { return fingerprint_; }

 private:
  Plan plan_;
  std::string fingerprint_;
};

/// The text of a partial of this plan.
std::string write_partial(const Partial& partial, const MarkedPlan& plan);

/// Reads such a text. `file` is the name that stands in the places of the findings. With one error
/// there is no partial: unknown_word for another format; partial_damaged where the text is cut
/// short or was changed; other_plan; what JSON, tables and observations can have; the errors of
/// Partial::from().
Checked<Partial> read_partial(std::string_view text, std::string_view file, const MarkedPlan& plan);

}  // namespace tiendo
