/// @file
/// The one way in and out of every function of the C library: outcome, barrier, structures, text.
///
/// A function of tiendo.h is `return run(context, [&]() -> Outcome {...})`: it checks its
/// arguments, converts them, calls one C++ function and converts back, all inside the barrier.
/// Nothing here knows a word of the domain.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo.h"
#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/error.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo::capi {

/// What went wrong: what is to be said of it, and where it stands.
struct Fault {
  Error problem;
  Place place;
};

/// How a call ended: also the record that a context keeps of it. What is said of a failure is on
/// the heap, so that one that went well costs next to nothing to make, pass on and end.
class Outcome {
 public:
  tiendo_status status = TIENDO_OK;
  std::int64_t row = -1;

  Outcome() = default;
  /// Nothing is said of it; takes no memory.
  explicit Outcome(tiendo_status why) noexcept : status(why) {}
  /// Something that is no fault of the data, said in a sentence.
  Outcome(tiendo_status why, std::string sentence);
  /// A fault of the data; the status follows from its code.
  Outcome(Error error);                   // NOLINT(*-explicit-*)
  Outcome(const Diagnostic& diagnostic);  // NOLINT(*-explicit-*)

  Outcome(Outcome&&) noexcept = default;
  Outcome& operator=(Outcome&&) noexcept = default;
  Outcome(const Outcome& other)
      : status(other.status),
        row(other.row),
        fault_(other.fault_ == nullptr ? nullptr : std::make_unique<Fault>(*other.fault_)) {}
  Outcome& operator=(const Outcome& other) { return *this = Outcome(other); }
  ~Outcome() = default;

  bool failed() const noexcept { return status != TIENDO_OK; }
  /// What is to be said of it: nothing, where memory ran out.
  const Error& problem() const noexcept { return fault().problem; }
  const Place& place() const noexcept { return fault().place; }
  /// Says which part of the input it was that failed; only of a failure.
  void set_path(std::string path);

 private:
  const Fault& fault() const noexcept;

  std::unique_ptr<Fault> fault_;
};

/// TIENDO_E_INVALID_ARG, with "NAME is NULL".
Outcome null_argument(std::string_view name);
/// TIENDO_E_INVALID_ARG, with "NAME is none of the numbers it may be".
Outcome unknown_number(std::string_view name);
/// TIENDO_E_INVALID_ARG unless 0 <= index < count.
Outcome check_index(std::int64_t index, std::size_t count);

/// The status of what is being thrown; only inside a catch. Allocates nothing.
tiendo_status status_of_exception() noexcept;

}  // namespace tiendo::capi

namespace tiendo::capi {

/// Whom a context tells what was found and what failed.
struct Log {
  tiendo_log to = nullptr;
  void* user = nullptr;
  bool told_error = false;  ///< in the call that is under way
};

}  // namespace tiendo::capi

/// Behind the handle: who is inside, the record of the last call, the findings of the last reading,
/// how long calls are done, the log, the format of numbers that was declared.
struct tiendo_context {
  mutable std::atomic_flag busy;
  tiendo::capi::Outcome record;
  tiendo::Diagnostics findings;
  tiendo::Run how;  // of long calls
  tiendo::capi::Log log;
  std::optional<tiendo::NumberFormat> numbers;
};

namespace tiendo::capi {

/// Holds a flag while it lives, if nobody else does.
class Hold {
 public:
  explicit Hold(std::atomic_flag& flag) noexcept
      : flag_(flag), taken_(!flag.test_and_set(std::memory_order_acquire)) {}
  ~Hold() {
    if (taken_) flag_.clear(std::memory_order_release);
  }
  Hold(const Hold&) = delete;
  Hold& operator=(const Hold&) = delete;

  bool taken() const noexcept { return taken_; }

 private:
  std::atomic_flag& flag_;
  bool taken_;
};

/// Tells the log of the context, if it has one, what was found.
void tell_findings(tiendo_context& context) noexcept;
/// The end of a call that failed: it is recorded. The log is told, unless it was told the finding
/// that says so, or the status is an answer: a buffer that is too small, a figure that is not
/// there.
tiendo_status fail(tiendo_context& context, Outcome&& outcome) noexcept;

/// The barrier: runs the body of a function and records how it ended. No exception passes it. A
/// record is only there after a failure; a call that goes well has nothing to empty and to write.
template <class Body>
tiendo_status run(tiendo_context* context, const Body& body) noexcept {
  if (context == nullptr) return TIENDO_E_INVALID_ARG;
  const Hold hold(context->busy);
  if (!hold.taken()) return TIENDO_E_BUSY;
  if (context->record.failed()) context->record = Outcome();
  context->log.told_error = false;
  try {
    Outcome outcome = body();
    return outcome.failed() ? fail(*context, std::move(outcome)) : TIENDO_OK;
  } catch (...) {
    return fail(*context, Outcome(status_of_exception()));
  }
}

/// The barrier of the functions that read the record, and leave it alone.
template <class Body>
tiendo_status peek(const tiendo_context* context, const Body& body) noexcept {
  if (context == nullptr) return TIENDO_E_INVALID_ARG;
  const Hold hold(context->busy);
  if (!hold.taken()) return TIENDO_E_BUSY;
  try {
    return body().status;
  } catch (...) {
    return status_of_exception();
  }
}

/// Where a text is to be written: the three parameters of every function that writes one.
struct TextOut {
  char* buffer;
  std::int64_t capacity;
  std::int64_t* length;

