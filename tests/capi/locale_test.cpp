// A host with a global locale that groups digits and has a comma for the point: every function of
// tiendo.h writes the same bytes as without. TIENDO_LOCALE names one of the system to be used
// instead, for C as well; locales_test.py does.

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <locale>
#include <map>
#include <sstream>
#include <string>

#include "../calls/laws.hpp"

namespace tiendo::calls {
namespace {

class Marks : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

// Uses the locale of the environment, or one with other marks.
void use_locale() {
  const char* const name = std::getenv("TIENDO_LOCALE");
  if (name == nullptr) {
    std::locale::global(std::locale(std::locale::classic(), new Marks));
    return;
  }
  ASSERT_NE(std::setlocale(LC_ALL, name), nullptr) << name;
  std::locale::global(std::locale(name));
}

TEST(LocaleTest, EveryFunctionWritesTheSameInAnyLocale) {
  std::map<std::string_view, std::string> wanted;
  for (const Function& function : functions()) wanted[function.name] = wanted_of(function);
  use_locale();
  std::ostringstream number;
  number << 1234567;
  EXPECT_NE(number.str(), "1234567") << "the locale is not in use";
  for (const Function& function : functions()) {
    EXPECT_EQ(wanted_of(function), wanted[function.name]) << function.name;
  }
  std::locale::global(std::locale::classic());
}

}  // namespace
}  // namespace tiendo::calls
