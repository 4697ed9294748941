// Tested by tests/unit/io/partial_text_test.cpp.

#include "io/checksum.hpp"

#include <cstdint>

namespace tiendo {
namespace {

__extension__ using Sum = unsigned __int128;

constexpr Sum kBasis = Sum{0x6c62272e07bb0142} << 64U | 0x62b821756295c58d;
constexpr Sum kPrime = Sum{1} << 88U | 0x13b;

}  // namespace

std::string checksum(std::string_view text) {
  Sum sum = kBasis;
  for (const char byte : text) {
    sum ^= static_cast<std::uint8_t>(byte);
    sum *= kPrime;
  }
  std::string digits(32, '0');
  for (std::size_t at = digits.size(); at-- > 0; sum >>= 4U) {
    digits[at] = "0123456789abcdef"[static_cast<std::size_t>(sum & 15U)];
  }
  return digits;
}

}  // namespace tiendo
