// The checks against the definitions of checks.hpp, on random books: the same findings at the same
// places.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../unit/engine/book.hpp"
#include "checks.hpp"
#include "draws.hpp"
#include "random_book.hpp"

namespace tiendo::oracle {
namespace {

constexpr std::uint64_t kSeed = 20240101;
constexpr int kBooks = 3000;

std::vector<Finding> sorted(std::vector<Finding> findings) {
  std::sort(findings.begin(), findings.end());
  return findings;
}

std::vector<Finding> sorted(const Diagnostics& findings) {
  std::vector<Finding> all;
  for (const Diagnostic& one : findings) all.push_back({one.place.path, one.code, one.severity});
  return sorted(std::move(all));
}

// A line for each, and what the checks say in full.
std::string text_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& one : findings) {
    text += std::string(name_of(one.severity)) + ' ' + one.path + ' ' +
            std::string(name_of(one.code)) + '\n';
  }
  return text;
}
std::string text_of(const Diagnostics& findings) {
  std::string text;
  for (const Diagnostic& one : findings) text += to_string(one) + '\n';
  return text;
}

TEST(ChecksOracle, RandomBooksAreFoundFaultWithAsTheDefinitionsSay) {
  std::map<std::pair<Errc, Severity>, int> times;
  const Draws draws(kSeed, kBooks);
  int books = 0;
  for (std::uint64_t seed = draws.seed(); books < draws.cases(); ++seed) {
    const std::optional<RandomBook> book = random_book(seed);
    if (!book) continue;
    draws.tell(++books);
    ASSERT_EQ(text_of(sorted(book->warnings)), text_of(sorted(found(book->plan))))
        << "seed " << seed << '\n'
        << text_of(book->warnings) << describe(*book);
    ObservationLog log(book->plan);
    ASSERT_TRUE(log.append_all(book->reports).empty());
    for (const Request& request : {book->requests[0], book->requests[1]}) {
      const Diagnostics engine = check_plan(log, request.known_on, base_rule_of(request));
      const std::vector<Finding> expected =
          sorted(found(log, book->reports, request.known_on, base_rule_of(request)));
      ASSERT_EQ(text_of(sorted(engine)), text_of(expected))
          << "seed " << seed << ", known on "
          << (request.known_on ? request.known_on->to_string() : "-") << ", base "
          << name_of(base_rule_of(request)) << '\n'
          << text_of(engine) << describe(*book);
      for (const Finding& one : expected) ++times[{one.code, one.severity}];
    }
    for (const Diagnostic& one : book->warnings) ++times[{one.code, one.severity}];
  }
  if (!draws.enough()) return;
  // The books have something of everything.
  constexpr auto kNote = Severity::note;
  constexpr auto kWarning = Severity::warning;
  for (const auto& [code, severity, least] : {std::tuple{Errc::declared_count, kWarning, 1000},
                                              {Errc::target_outside_plan, kWarning, 300},
                                              {Errc::break_after_plan, kWarning, 50},
                                              {Errc::growth_against_level, kWarning, 20},
                                              {Errc::series_break, kNote, 2},
                                              {Errc::parts_differ, kWarning, 80},
                                              {Errc::projects_differ, kWarning, 40},
                                              {Errc::child_targets_differ, kWarning, 5},
                                              {Errc::child_targets_differ, kNote, 2},
                                              {Errc::order_of_magnitude, kWarning, 40},
                                              {Errc::percent_or_per_mille, kWarning, 10},
                                              {Errc::beyond_whole, kWarning, 300},
                                              {Errc::running_total_falls, kWarning, 10},
                                              {Errc::unit_gone, kWarning, 150},
                                              {Errc::final_too_early, kNote, 300},
                                              {Errc::total_disagrees, kWarning, 80},
                                              {Errc::verdict_disagrees, kWarning, 20},
                                              {Errc::stage_ahead, kWarning, 150},
                                              {Errc::growth_disagrees, kWarning, 5}}) {
    EXPECT_GT((times[{code, severity}]), least) << name_of(code) << ' ' << name_of(severity);
  }
}

// A growth that is reported is found where no rounding of the values explains it.
TEST(ChecksOracle, EveryReportedGrowthIsComparedWithItsValues) {
  int times = 0;
  for (const char* before : {"3", "3.0", "-3", "0", "0.4", "10", "200"}) {
    for (const char* now : {"0", "4", "4.00", "-4", "12"}) {
      for (const char* growth : {"0", "33", "33.40", "-40", "133.34", "300"}) {
        for (int i = 0; i < 8; ++i) {
          const auto hedge = [&](int of) { return static_cast<Qualifier>(of % 4); };
          Book book;
          book.add_indicator("x", IndicatorKind::flow);
          book.add_indicator("g", IndicatorKind::growth, i % 3 == 0 ? "per-mille" : "percent")
              .base = "x";
          book.add_report("g", "2024-H1", growth).qualifier = hedge(i == 5 ? 1 : 0);
          book.add_report("x", "2024-H1", now).qualifier = hedge(i / 4);
          book.add_report("x", "2023-H1", before).qualifier = hedge(i);
          if (i == 7) book.add_report("x", "2023-H1", "4").revision = 1;
          const Diagnostics engine = check_plan(book.log(), {}, BaseRule::latest);
          const std::vector<Finding> expected = found(book.log(), {}, {}, BaseRule::latest);
          ASSERT_EQ(text_of(sorted(engine)), text_of(sorted(expected)))
              << before << ' ' << now << ' ' << growth << ' ' << i << '\n'
              << text_of(engine);
          for (const Finding& one : expected) times += one.code == Errc::growth_disagrees ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(times, 300);
}

// A growth that the level asks for exactly, or prints like it, is a note; any other a warning.
TEST(ChecksOracle, EveryLevelIsComparedWithEveryGrowth) {
  std::map<Severity, int> times;
  for (const char* before : {"3", "-3", "0", "7"}) {
    for (const char* level : {"0", "1", "4", "7", "-4"}) {
      for (const char* growth : {"0", "33", "33.3", "33.4", "-33.33", "133.3", "133.34", "-100"}) {
        for (const char* measure : {"percent", "per-mille"}) {
          Book book;
          book.add_indicator("x", IndicatorKind::flow);
          book.add_indicator("g", IndicatorKind::growth, measure).base = "x";
          book.add_target("x", at_least(level));
          book.add_target("g", at_least(growth));
          const Observation report = book.add_report("x", "2023", before);
          const Diagnostics engine = check_plan(book.log(), {}, BaseRule::latest);
          const std::vector<Finding> expected = found(book.log(), {report}, {}, BaseRule::latest);
          EXPECT_EQ(text_of(sorted(engine)), text_of(sorted(expected))) << text_of(engine);
          for (const Finding& one : expected) ++times[one.severity];
        }
      }
    }
  }
  EXPECT_GT(times[Severity::note], 5);
  EXPECT_GT(times[Severity::warning], 100);
}

}  // namespace
}  // namespace tiendo::oracle
