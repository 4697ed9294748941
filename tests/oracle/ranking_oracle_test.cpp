// Rankings and contributions on random books, against what their words say. Long because both are
// asked of the same books.

#include <gtest/gtest.h>

#include <map>

#include "../unit/engine/book.hpp"
#include "draws.hpp"
#include "engine.hpp"
#include "mute.hpp"
#include "random_book.hpp"
#include "reached.hpp"
#include "tiendo/engine/contributions.hpp"
#include "tiendo/engine/ranking.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20240701;
constexpr int kBooks = 700;

// One question about one book.
struct Asking {
  const ObservationLog& log;
  const Request& request;
  Index indicator;
  Index unit;
  Period period;
  const std::vector<ReportRow>& rows;  // of the whole report

  const Plan& plan() const { return log.plan(); }
  const Indicator& definition() const { return plan().indicators()[indicator]; }
  bool adds_up() const { return unit_rule_of(definition()) == UnitRule::sum; }

  std::vector<Index> below(const std::set<Index>& mute) const {
    oracle::Place place{indicator, unit, kNone, period, request.as_of, request.known_on};
    place.mute = &mute;
    return oracle::units_below(plan(), place);
  }
  ReportRow bare(Index of, Index where) const {
    return oracle::row_without_target(log, request, of, where, period);
  }
};

// Or what is not there plays no part.
bool all_is_there(const ReportRow& row, const Request& request) {
  const bool left_out = request.rules.unreported == Unreported::leave_out;
  return row.state != State::not_due &&
         (left_out || row.coverage.reported >= row.coverage.expected);
}

// ---- rankings -----------------------------------------------------------------------------------

struct Entry {
  ReportRow row;
  Figure figure;
};

Entry entry_of(const Asking& asking, Index unit, Field field, Index assigner) {
  std::vector<ReportRow> own;
  std::optional<ReportRow> whole;
  for (const ReportRow& row : asking.rows) {
    if (row.kind == RowKind::component || row.targets.empty() || row.project != kNone) continue;
    if (row.indicator != asking.indicator || row.unit != unit || row.period != asking.period) {
      continue;
    }
    if (assigner != kNone && row.assigner != assigner) continue;
    if (row.kind == RowKind::whole) whole = row;
    own.push_back(row);
  }
  const bool ambiguous = !whole && own.size() > 1;
  Entry entry;
  if (whole) {
    entry.row = *whole;
  } else if (own.empty() || (ambiguous && field != Field::completion)) {
    entry.row = asking.bare(asking.indicator, unit);
  } else {
    entry.row = own.front();
  }
  entry.figure = figure(entry.row, field);
  if (entry.figure && !all_is_there(entry.row, asking.request)) {
    entry.figure = entry.row.state == State::not_due ? entry.row.reason : Errc::partial_coverage;
  }
  // Of growth over several years units are compared by that alone.
  const bool not_due = entry.row.state == State::not_due;
  const bool is_there = entry.figure || entry.figure.reason == Errc::partial_coverage;
  if (entry.row.average && field != Field::actual && is_there && !not_due) {
    entry.figure = Errc::average_of_years;
  }
  if (ambiguous && field == Field::completion) entry.figure = Errc::several_targets;
  return entry;
}

// What is no fraction as it is printed.
std::string printed(const Figure& figure, const ReportRow& row) {
  if (!figure || !row.cut) return shown(figure);
  return round(*figure, 18, Rounding::floor)->to_string() + "...";
}

bool is_better(const Ratio& a, const Ratio& b, Direction direction) {
  return direction == Direction::more ? a > b : a < b;
}

