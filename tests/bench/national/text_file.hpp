/// @file
/// Text files written field by field.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace tiendo::bench {

/// Says what is wrong and ends the program.
[[noreturn]] inline void give_up(const std::string& what) {
  std::fputs((what + '\n').c_str(), stderr);
  std::exit(1);
}

/// A file that is written from its beginning. A file that cannot be written ends the program.
class TextFile {
 public:
  explicit TextFile(std::string path) : path_(std::move(path)), file_(open(path_)) {}
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { flush(); }

  TextFile& operator<<(char byte) {
    block_ += byte;
    if (block_.size() >= kBlock) flush();
    return *this;
  }
  TextFile& operator<<(std::string_view text) {
    block_ += text;
    if (block_.size() >= kBlock) flush();
    return *this;
  }
  TextFile& operator<<(const char* text) { return *this << std::string_view(text); }
  TextFile& operator<<(std::int64_t number) {
    char digits[24];
    const char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return *this << std::string_view(digits, static_cast<std::size_t>(end - digits));
  }
  TextFile& operator<<(int number) { return *this << std::int64_t{number}; }

  /// Thousandths as a decimal without zeros at its end.
  TextFile& decimal(std::int64_t thousandths) {
    if (thousandths < 0) *this << '-';
    const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
    *this << size / 1000;
    std::int64_t rest = size % 1000;
    if (rest == 0) return *this;
    *this << '.';
    for (int unit = 100; rest != 0; rest %= unit, unit /= 10) {
      *this << static_cast<char>('0' + rest / unit);
    }
    return *this;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 20;

  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  static std::FILE* open(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) give_up(path + " cannot be written");
    return file;
  }

  void flush() {
    if (std::fwrite(block_.data(), 1, block_.size(), file_.get()) != block_.size()) {
      give_up(path_ + " cannot be written");
    }
    block_.clear();
  }

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string block_;
};

}  // namespace tiendo::bench
