// Tested by tests/unit/io/file_test.cpp.

#include "tiendo/io/file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "io/text.hpp"

namespace tiendo {
namespace {

Error unreadable(const std::string& path, int reason) {
  return error(Errc::file_unreadable, path + ": " + std::generic_category().message(reason));
}

// -1 where the system does not know it.
std::int64_t size_of(const std::string& path) {
  std::error_code trouble;
  if (!std::filesystem::is_regular_file(path, trouble)) return -1;
  const std::uintmax_t size = std::filesystem::file_size(path, trouble);
  return trouble ? -1 : static_cast<std::int64_t>(size);
}

}  // namespace

Result<FileSource> FileSource::open(const std::string& path, std::int64_t most) {
  std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(path, errno);
  const std::int64_t size = size_of(path);
  if (size > most) return too_large(most);
  return FileSource(path, std::move(file), std::max<std::int64_t>(size, 0));
}

Result<std::size_t> FileSource::read(std::span<char> buffer) {
  const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file_.get());
  if (got == 0 && std::ferror(file_.get())) return unreadable(path_, errno);
  return got;
}

Result<std::string> read_file(const std::string& path, std::int64_t most) {
  Result<FileSource> file = FileSource::open(path, most);
  if (!file) return file.error();
  std::string text;
  text.reserve(static_cast<std::size_t>(file->size()));
  char buffer[65536];
  for (;;) {
    const Result<std::size_t> got = file->read(buffer);
    if (!got) return got.error();
    if (*got == 0) return text;
    text.append(buffer, *got);
    if (static_cast<std::int64_t>(text.size()) > most) return too_large(most);
  }
}

}  // namespace tiendo
