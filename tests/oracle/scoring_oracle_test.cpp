// Scores of criteria drawn at random against what their words say, with the plain fractions of
// big_rational.hpp; and on random books each figure against the one that a ranking has.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "draws.hpp"
#include "random_book.hpp"
#include "tiendo/engine/ranking.hpp"
#include "tiendo/engine/unit_scores.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;
using Maybe = std::optional<Fraction>;

constexpr std::uint64_t kSeed = 20260101;
constexpr int kDraws = 20000;

Ratio ratio(const Fraction& value) { return *Ratio::of(value.numerator, value.denominator); }
Fraction sum(const Fraction& a, const Fraction& b) { return lowest(plus(a, b)); }
Fraction product(const Fraction& a, const Fraction& b) { return lowest(times(a, b)); }

// What is drawn of one criterion, in whole numbers.
struct Drawn {
  int role = 0;  // 0 in the whole, 1 on top, 2 off
  Small worth = 1;
  bool percent = false;
  std::vector<std::pair<Small, Small>> steps;  // from this value on, so much
  bool on_lines = false;                       // between the steps, and held at the ends
  std::optional<Small> floor;
  std::optional<Small> cap;
  int missing = 0;  // 0 refused, 1 zero, 2 left out
  Small each = 0;   // 0: nothing comes off
  bool each_percent = false;
  bool each_may_miss = false;
  Maybe figure;
  Maybe events;
};

struct Case {
  bool by_points = true;
  std::vector<Drawn> criteria;
  Small least = 0;  // in tenths
  std::optional<Small> floor;
  std::optional<Small> cap;
};

class Drawing {
 public:
  explicit Drawing(std::uint64_t seed) : random_(seed) {}

  Case draw() {
    Case result;
    result.by_points = chance(2);
    const int count = upto(4) + 1;
    for (int i = 0; i < count; ++i) result.criteria.push_back(criterion(result.by_points, i));
    result.least = chance(2) ? 0 : upto(10);
    if (chance(4)) result.floor = upto(20);
    if (chance(4)) result.cap = result.floor.value_or(0) + upto(60);
    return result;
  }

