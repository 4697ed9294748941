/// @file
/// What the programs that answer a book share: how they are called and what they print.
///
///     PROGRAM FOLDER MONTHS OUTFOLDER|- THREADS REPETITIONS
///
/// prints a line `figure<TAB>seconds` for each measurement, and `rss_mb<TAB>MiB` for the peak of
/// its memory; then it writes q1.csv to q6.csv into OUTFOLDER.
#pragma once

#include <string>
#include <vector>

#include "answers.hpp"

namespace tiendo::bench {

/// What the program was called with.
struct Call {
  std::string folder;
  int months;
  std::string out;  ///< "-" for nowhere
  int threads;
  int repetitions;
};

/// Reads the arguments, or says how to call and ends the program.
Call call_of(int argc, char** argv);

/// Nanoseconds since some moment.
std::int64_t now();
/// Prints a line of a measurement.
void report(const char* figure, std::int64_t nanoseconds);
/// Prints the peak of the memory.
void report_memory();

/// How long each late report and the question after it took, by the level above the commune.
class Latencies {
 public:
  void add(const Update& update, std::int64_t nanoseconds) {
    by_level_[static_cast<std::size_t>(update.number % 4)].push_back(nanoseconds);
  }
  /// Prints the medians of the questions about a commune and about the country.
  void report() const;

 private:
  std::array<std::vector<std::int64_t>, 4> by_level_;
};

/// Measures a peer: made from a Call, it has q1() to q5(), all() and q6(Update), and answers() in
/// the end.
template <class Peer>
void measure(const Call& call) {
  std::int64_t since = now();
  Peer peer(call);
  report("load", now() - since);
  const auto time = [&](const char* figure, void (Peer::*question)()) {
    for (int i = 0; i < call.repetitions; ++i) {
      since = now();
      (peer.*question)();
      report(figure, now() - since);
    }
  };
  time("q1", &Peer::q1);
  time("q2", &Peer::q2);
  time("q3", &Peer::q3);
  time("q4", &Peer::q4);
  time("q5", &Peer::q5);
  time("all", &Peer::all);
  Latencies latencies;
  for (const Update& update : updates_in(call.folder)) {
    since = now();
    peer.q6(update);
    latencies.add(update, now() - since);
  }
  latencies.report();
  report_memory();
  if (call.out != "-") write(peer.answers(), peer.indicators(), call.out);
}

}  // namespace tiendo::bench
