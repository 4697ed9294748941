// Tables of which several threads have chunks at once: what comes of them is what comes of their
// rows one by one, whoever reads and whoever appends.

#include "io/chunk_line.hpp"

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string>
#include <thread>

#include "chunks.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo::chunk_line_test {
namespace {

const Plan& plan() {
  static const Plan kPlan =
      *read_plan(
           R"({"format": "tiendo-plan/1", "measures": [{"id": "ha", "kind": "area"}],
          "units": [{"id": "town"}, {"id": "ward", "parent": "town"}],
          "indicators": [{"id": "land", "measure": "ha", "kind": "level"},
                         {"id": "poor", "measure": "ha", "kind": "flow"}],
          "plan": {"id": "p", "unit": "town", "period": "2024"}})",
           "plan.json")
           .value;
  return kPlan;
}

std::string lines_of(const Diagnostics& findings) {
  std::string lines;
  for (const Diagnostic& finding : findings) lines += to_string(finding) + '\n';
  return lines;
}

// What comes of a table: the findings, and the log.
template <class Text, class... Who>
std::string read_in(std::size_t chunk, Text&& text, unsigned threads = 1, Who... who) {
  ObservationLog log(plan());
  const std::string findings = lines_of(read_observations_by(
      chunk, text, "o.csv", NumberFormat::plain(), log, {threads, {}}, who...));
  return findings + write_observations(log, NumberFormat::plain());
}

// A table of so many reports that several threads have chunks of it.
std::string large_table() {
  std::string text = "indicator,unit,period,value,source\n";
  for (int i = 0; i < 40000; ++i) {
    const int month = i / 4;
    const std::string two_digits = std::to_string(101 + month % 12).substr(1);
    text += std::string(i % 2 == 0 ? "land," : "poor,") + (i / 2 % 2 == 0 ? "ward," : "town,") +
            std::to_string(1500 + month / 12) + '-' + two_digits + ',' + std::to_string(i) +
            (i % 3 == 0 ? ",a page\n" : ",\n");
  }
  return text;
}

// Gives what another source has, and says in which threads it was asked.
class WhoAsks final : public TextSource {
 public:
  explicit WhoAsks(TextSource& source) : source_(source) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    threads_.insert(std::this_thread::get_id());
    return source_.read(buffer);
  }
  const std::set<std::thread::id>& threads() const { return threads_; }

 private:
  TextSource& source_;
  std::set<std::thread::id> threads_;
};

TEST(ChunkLineTest, ASourceIsAskedInTheThreadOfTheCall) {
  const std::string text = large_table();
  const std::string one_by_one = read_in(0, text);
  for (const unsigned threads : {1U, 2U, 4U}) {
    for (const std::size_t chunk : {64U, 1000U, 8192U}) {
      Chunks blocks(text, 5000);
      WhoAsks source(blocks);
      ASSERT_EQ(read_in(chunk, static_cast<TextSource&>(source), threads), one_by_one);
      EXPECT_EQ(source.threads(), std::set{std::this_thread::get_id()});
    }
  }
}

// Who watches is asked in his own thread, is told ever more, and may end it anywhere.
TEST(ChunkLineTest, WhoWatchesMayEndItWhileOthersRead) {
  const std::string text = large_table();
  for (int allowed = 0;; ++allowed) {
    int asked = 0;
    std::int64_t last = 0;
    const auto caller = std::this_thread::get_id();
    const auto watch = [&](const Progress& progress) {
      EXPECT_EQ(std::this_thread::get_id(), caller);
      EXPECT_GE(progress.done, last);
      EXPECT_LE(progress.done, static_cast<std::int64_t>(text.size()));
      last = progress.done;
      return asked++ < allowed;
    };
    ObservationLog log(plan());
    const std::string found =
        lines_of(read_observations_by(512, text, "o.csv", NumberFormat::plain(), log, {3, watch}));
    if (asked <= allowed) {
      EXPECT_EQ(found, "");
      EXPECT_EQ(log.size(), 40000U);
      EXPECT_GT(asked, 5);
      break;
    }
    ASSERT_EQ(log.size(), 0U) << allowed;
    ASSERT_NE(found, "") << allowed;
  }
}

// As files are read: other threads have more of the text come while chunks of it are in use.
TEST(ChunkLineTest, ALargeTableIsReadByWhoeverIsFree) {
  for (const char* odd :
       {"", "\"land\",ward,1401-01,7,\n", "lnad,ward,1401-01,7,\n", "land,ward\n"}) {
    std::string text = large_table();
    for (const std::size_t part : {3U, 5U}) {
      text.insert(text.find('\n', part * text.size() / 6) + 1, odd);
    }
    const std::string one_by_one = read_in(0, text);
    for (const unsigned threads : {2U, 3U, 5U}) {
      for (const std::size_t chunk : {500U, 8192U}) {
        Chunks blocks(text, 70000);
        ASSERT_EQ(read_in(chunk, static_cast<TextSource&>(blocks), threads, Readers::any_thread),
                  one_by_one)
            << odd << threads << ' ' << chunk;
      }
    }
  }
}

// Memory may run out for a thread that reads while another one appends.
TEST(ChunkLineTest, NothingIsReadWithoutMemoryForTheRest) {
  const std::string text = large_table();
  for (const auto readers : {Readers::caller, Readers::any_thread}) {
    for (const unsigned threads : {2U, 4U}) {
      for (int reads = 0; reads < 12; ++reads) {
        ObservationLog log(plan());
        Chunks source(text, 90000);
        source.run_out_of_memory_after(reads);
        const Diagnostics found = read_observations_by(8192, source, "o.csv", NumberFormat::plain(),
                                                       log, {threads, {}}, readers);
        ASSERT_EQ(found.size(), 1U) << reads;
        EXPECT_EQ(found[0].code, Errc::out_of_memory) << reads;
        EXPECT_EQ(log.size(), 0U) << reads;
      }
    }
  }
}

}  // namespace
}  // namespace tiendo::chunk_line_test
