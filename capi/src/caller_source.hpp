/// @file
/// A text that a function of the caller gives.
#pragma once

#include <span>
#include <string>

#include "support.hpp"
#include "tiendo/base/result.hpp"
#include "tiendo/io/text_source.hpp"

namespace tiendo::capi {

/// Asks the function in the thread of the call, whose context is busy meanwhile. An answer that is
/// no number of bytes is file_unreadable.
class CallerSource final : public TextSource {
 public:
  CallerSource(tiendo_read give, void* user, std::int64_t size)
      : give_(give), user_(user), size_(size) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::int64_t room = count_of(buffer.size());
    const std::int64_t bytes = give_(user_, buffer.data(), room);
    if (bytes >= 0 && bytes <= room) return static_cast<std::size_t>(bytes);
    return error(Errc::file_unreadable, "the source returned " + std::to_string(bytes) +
                                            " when asked for up to " + std::to_string(room) +
                                            " bytes");
  }

  std::int64_t size() const override { return size_; }

 private:
  tiendo_read give_;
  void* user_;
  std::int64_t size_;
};

}  // namespace tiendo::capi