Figure mean_of(const Asking& asking, const std::vector<Entry>& entries, Field field) {
  Ratio above;
  Ratio under;
  std::vector<Index> units;
  const Achievement achievement = asking.log.plan().indicators()[asking.indicator].achievement;
  for (const Entry& one : entries) {
    if (!one.figure) continue;
    units.push_back(one.row.unit);
    const ReportRow& row = one.row;
    if (field == Field::actual) {
      above = *(above + *row.actual);
      under = *(under + Ratio(1));
    } else if (field == Field::growth) {
      above = *(above + *(*row.actual - *row.same_period));
      under = *(under + *row.same_period);
    } else {
      const bool change = is_change(row.condition.kind);
      const Ratio reached = change ? *(*row.actual - *row.baseline) : *row.actual;
      const Ratio asked = change ? *(*row.required - *row.baseline) : *row.target;
      const Achievement way = change ? Achievement::direct : achievement;
      const bool mirrored = way == Achievement::mirrored;
      above = *(above + (way == Achievement::inverse ? asked
                         : mirrored                  ? *(asked + asked - reached)
                                                     : reached));
      under = *(under + (way == Achievement::inverse ? reached : asked));
    }
  }
  if (units.empty()) return Errc::nothing_to_count;
  if (!asking.adds_up()) {
    if (field != Field::actual) return Errc::not_additive;
    const std::set<Index> mute = oracle::mute_units(asking.log, asking.request.known_on);
    oracle::Place place{asking.indicator, asking.unit,          kNone,
                        asking.period,    asking.request.as_of, asking.request.known_on};
    place.mute = &mute;
    return oracle::of_units(asking.log, place, units, {BaseRule::latest, asking.request.as_of})
        .value;
  }
  if (field == Field::actual) return *(above / under);
  if (under.is_zero() && field == Field::growth) return Errc::base_zero;
  if (under.is_zero()) {
    return achievement == Achievement::inverse ? Errc::actual_zero : Errc::target_zero;
  }
  return *(Ratio(100) * above / (field == Field::growth ? under.abs() : under));
}

std::string expected_ranking(const Asking& asking, Field field, Index assigner,
                             const Ratio& threshold) {
  const std::set<Index> mute = oracle::mute_units(asking.log, asking.request.known_on);
  std::vector<Entry> entries;
  for (const Index unit : asking.below(mute)) {
    entries.push_back(entry_of(asking, unit, field, assigner));
  }
  const Figure mean = mean_of(asking, entries, field);
  const Direction direction = asking.definition().direction;
  const bool ordered = direction == Direction::more || direction == Direction::less;
  std::multimap<std::size_t, std::string> lines;  // by place
  int over = 0;
  int at = 0;
  for (const Entry& one : entries) {
    std::string line = asking.plan().units()[one.row.unit].id + ' ' + printed(one.figure, one.row);
    std::size_t place = entries.size() + 1;
    if (one.figure && ordered) {
      place = 1;
      for (const Entry& other : entries) {
        if (other.figure && is_better(*other.figure, *one.figure, direction)) ++place;
      }
    }
    line += place > entries.size() ? " -" : ' ' + std::to_string(place);
    if (one.figure && mean) {
      line += *one.figure > *mean ? " above" : *one.figure < *mean ? " below" : " equal";
    }
    if (one.figure) {
      over += *one.figure > threshold ? 1 : 0;
      at += *one.figure == threshold ? 1 : 0;
    }
    lines.emplace(place, line + '\n');
  }
  std::string text = "mean " + shown(mean) + ", over " + std::to_string(over) + ", at " +
                     std::to_string(at) + '\n';
  for (const auto& [place, line] : lines) text += line;
  return text;
}

std::string got_ranking(const Asking& asking, Field field, Index assigner, const Ratio& threshold) {
  const Ranking ranking =
      rank_units(asking.log, asking.request,
                 {asking.indicator, asking.unit, asking.period, field, assigner, threshold});
  std::string text = "mean " + shown(ranking.mean) + ", over " + std::to_string(ranking.over) +
                     ", at " + std::to_string(ranking.at) + '\n';
  int above = 0;
  int there = 0;
  for (const RankedUnit& one : ranking.units) {
    text += ranking.plan.units()[one.row.unit].id + ' ' + printed(one.figure, one.row);
    text += one.rank.place ? ' ' + std::to_string(*one.rank.place) : " -";
    if (one.against_mean) {
      text += *one.against_mean > 0 ? " above" : *one.against_mean < 0 ? " below" : " equal";
    }
    text += '\n';
    above += one.against_mean == 1 ? 1 : 0;
    there += one.figure ? 1 : 0;
  }
  EXPECT_EQ(above, ranking.above_mean);
  EXPECT_EQ(there, ranking.ranked);
  if (ranking.mean) {
    EXPECT_EQ(there, ranking.above_mean + ranking.at_mean + ranking.below_mean);
  }
  return text;
}

// ---- contributions ------------------------------------------------------------------------------

