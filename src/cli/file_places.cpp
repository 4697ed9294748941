// Tested by tests/cli/cli_test.py.

#include "cli/file_places.hpp"

#include <algorithm>
#include <string_view>

namespace tiendo::cli {
namespace {

// "observation 7" of all, the text at its end, as a place in its file: "two.csv: observation 3".
Place place_in_file(std::string_view text, const std::vector<std::string>& files,
                    const std::vector<Row>& counts) {
  constexpr std::string_view kObservation = "observation ";
  const auto row = static_cast<Row>(std::stoul(std::string(text.substr(kObservation.size())))) - 1;
  const auto file = std::upper_bound(counts.begin(), counts.end(), row) - counts.begin();
  const Row before = file == 0 ? 0 : counts[static_cast<std::size_t>(file) - 1];
  return {files[static_cast<std::size_t>(file)],
          std::string(kObservation) + std::to_string(row - before + 1), 0, 0};
}

}  // namespace

void place_in_files(Diagnostic& finding, const std::vector<std::string>& files,
                    const std::vector<Row>& counts) {
  if (!finding.place.path.starts_with("observation ")) return;
  finding.place = place_in_file(finding.place.path, files, counts);
  const std::size_t other = finding.sentence.rfind("(observation ");
  if (other == std::string::npos) return;
  const Place place = place_in_file(finding.sentence.substr(other + 1), files, counts);
  finding.sentence.resize(other);
  finding.sentence += '(' + place.file + ": " + place.path + ')';
}

}  // namespace tiendo::cli
