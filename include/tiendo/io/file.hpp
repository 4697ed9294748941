/// @file
/// Files, as a whole and block by block.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "tiendo/base/limits.hpp"
#include "tiendo/base/result.hpp"
#include "tiendo/io/text_source.hpp"

namespace tiendo {

/// The bytes of a file that is open for reading.
class FileSource final : public TextSource {
 public:
  /// Opens a file; a pipe or a device is one too, of unknown size.
  /// @return file_unreadable with the reason the system gives, or file_too_large when the file has
  /// more than `most` bytes: it is not read then
  static Result<FileSource> open(const std::string& path, std::int64_t most = kMaxFileBytes);

  /// @return as TextSource::read, or file_unreadable with the reason the system gives
  Result<std::size_t> read(std::span<char> buffer) override;

  /// The bytes the file had when it was opened; 0 for a pipe or a device.
  std::int64_t size() const override { return size_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  FileSource(std::string path, std::unique_ptr<std::FILE, Close> file, std::int64_t size) noexcept
      : path_(std::move(path)), file_(std::move(file)), size_(size) {}

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::int64_t size_;
};

/// The bytes of a file. @return file_unreadable with the reason the system gives, or file_too_large
/// when there are more than `most`
Result<std::string> read_file(const std::string& path, std::int64_t most = kMaxFileBytes);

}  // namespace tiendo