std::string expected_parts(const Asking& asking) {
  const Plan& plan = asking.plan();
  std::vector<std::pair<std::string, ReportRow>> parts;
  Index measured = asking.indicator;
  if (asking.definition().kind == IndicatorKind::composite) {
    for (const std::string& id : asking.definition().components) {
      parts.emplace_back(id, asking.bare(plan.find_indicator(id), asking.unit));
    }
    measured = plan.find_indicator(asking.definition().components.front());
  } else {
    const std::set<Index> mute = oracle::mute_units(asking.log, asking.request.known_on);
    for (const Index unit : asking.below(mute)) {
      parts.emplace_back(plan.units()[unit].id, asking.bare(asking.indicator, unit));
    }
  }
  const Measure& measure = plan.measure_of(plan.indicators()[measured]);
  Figure now = parts.empty() ? Figure(Errc::nothing_to_count) : Figure(Ratio(0));
  Figure before = now;
  std::vector<std::pair<Figure, Figure>> numbers;
  for (auto& [name, row] : parts) {
    const Indicator& definition = plan.indicators()[row.indicator];
    const Measure& own = plan.measure_of(definition);
    Figure a = row.actual;
    Figure b = row.same_period;
    if (own.kind != measure.kind) {
      if (a) a = Errc::measure_kinds_differ;
      if (b) b = Errc::measure_kinds_differ;
    }
    const auto convert = [&](Figure& figure) {
      if (figure) figure = *(*figure * Ratio(own.factor) / Ratio(measure.factor));
    };
    convert(a);
    convert(b);
    if (row.state == State::not_due) a = b = row.reason;
    if (a && !all_is_there(row, asking.request)) a = Errc::partial_coverage;
    const bool alike = unit_rule_of(definition) == UnitRule::sum &&
                       time_rule_of(definition) == time_rule_of(plan.indicators()[measured]);
    if (!alike) a = b = Errc::not_additive;
    numbers.emplace_back(a, b);
    if (now) now = a ? Figure(*(*now + *a)) : a;
    if (before) before = b ? Figure(*(*before + *b)) : b;
  }
  if (!now) before = now;
  if (now && measured == asking.indicator) {
    const ReportRow own = asking.bare(asking.indicator, asking.unit);
    if (!own.actual) {
      now = own.actual.reason;
    } else if (*own.actual != *now) {
      now = Errc::parts_not_whole;
    }
    if (!now) before = before ? Figure(now.reason) : before;
    if (before && !own.same_period) {
      before = own.same_period.reason;
    } else if (before && *own.same_period != *before) {
      before = Errc::parts_not_whole;
    }
  }
  std::string text = shown(now) + ' ' + shown(before) + '\n';
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += parts[i].first;
    text += ' ' + (!now                   ? std::string(name_of(now.reason))
                   : now.value->is_zero() ? std::string("denominator_zero")
                                          : shown(*(Ratio(100) * *numbers[i].first / *now)));
    if (!before) {
      text += ' ' + shown(before) + ' ' + shown(before) + '\n';
      continue;
    }
    const Ratio step = *(*numbers[i].first - *numbers[i].second);
    const Ratio change = *(*now - *before);
    text += ' ' + (before.value->is_zero() ? std::string("base_zero")
                                           : shown(*(Ratio(100) * step / before.value->abs())));
    text +=
        ' ' + (change.is_zero() ? std::string("no_change") : shown(*(Ratio(100) * step / change)));
    text += '\n';
  }
  return text;
}

std::string got_parts(const Asking& asking, int& added_up) {
  const Contributions all =
      contributions(asking.log, asking.request, {asking.indicator, asking.unit, asking.period});
  std::string text = shown(all.now) + ' ' + shown(all.before) + '\n';
  Ratio shares;
  Ratio points;
  const bool composite = asking.definition().kind == IndicatorKind::composite;
  for (const ContributionPart& part : all.parts) {
    text += composite ? all.plan.indicators()[part.indicator].id : all.plan.units()[part.unit].id;
    text += ' ' + shown(part.share) + ' ' + shown(part.points) + ' ' + shown(part.percent) + '\n';
    if (part.share) shares = *(shares + *part.share);
    if (part.points) points = *(points + *part.points);
  }
  if (all.growth) {
    EXPECT_EQ(points, *all.growth);
    if (!all.now.value->is_zero()) {
      EXPECT_EQ(shares, Ratio(100));
    }
    ++added_up;
  }
  return text;
}

