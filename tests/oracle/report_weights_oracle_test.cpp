// Targets split by what units have reported, on random books: each weight against its definition,
// and each level of parts against what it was made of.

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "draws.hpp"
#include "mute.hpp"
#include "random_book.hpp"
#include "reached.hpp"
#include "tiendo/engine/report_weights.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20231231;
constexpr int kBooks = 4000;
constexpr int kLevels = 3;
constexpr const char* kWindows[] = {"2023", "2024-H1", "2024"};

struct Question1 {
  const ObservationLog& log;
  Index target;
  Index indicator;
  Period window;
  Request request;
};

oracle::Reached figure_of(const Question1& asked, Index unit) {
  oracle::Place place{asked.indicator,       unit, kNone, asked.window, asked.request.as_of,
                      asked.request.known_on};
  const std::set<Index> mute = oracle::mute_units(asked.log, asked.request.known_on);
  place.mute = &mute;
  return oracle::reached(asked.log, place, 0,
                         {base_rule_of(asked.request), asked.request.as_of, false,
                          asked.request.rules.unreported == Unreported::leave_out});
}

bool says_nothing(const Question1& asked, const oracle::Reached& figure) {
  return asked.request.as_of < asked.window.start() || figure.value.reason == Errc::no_data;
}

// Units and weights one under the other, or the first thing that is wrong, from the top down.
std::string expected(const Question1& asked, Index above, int levels) {
  const Plan& plan = asked.log.plan();
  std::vector<Index> below;
  std::set<std::string> kinds;  // of the units of which one has something
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    const Period period = plan.targets().period(asked.target);
    if (!oracle::stands_below(plan, unit, above, period)) continue;
    below.push_back(unit);
    const oracle::Reached figure = figure_of(asked, unit);
    if (!says_nothing(asked, figure) && figure.value.reason != Errc::not_applicable) {
      kinds.insert(plan.units()[unit].kind);
    }
  }
  std::string text;
  for (const Index unit : below) {
    const oracle::Reached figure = figure_of(asked, unit);
    const bool waited_for = kinds.contains(plan.units()[unit].kind);
    if (!waited_for ||
        (figure.value.reason == Errc::not_applicable && !says_nothing(asked, figure))) {
      continue;
    }
    if (says_nothing(asked, figure)) return "! split_units";
    if (!figure.value) return "! " + std::string(name_of(figure.value.reason));
    const bool waits = asked.request.rules.unreported == Unreported::withhold;
    if (waits && figure.coverage.reported < figure.coverage.expected) return "! partial_coverage";
    if (*figure.value < Ratio(0)) return "! weight_negative";
    text += plan.units()[unit].id + ' ' + figure.value.value->to_string() + '\n';
    const std::string more = levels > 1 ? expected(asked, unit, levels - 1) : "";
    if (more.starts_with('!')) return more;
    text += more;
  }
  return text;
}

std::string got(const Question1& asked, int levels) {
  const auto weights = weights_by_reports(asked.log, asked.target, asked.indicator, asked.window,
                                          asked.request, levels);
  if (!weights) return "! " + std::string(name_of(weights.error().code));
  std::string text;
  for (const UnitWeight& one : *weights) {
    text += asked.log.plan().units()[one.unit].id + ' ' + one.weight.to_string() + '\n';
  }
  return text;
}

// The sum of the parts of the units below each unit that has some is that unit's part.
void expect_parts_add_up(const Question1& asked, const std::vector<UnitWeight>& weights,
                         const std::vector<Decimal>& parts) {
  const Plan& plan = asked.log.plan();
  const Target& whole = plan.targets()[asked.target];
  std::map<Index, Decimal> sums;
  std::map<Index, Decimal> wholes = {
      {plan.target_links()[asked.target].unit, whole.condition.value}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    wholes[weights[i].unit] = parts[i];
    for (Index above = 0; above < plan.units().size(); ++above) {
      if (!oracle::stands_below(plan, weights[i].unit, above, *whole.period)) continue;
      Decimal& sum = sums[above];
      sum = *(sum + parts[i]);
    }
  }
  for (const auto& [unit, sum] : sums) EXPECT_EQ(sum, wholes.at(unit)) << unit;
}

// The book's reports, and most often one of each unit for each window, so that there is something.
ObservationLog log_of(const oracle::RandomBook& book, std::mt19937_64& random) {
  ObservationLog log(book.plan);
  for (const Observation& report : book.reports) EXPECT_TRUE(log.append(report));
  for (const ResponsibleUnit& body : book.plan.units()) {
    for (const char* indicator : {"x", "y"}) {
      for (const char* when : kWindows) {
        if (random() % 8 == 0) continue;
        Observation report;
        report.indicator = indicator;
        report.unit = body.id;
        report.period = *Period::parse(when);
        report.value = *Decimal::of(static_cast<std::int64_t>(random() % 40) - 1, 1);
        (void)log.append(report);  // a ratio is reported otherwise
      }
    }
  }
  return log;
}

TEST(ReportWeightsOracle, WeightsAreFiguresAndPartsAddUpOnEachLevel) {
  int weighed = 0;
  int refused = 0;
  int split = 0;
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    draws.tell(tried);
    const auto book = oracle::random_book(seed);
    if (!book || book->plan.targets().empty()) continue;
    std::mt19937_64 random(seed);
    const ObservationLog log = log_of(*book, random);
    const Plan& plan = book->plan;
    const auto target = static_cast<Index>(random() % plan.targets().size());
    const int levels = 1 + static_cast<int>(random() % kLevels);
    for (const char* when : kWindows) {
      for (const char* indicator : {"x", "y", "g"}) {
        const Question1 asked{log, target, plan.find_indicator(indicator), *Period::parse(when),
                              book->requests[random() % book->requests.size()]};
        const std::string wanted = expected(asked, plan.target_links()[target].unit, levels);
        ASSERT_EQ(got(asked, levels), wanted.empty() ? "! split_units" : wanted)
            << "seed " << seed << ' ' << indicator << ' ' << when << '\n'
            << oracle::describe(*book);
        ++(wanted.empty() || wanted.front() == '!' ? refused : weighed);
        const auto weights =
            weights_by_reports(log, target, asked.indicator, asked.window, asked.request, levels);
        if (!weights) continue;
        const auto parts =
            split_amounts(plan, target, *weights, {split_scale_of(plan, target), Leftover::first});
        if (!parts) continue;
        ++split;
        expect_parts_add_up(asked, *weights, *parts);
      }
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(weighed, 1000);
  EXPECT_GT(refused, 2000);
  EXPECT_GT(split, 50);
}

}  // namespace
}  // namespace tiendo
