// The national workload as files: national_generate FOLDER MONTHS [SEED [PROVINCES DISTRICTS
// COMMUNES]] writes the tables of generator.hpp into FOLDER, which must be there.

#include <cstdlib>
#include <string>

#include "generator.hpp"
#include "text_file.hpp"

int main(int argc, char** argv) {
  using namespace tiendo::bench;  // NOLINT(google-build-using-namespace)
  const std::vector<std::string> given(argv + 1, argv + argc);
  if (given.size() != 2 && given.size() != 3 && given.size() != 6) {
    give_up("national_generate FOLDER MONTHS [SEED [PROVINCES DISTRICTS COMMUNES]]");
  }
  const auto number = [&](std::size_t at) { return std::atoi(given[at].c_str()); };
  Shape shape;
  if (given.size() > 3) shape = {number(3), number(4), number(5)};
  const std::uint64_t seed = given.size() > 2 ? std::strtoull(given[2].c_str(), nullptr, 10) : 1;
  write_tables(Workload(shape, seed), number(1), given[0]);
}