// ---- books --------------------------------------------------------------------------------------

bool is_of_years(const Plan& plan) { return plan.head().period.days() > 400; }

// With one report of each unit for each year, most often, so that there is something to compare.
ObservationLog log_of(const oracle::RandomBook& book, std::mt19937_64& random) {
  ObservationLog log(book.plan);
  for (const Observation& report : book.reports) EXPECT_TRUE(log.append(report));
  if (random() % 3 == 0) return log;
  std::vector<const char*> years = {"2023", "2024"};
  if (is_of_years(book.plan)) years.insert(years.end(), {"2021", "2022"});
  for (const ResponsibleUnit& body : book.plan.units()) {
    for (const char* indicator : {"x", "y"}) {
      for (const char* when : years) {
        if (random() % 8 == 0 || body.id == "u0") continue;
        Observation report;
        report.indicator = indicator;
        report.unit = body.id;
        report.period = *Period::parse(when);
        report.value = Decimal(static_cast<std::int64_t>(random() % 9));
        (void)log.append(report);  // a ratio is reported otherwise
      }
    }
  }
  return log;
}

TEST(RankingOracle, RandomBooksAreRankedAndTakenApartAsTheirWordsSay) {
  int places = 0;
  int means = 0;
  int averages = 0;     // of years, that are no fractions
  int no_averages = 0;  // figures that none are made into
  int added_up = 0;
  std::map<Errc, int> reasons;
  const oracle::Draws draws(kSeed, kBooks);
  for (int tried = 0; tried < draws.cases(); ++tried) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const auto book = oracle::random_book(seed);
    if (!book) continue;
    std::mt19937_64 random(seed);
    const ObservationLog log = log_of(*book, random);
    const Plan& plan = book->plan;
    const Request& request = book->requests[random() % book->requests.size()];
    const std::vector<ReportRow> rows = oracle::rows(log, request);
    for (const char* unit : {"u0", "province", "u1"}) {
      if (plan.find_unit(unit) == kNone) continue;
      const bool whole = random() % 2 == 0 || is_of_years(plan);
      const Period window = whole ? plan.head().period : *Period::parse("2024");
      for (const char* indicator : {"x", "y", "g", "c"}) {
        const Asking asking{log,    request, plan.find_indicator(indicator), plan.find_unit(unit),
                            window, rows};
        const auto where = [&] {
          return "seed " + std::to_string(seed) + ' ' + indicator + ' ' + unit + " as of " +
                 request.as_of.to_string() + '\n' + oracle::describe(*book);
        };
        if (asking.definition().kind != IndicatorKind::composite) {
          for (const Field field : {Field::completion, Field::growth, Field::actual}) {
            const Index assigner = random() % 4 == 0 ? plan.find_unit("u0") : kNone;
            const Ratio threshold(static_cast<std::int64_t>(random() % 5) * 25);
            const std::string got = got_ranking(asking, field, assigner, threshold);
            ASSERT_EQ(got, expected_ranking(asking, field, assigner, threshold))
                << name_of(field) << ' ' << where();
            averages += got.find("...") != std::string::npos ? 1 : 0;
            no_averages += got.find("average_of_years") != std::string::npos ? 1 : 0;
            places += got.find(" 2 ") != std::string::npos ? 1 : 0;
            means += got.find(" equal") != std::string::npos ? 1 : 0;
          }
        }
        ASSERT_EQ(got_parts(asking, added_up), expected_parts(asking)) << where();
        const Contributions all =
            contributions(log, request, {asking.indicator, asking.unit, asking.period});
        ++reasons[all.now.reason];
        ++reasons[all.before.reason];
      }
    }
  }
  if (!draws.enough()) return;
  EXPECT_GT(places, 30);
  EXPECT_GT(means, 20);
  EXPECT_GT(averages, 3) << no_averages;
  EXPECT_GT(no_averages, 3);
  EXPECT_GT(added_up, 5);
  for (const Errc code : {Errc::parts_not_whole, Errc::partial_coverage, Errc::not_additive,
                          Errc::no_base, Errc::series_break}) {
    EXPECT_GT(reasons[code], 3) << name_of(code);
  }
}

}  // namespace
}  // namespace tiendo
