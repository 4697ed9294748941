/// @file
/// A value, or the one error that stands in its place.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "tiendo/base/error.hpp"

namespace tiendo {

/// Holds a T or an Error, never both, never neither. Built implicitly from either, so that a
/// function can `return value;` and `return error(...);` alike.
///
/// Reading the wrong side is a bug of the caller and asserted. As safe to share as the T inside.
template <class T>
class [[nodiscard]] Result {
 public:
  /// Holds the value.
  // NOLINTNEXTLINE(*-explicit-*): `return value;` is what this type is for
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  /// Holds the error.
  // NOLINTNEXTLINE(*-explicit-*): `return error(...);` likewise
  Result(Error problem) : held_(std::in_place_index<1>, std::move(problem)) {}

  /// Whether there is a value.
  explicit operator bool() const noexcept { return held_.index() == 0; }

  /// The value; only when there is one.
  const T& operator*() const& {
    assert(*this);
    return *std::get_if<0>(&held_);
  }
  T& operator*() & {
    assert(*this);
    return *std::get_if<0>(&held_);
  }
  T&& operator*() && {
    assert(*this);
    return std::move(*std::get_if<0>(&held_));
  }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }

  /// The error; only when there is no value.
  const Error& error() const {
    assert(!*this);
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

}  // namespace tiendo
