// Whole files as text.

#include "tiendo/io/file.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

namespace tiendo::file_test {
namespace {

TEST(ReadFileTest, GivesEveryByteAlsoZeroAndCarriageReturn) {
  const std::string path = testing::TempDir() + "tiendo_file_test";
  const std::string bytes("a\r\nb\0c\xFF", 7);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  ASSERT_NE(file, nullptr);
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  const Result<std::string> text = read_file(path);
  std::remove(path.c_str());
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, bytes);
}

TEST(ReadFileTest, AnEmptyFileIsAnEmptyText) {
  const Result<std::string> text = read_file("/dev/null");
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "");
}

TEST(ReadFileTest, SaysWhichFileCannotBeReadAndWhy) {
  const Result<std::string> missing = read_file("/no/such/file.json");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Errc::file_unreadable);
  EXPECT_EQ(missing.error().sentence, "/no/such/file.json: No such file or directory");
}

TEST(ReadFileTest, AFolderIsNoFile) {
  const Result<std::string> folder = read_file("/");
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, Errc::file_unreadable);
}

// The file has no blocks on the disk: were it read, the test would take long and much memory.
TEST(ReadFileTest, AFileThatIsTooLargeIsNotRead) {
  const std::string path = testing::TempDir() + "tiendo_large_file_test";
  std::fclose(std::fopen(path.c_str(), "wb"));
  std::filesystem::resize_file(path, static_cast<std::uintmax_t>(kMaxFileBytes));
  EXPECT_TRUE(FileSource::open(path));
  std::filesystem::resize_file(path, static_cast<std::uintmax_t>(kMaxFileBytes) + 1);
  const auto open = FileSource::open(path);
  const auto read = read_file(path);
  std::filesystem::remove(path);
  ASSERT_FALSE(open);
  EXPECT_EQ(open.error().code, Errc::file_too_large);
  EXPECT_EQ(open.error().sentence, "more than 2147483648 bytes");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::file_too_large);
}

TEST(ReadFileTest, ADeviceWithoutASizeIsReadToTheLimitAtMost) {
  const auto text = read_file("/dev/zero", 100000);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, Errc::file_too_large);
}

TEST(FileSourceTest, GivesTheBytesBlockByBlock) {
  const std::string path = testing::TempDir() + "tiendo_source_test";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  std::fputs("abcde", file);
  std::fclose(file);
  Result<FileSource> source = FileSource::open(path);
  ASSERT_TRUE(source);
  std::string got;
  char block[2];
  for (Result<std::size_t> size = source->read(block); *size != 0; size = source->read(block)) {
    got += std::string(block, *size) + '|';
  }
  std::remove(path.c_str());
  EXPECT_EQ(got, "ab|cd|e|");
  Result<FileSource> folder = FileSource::open("/");
  ASSERT_TRUE(folder);
  EXPECT_EQ(folder->read(block).error().sentence, "/: Is a directory");
}

}  // namespace
}  // namespace tiendo::file_test
