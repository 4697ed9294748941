#include "driver.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace tiendo::bench {

Call call_of(int argc, char** argv) {
  if (argc != 6) give_up(std::string(argv[0]) + " FOLDER MONTHS OUTFOLDER|- THREADS REPETITIONS");
  const auto number = [&](int at) { return std::atoi(argv[at]); };
  return {argv[1], number(2), argv[3], number(4), number(5)};
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void report(const char* figure, std::int64_t nanoseconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  std::printf("%s\t%lld.%09lld\n", figure, static_cast<long long>(nanoseconds / kSecond),
              static_cast<long long>(nanoseconds % kSecond));
  std::fflush(stdout);
}

void report_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    long long kilobytes = 0;
    status >> kilobytes;
    std::printf("rss_mb\t%lld.%lld\n", kilobytes / 1024, kilobytes % 1024 * 10 / 1024);
    return;
  }
}

void Latencies::report() const {
  const auto median = [](std::vector<std::int64_t> all) {
    std::sort(all.begin(), all.end());
    return all.empty() ? 0 : all[all.size() / 2];
  };
  bench::report("q6_commune", median(by_level_[0]));
  bench::report("q6_country", median(by_level_[3]));
}

}  // namespace tiendo::bench
