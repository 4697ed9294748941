/// @file
/// Goes through a list whose elements come by value.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <utility>

namespace tiendo {

/// An iterator over a `List` with `Value operator[](std::size_t) const`: what it points at is made
/// each time. It has the arithmetic of a random access iterator, and is valid as long as the list
/// stays where it is.
template <class List, class Value>
class ValueIterator {
 public:
  using iterator_category = std::input_iterator_tag;  ///< What the library asks for.
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using reference = Value;

  /// What `->` gives: the element for as long as the expression.
  class Arrow {
   public:
    explicit Arrow(Value value) : value_(std::move(value)) {}  ///< Keeps it.
    const Value* operator->() const noexcept { return &value_; }

   private:
    Value value_;
  };
  using pointer = Arrow;  ///< What the library asks for.

  ValueIterator() = default;
  /// At a position of the list; its size is the end.
  ValueIterator(const List& list, std::size_t at) noexcept : list_(&list), at_(at) {}

  /// The element, and the usual arithmetic.
  Value operator*() const { return (*list_)[at_]; }
  Arrow operator->() const { return Arrow(**this); }
  Value operator[](std::ptrdiff_t steps) const { return *(*this + steps); }
  ValueIterator& operator+=(std::ptrdiff_t steps) noexcept {
    at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + steps);
    return *this;
  }
  ValueIterator& operator-=(std::ptrdiff_t steps) noexcept { return *this += -steps; }
  ValueIterator& operator++() noexcept { return *this += 1; }
  ValueIterator& operator--() noexcept { return *this += -1; }
  ValueIterator operator++(int) noexcept { return std::exchange(*this, *this + 1); }
  ValueIterator operator--(int) noexcept { return std::exchange(*this, *this - 1); }
  friend ValueIterator operator+(ValueIterator it, std::ptrdiff_t steps) noexcept {
    return it += steps;
  }
  friend ValueIterator operator+(std::ptrdiff_t steps, ValueIterator it) noexcept {
    return it += steps;
  }
  friend ValueIterator operator-(ValueIterator it, std::ptrdiff_t steps) noexcept {
    return it -= steps;
  }
  friend std::ptrdiff_t operator-(const ValueIterator& a, const ValueIterator& b) noexcept {
    return static_cast<std::ptrdiff_t>(a.at_) - static_cast<std::ptrdiff_t>(b.at_);
  }
  friend bool operator==(const ValueIterator& a, const ValueIterator& b) noexcept {
    return a.at_ == b.at_;
  }
  friend auto operator<=>(const ValueIterator& a, const ValueIterator& b) noexcept {
    return a.at_ <=> b.at_;
  }

 private:
  const List* list_ = nullptr;
  std::size_t at_ = 0;
};

}  // namespace tiendo