  /// Whether the parameters may be used, before any work is done for them.
  Outcome check() const;
  /// Says how long the text is. @return TIENDO_E_SMALL_BUFFER where it and a zero byte do not fit
  Outcome reserve(std::size_t size) const;
  Outcome put(std::string_view text) const;
};

/// What is common to the functions that write a text: `body` puts it into the string it is given.
template <class Body>
Outcome put_text(const TextOut& out, const Body& body) {
  Outcome outcome = out.check();
  if (outcome.failed()) return outcome;
  std::string text;
  outcome = body(text);
  return outcome.failed() ? outcome : out.put(text);
}

/// Whether arrays of the caller, each with its name, may be filled: there is room for `capacity` in
/// each, and how many there are goes to `count`.
Outcome check_arrays(std::initializer_list<std::pair<std::string_view, const void*>> arrays,
                     std::int64_t capacity, const std::int64_t* count);

/// Where positions are to be written: the three parameters of every function that lists some.
struct PositionsOut {
  std::int64_t* positions;
  std::int64_t capacity;
  std::int64_t* count;

  /// Whether the parameters may be used, before any work is done for them.
  Outcome check(std::string_view name) const;
  /// Says how many there are. @return TIENDO_E_SMALL_BUFFER where there is no room for them
  Outcome put(std::string_view name, const std::vector<Index>& found) const;
};

/// The bytes of a text that was passed in, not yet looked at.
/// @return null_argument, or TIENDO_E_INVALID_ARG for a length below TIENDO_NTS
Outcome take_bytes(std::string_view name, const char* text, std::int64_t length,
                   std::string_view& bytes);
/// As take_bytes(), and TIENDO_E_ENCODING with the offset where the text is not UTF-8.
Outcome take_text(std::string_view name, const char* text, std::int64_t length,
                  std::string_view& bytes);

/// What is wrong with the text of a member: the sentence names it and, unless it begins with what
/// stands in it, quotes that.
Error refused(std::string_view name, std::string_view taken, Error fault);

/// Larger than any structure will be: a size above is a structure that was never filled in.
inline constexpr std::uint32_t kMostBytes = 4096;

/// Whether `size` may be the struct_size of a structure whose first version had `first` bytes.
Outcome check_size(std::string_view name, std::uint32_t size, std::size_t first);
/// Whether the bytes behind what is known are all zero.
bool all_zero(const void* structure, std::size_t from, std::size_t to) noexcept;

/// Copies a structure that was passed in, whatever its version; what it lacks is zero.
/// @param first bytes of the first version of the structure
template <class T>
Outcome read_struct(std::string_view name, const T* given, std::size_t first, T& known) {
  if (given == nullptr) return null_argument(name);
  const std::uint32_t size = given->struct_size;
  if (Outcome bad = check_size(name, size, first); bad.failed()) return bad;
  if (!all_zero(given, sizeof(T), size)) {
    return {TIENDO_E_UNSUPPORTED, std::string(name) + " has members that are not known here"};
  }
  known = T();
  std::memcpy(&known, given, std::min<std::size_t>(size, sizeof(T)));
  return {};
}

/// Fills a structure of the caller, whatever its version; what is not known here becomes zero.
template <class T>
Outcome fill_struct(std::string_view name, T* wanted, std::size_t first, T known) {
  if (wanted == nullptr) return null_argument(name);
  const std::uint32_t size = wanted->struct_size;
  if (Outcome bad = check_size(name, size, first); bad.failed()) return bad;
  known.struct_size = size;
  std::memcpy(wanted, &known, std::min<std::size_t>(size, sizeof(T)));
  if (size > sizeof(T)) {
    std::memset(reinterpret_cast<unsigned char*>(wanted) + sizeof(T), 0, size - sizeof(T));
  }
  return {};
}

/// A size as the border has it.
inline std::int64_t count_of(std::size_t size) noexcept { return static_cast<std::int64_t>(size); }

}  // namespace tiendo::capi

/// The size of the first version of a structure: up to the member that was then the last.
#define TIENDO_FIRST_SIZE(type, last) (offsetof(type, last) + sizeof(decltype(type::last)))
