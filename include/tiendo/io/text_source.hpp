/// @file
/// Texts that come block by block, so that a large file is never in memory as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// Gives the bytes of a text from its beginning to its end, once. Where a block ends means nothing:
/// characters and lines may go on in the next.
class TextSource {
 public:
  virtual ~TextSource() = default;

  /// Puts the next bytes at the start of a buffer that has room for at least one.
  /// @return how many, 0 only at the end of the text; or why they cannot be had, after which nobody
  /// asks again
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;

  /// About how many bytes there are in all, for who wants to know how far the reading is; 0 where
  /// that is not known.
  virtual std::int64_t size() const { return 0; }

 protected:
  TextSource() = default;
  TextSource(const TextSource&) = default;
  TextSource(TextSource&&) = default;
  TextSource& operator=(const TextSource&) = default;
  TextSource& operator=(TextSource&&) = default;
};

}  // namespace tiendo
