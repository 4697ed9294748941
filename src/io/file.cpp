// Tested by tests/unit/io/file_test.cpp.

#include "tiendo/io/file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace tiendo {
namespace {

Error unreadable(const std::string& path, int reason) {
  return error(Errc::file_unreadable, path + ": " + std::generic_category().message(reason));
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) return unreadable(path, errno);
  std::string text;
  char buffer[65536];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) text.append(buffer, got);
  if (std::ferror(file.get())) return unreadable(path, errno);
  return text;
}

}  // namespace tiendo
