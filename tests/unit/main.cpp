// The tests of one file, or of a whole layer: `unit_engine_test evaluate` runs those of
// evaluate_test.cpp, without a name all are run. For the flags of GoogleTest see --help.

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace tiendo {
namespace {

// What GoogleTest calls the tests of a file.
std::string tests_in(std::string_view file) {
  std::string names;
  const testing::UnitTest& all = *testing::UnitTest::GetInstance();
  for (int i = 0; i < all.total_test_suite_count(); ++i) {
    const testing::TestSuite& suite = *all.GetTestSuite(i);
    for (int j = 0; j < suite.total_test_count(); ++j) {
      const testing::TestInfo& test = *suite.GetTestInfo(j);
      if (!std::string_view(test.file()).ends_with(file)) continue;
      names += std::string(names.empty() ? "" : ":") + suite.name() + '.' + test.name();
    }
  }
  return names;
}

}  // namespace
}  // namespace tiendo

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) {
    const std::string file = std::string("/") + argv[1] + "_test.cpp";
    const std::string names = tiendo::tests_in(file);
    if (names.empty()) {
      std::fprintf(stderr, "no test is in a file %s\n", file.c_str());
      return 2;
    }
    GTEST_FLAG_SET(filter, names);
  }
  return RUN_ALL_TESTS();
}