 private:
  int upto(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
  bool chance(int of) { return upto(of - 1) == 0; }
  Maybe maybe() {
    if (chance(4)) return std::nullopt;
    return Fraction{upto(36) - 6, 3};
  }

  Drawn criterion(bool by_points, int position) {
    Drawn one;
    if (by_points && position > 0) one.role = std::max(0, upto(4) - 2);
    one.worth = by_points ? upto(9) + 1 : upto(3) + (position == 0 ? 1 : 0);
    one.percent = by_points && chance(2);
    Small value = 0;
    Small score = upto(3) - 1;
    one.on_lines = chance(2);
    for (int i = 0, steps = upto(2) + 2; i < steps; ++i) {
      one.steps.emplace_back(value, one.percent ? score * 20 : score);
      value += upto(3) + 1;
      score += upto(4);
    }
    if (chance(4)) one.floor = upto(3) - 2;
    if (chance(4)) one.cap = std::max<Small>(one.floor.value_or(0), upto(12));
    if (by_points && !one.cap && one.floor.value_or(0) > one.worth) one.floor = 0;
    one.missing = upto(2);
    if (chance(3)) one.each = upto(2) + 1;
    one.each_percent = by_points && chance(2);
    one.each_may_miss = chance(2);
    one.figure = maybe();
    one.events = maybe();
    return one;
  }

  std::mt19937_64 random_;
};

// ---- what the words say -------------------------------------------------------------------------

// By the steps: the last one that the value has reached, none below the first; on lines the way
// from the one before to the one after, the ends beyond them.
Maybe by_steps(const Drawn& one, const Fraction& value) {
  const auto& steps = one.steps;
  const auto reached = [&](std::size_t i) {
    return compare(value, Fraction{steps[i].first, 1}) >= 0;
  };
  if (!reached(0)) return one.on_lines ? Maybe(Fraction{steps[0].second, 1}) : std::nullopt;
  std::size_t last = 0;
  while (last + 1 < steps.size() && reached(last + 1)) ++last;
  const Fraction at{steps[last].second, 1};
  if (!one.on_lines || last + 1 == steps.size()) return at;
  const Fraction way{steps[last + 1].first - steps[last].first, 1};
  const Fraction gone = over(minus(value, Fraction{steps[last].first, 1}), way);
  return sum(at, product(gone, Fraction{steps[last + 1].second - steps[last].second, 1}));
}

Fraction of_worth(const Drawn& one, const Fraction& number, bool percent) {
  return percent ? product(number, Fraction{one.worth, 100}) : number;
}

Fraction within(Fraction value, const std::optional<Small>& floor,
                const std::optional<Small>& cap) {
  if (floor && compare(value, Fraction{*floor, 1}) < 0) value = {*floor, 1};
  if (cap && compare(value, Fraction{*cap, 1}) > 0) value = {*cap, 1};
  return value;
}

Maybe points_of(const Drawn& one, bool by_points) {
  if (!one.figure) return std::nullopt;
  const Maybe given = by_steps(one, *one.figure);
  if (!given) return std::nullopt;
  Fraction points = of_worth(one, *given, one.percent);
  if (one.each > 0) {
    if (!one.events && !one.each_may_miss) return std::nullopt;
    if (one.events) {
      const Fraction each = of_worth(one, Fraction{one.each, 1}, one.each_percent);
      points = lowest(minus(points, product(each, *one.events)));
    }
  }
  std::optional<Small> floor = one.floor, cap = one.cap;
  if (by_points && !floor) floor = 0;
  if (by_points && !cap) cap = one.worth;
  return within(points, floor, cap);
}

Maybe total_of(const Case& drawn) {
  Fraction points{0, 1}, top{0, 1};
  Small all = 0, there = 0, counted = 0;
  bool any = false, refused = false;
  for (const Drawn& one : drawn.criteria) {
    const Maybe own = points_of(one, drawn.by_points);
    if (!own && one.missing == 0) refused = true;
    if (one.role != 0) {
      if (own) top = one.role == 1 ? sum(top, *own) : lowest(minus(top, *own));
      continue;
    }
    all += one.worth;
    if (own) there += one.worth;
    if (!own && one.missing != 1) continue;
    any = true;
    counted += one.worth;
    if (!own) continue;
    points = sum(points, drawn.by_points ? *own : product(*own, Fraction{one.worth, 1}));
  }
  if (refused || there * 10 < all * drawn.least || !any || counted == 0) return std::nullopt;
  Fraction total = over(points, Fraction{counted, 1});
  if (drawn.by_points) total = product(total, Fraction{all, 1});
  return within(sum(lowest(total), top), drawn.floor, drawn.cap);
}

// ---- the same for the library -------------------------------------------------------------------

std::optional<Ratio> number(const std::optional<Small>& value) {
  return value ? std::optional(Ratio(*value)) : std::nullopt;
}

CriteriaParts parts_of(const Case& drawn) {
  CriteriaParts parts;
  parts.name = {"drawn", "1", ""};
  parts.least_available = *Ratio::of(drawn.least, 10);
  parts.floor = number(drawn.floor);
  parts.cap = number(drawn.cap);
  for (const Drawn& one : drawn.criteria) {
    const std::string id = std::to_string(parts.criteria.size());
    const TableName name{"t" + id, "1", ""};
    std::vector<Band> bands;
    std::vector<Knot> knots;
    for (const auto& [value, score] : one.steps) {
      if (!bands.empty()) bands.back().high = Ratio(value);
      bands.push_back({{"b" + std::to_string(bands.size()), {}}, Ratio(value), {}});
      bands.back().score = Ratio(score);
      knots.push_back({Ratio(value), Ratio(score)});
    }
    if (one.on_lines) {
      parts.scores.push_back(*ScoreTable::of(name, knots, Ends::capped));
    } else {
      parts.bands.push_back(*BandTable::of(name, bands).value);
    }
    Criterion criterion;
    criterion.id = id;
    criterion.indicator = "x";
    criterion.figure = Field::actual;
    criterion.table = to_string(name);
    criterion.role = static_cast<CriterionRole>(one.role + 1);
    (drawn.by_points ? criterion.points : criterion.weight) = Ratio(one.worth);
    criterion.in = one.percent ? PointsIn::percent : PointsIn::points;
    criterion.floor = number(one.floor);
    criterion.cap = number(one.cap);
    criterion.missing = static_cast<MissingRule>(one.missing + 1);
    if (one.each > 0) {
      criterion.deductions = {{"y", Field::actual, "", Ratio(one.each),
                               one.each_percent ? PointsIn::percent : PointsIn::points,
                               one.each_may_miss ? MissingRule::zero : MissingRule::refused}};
    }
    parts.criteria.push_back(criterion);
  }
  return parts;
}

Figure figure(const Maybe& value) { return value ? Figure(ratio(*value)) : Figure(Errc::no_data); }

void expect_same(const Figure& figure, const Maybe& expected) {
  ASSERT_EQ(static_cast<bool>(figure), expected.has_value());
  if (expected) {
    ASSERT_EQ(*figure, ratio(*expected));
  }
}

TEST(ScoringOracle, RandomCriteria) {
  const oracle::Draws draws(kSeed, kDraws);
  int totals = 0, without = 0, left_out = 0, limited = 0;
  for (int i = 0; i < draws.cases(); ++i) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(i);
    SCOPED_TRACE(seed);
    const Case drawn = Drawing(seed).draw();
    const Checked<Criteria> criteria = Criteria::of(parts_of(drawn));
    for (const Diagnostic& each : criteria.diagnostics) FAIL() << to_string(each);
    std::vector<CriterionInput> inputs;
    for (const Drawn& one : drawn.criteria) {
      inputs.push_back({figure(one.figure), Verdict::none, {}});
      if (one.each > 0) inputs.back().deductions = {figure(one.events)};
    }
    const Score result = score(*criteria.value, inputs);
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      ASSERT_NO_FATAL_FAILURE(
          expect_same(result.criteria[k].points, points_of(drawn.criteria[k], drawn.by_points)));
      limited += result.criteria[k].limited != Limited::none ? 1 : 0;
    }
    ASSERT_NO_FATAL_FAILURE(expect_same(result.total, total_of(drawn)));
    totals += result.total ? 1 : 0;
    without += result.total ? 0 : 1;
    left_out += result.total && result.used != criteria.value->whole() ? 1 : 0;
  }
  if (!draws.enough()) return;
  EXPECT_GT(totals, 5000);
  EXPECT_GT(without, 5000);
  EXPECT_GT(left_out, 1000);
  EXPECT_GT(limited, 5000);
}

