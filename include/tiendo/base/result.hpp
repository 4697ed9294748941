/// @file
/// A value, or the one error that stands in its place.
#pragma once

#include <cassert>
#include <memory>
#include <type_traits>
#include <utility>

#include "tiendo/base/error.hpp"

namespace tiendo {

namespace detail {
/// What a Result holds whose error was moved out: an Error without a code.
const Error* no_error() noexcept;
/// out_of_memory, which takes none.
const Error* memory_error() noexcept;
}  // namespace detail

/// Stands for the error out_of_memory where there is no memory for an Error:
/// `return OutOfMemory();`.
struct OutOfMemory {};

/// Holds a T or an Error, never both, never neither. Built implicitly from either, so that a
/// function can `return value;` and `return error(...);` alike.
///
/// The error is on the heap: a Result is one pointer larger than its T, and one that holds a value
/// costs what the T costs. Reading the wrong side is a bug of the caller and asserted. As safe to
/// share as the T inside.
template <class T>
class [[nodiscard]] Result {
  static_assert(std::is_nothrow_move_constructible_v<T>,
                "assignment moves, and must not half-fail");

 public:
  /// Holds the value.
  // NOLINTNEXTLINE(*-explicit-*): `return value;` is what this type is for
  Result(T value) noexcept : value_(std::move(value)) {}
  /// Holds the error.
  // NOLINTNEXTLINE(*-explicit-*): `return error(...);` likewise
  Result(Error problem) : problem_(new Error(std::move(problem))) {}
  /// Holds the error out_of_memory; takes no memory.
  // NOLINTNEXTLINE(*-explicit-*): `return OutOfMemory();` likewise
  Result(OutOfMemory) noexcept : problem_(detail::memory_error()) {}

  /// A copy of the value, or of the error.
  Result(const Result& other) : problem_(other ? nullptr : new Error(other.error())) {
    if (other) std::construct_at(&value_, other.value_);
  }
  /// What was moved from holds what a moved T is, or an error without a code.
  Result(Result&& other) noexcept : problem_(other.problem_) {
    if (problem_ == nullptr) {
      std::construct_at(&value_, std::move(other.value_));
    } else {
      other.problem_ = detail::no_error();
    }
  }
  Result& operator=(const Result& other) { return *this = Result(other); }
  Result& operator=(Result&& other) noexcept {
    if (this == &other) return *this;
    std::destroy_at(this);
    return *std::construct_at(this, std::move(other));
  }
  ~Result() {
    if (problem_ == nullptr) {
      std::destroy_at(&value_);
    } else if (problem_ != detail::no_error() && problem_ != detail::memory_error()) {
      delete problem_;
    }
  }

  /// Whether there is a value.
  explicit operator bool() const noexcept { return problem_ == nullptr; }

  /// The value; only when there is one.
  const T& operator*() const& {
    assert(*this);
    return value_;
  }
  T& operator*() & {
    assert(*this);
    return value_;
  }
  T&& operator*() && {
    assert(*this);
    return std::move(value_);
  }
  const T* operator->() const { return &**this; }
  T* operator->() { return &**this; }

  /// The error; only when there is no value.
  const Error& error() const {
    assert(!*this);
    return *problem_;
  }

 private:
  const Error* problem_ = nullptr;  // owned, unless it is no_error() or memory_error()
  union {
    T value_;  // lives exactly when there is no problem
  };
};

}  // namespace tiendo
