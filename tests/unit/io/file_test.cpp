// Whole files as text.

#include "tiendo/io/file.hpp"

#include <gtest/gtest.h>

#include <cstdio>

namespace tiendo {
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

}  // namespace
}  // namespace tiendo