// Criteria on everything: whatever a figure is, it is on the table.
Criteria of_everything(const Plan& plan, const std::vector<Field>& fields) {
  CriteriaParts parts;
  parts.name = {"all", "1", ""};
  parts.scores = {*ScoreTable::of({"line", "1", ""}, {{0, 0}, {1, 1}}, Ends::extended)};
  for (const Indicator& indicator : plan.indicators()) {
    for (const Field field : fields) {
      Criterion one;
      one.id = indicator.id + '/' + std::string(name_of(field));
      one.indicator = indicator.id;
      one.figure = field;
      one.table = "line@1";
      one.weight = Ratio(1);
      one.missing = MissingRule::excluded;
      parts.criteria.push_back(one);
    }
  }
  return *Criteria::of(std::move(parts)).value;
}

// With what each unit has reported for two years, so that there is something to compare.
ObservationLog log_of(const oracle::RandomBook& book, std::uint64_t seed) {
  ObservationLog log(book.plan);
  for (const Observation& report : book.reports) EXPECT_TRUE(log.append(report));
  for (const ResponsibleUnit& unit : book.plan.units()) {
    for (const char* when : {"2023", "2024"}) {
      Observation report;
      report.indicator = "x";
      report.unit = unit.id;
      report.period = *Period::parse(when);
      report.value = Decimal(static_cast<std::int64_t>(++seed % 9));
      (void)log.append(report);  // a ratio is reported otherwise
    }
  }
  return log;
}

TEST(ScoringOracle, EachFigureIsThatOfARankingOnRandomBooks) {
  const std::vector<Field> fields = {Field::completion, Field::growth, Field::actual};
  int compared = 0;
  int there = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + 500; ++seed) {
    SCOPED_TRACE(seed);
    const auto book = oracle::random_book(seed);
    if (!book) continue;
    const ObservationLog log = log_of(*book, seed);
    const Criteria criteria = of_everything(book->plan, fields);
    const Request& request = book->requests.front();
    const Index above = book->plan.find_unit(seed % 2 == 0 ? "u0" : "province");
    const ScoreQuestion question{above == kNone ? book->plan.unit() : above,
                                 seed % 3 == 0 ? book->plan.head().period : *Period::parse("2024")};
    const UnitScores scores = score_units(log, request, criteria, question);
    for (std::size_t k = 0; k < criteria.parts().criteria.size(); ++k) {
      const Ranking ranking = rank_units(log, request,
                                         {static_cast<Index>(k / fields.size()), question.unit,
                                          question.period, fields[k % fields.size()]});
      for (const RankedUnit& ranked : ranking.units) {
        const auto scored =
            std::find_if(scores.units.begin(), scores.units.end(),
                         [&](const ScoredUnit& one) { return one.unit == ranked.row.unit; });
        ASSERT_NE(scored, scores.units.end());
        const Figure& figure = scored->score.criteria[k].input.figure;
        ASSERT_EQ(figure.reason, ranked.figure.reason) << criteria.parts().criteria[k].id;
        if (figure) {
          ASSERT_EQ(*figure, *ranked.figure);
        }
        ++compared;
        there += figure ? 1 : 0;
      }
    }
  }
  EXPECT_GT(compared, 2000);
  EXPECT_GT(there, 200);
}

}  // namespace
}  // namespace tiendo
