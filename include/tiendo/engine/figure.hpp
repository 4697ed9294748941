/// @file
/// A figure: what every computation of the engine gives.
#pragma once

#include <optional>
#include <utility>

#include "tiendo/base/error.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// An exact figure, or the reason why there is none. `reason` is none exactly if there is a value.
struct Figure {
  std::optional<Ratio> value;
  Errc reason = Errc::no_data;

  Figure() = default;
  Figure(Ratio exact) : value(std::move(exact)), reason(Errc::none) {}  // NOLINT(*-explicit-*)
  Figure(Errc why) : reason(why) {}                                     // NOLINT(*-explicit-*)
  /// The value, or the code of the error.
  Figure(const Result<Ratio>& result);  // NOLINT(*-explicit-*)

  /// Whether there is a value.
  explicit operator bool() const noexcept { return value.has_value(); }
  const Ratio& operator*() const { return *value; }
};

}  // namespace tiendo
