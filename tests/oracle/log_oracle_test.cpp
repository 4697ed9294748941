// The log against a plain list of reports: what it takes, what it gives back, and how it marks rows
// that share days, through single reports, columns, and batches that are kept or dropped.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "../unit/facts/logs.hpp"
#include "draws.hpp"
#include "facts/log_store.hpp"

namespace tiendo {
namespace {

Plan shared_plan() {
  static const Plan plan = log_plan();
  return plan;
}

// A report and what it says, once read by a log that has nothing else in it.
struct Plain {
  Observation said;
  Fact fact;
};

std::optional<Plain> read_alone(const Observation& o) {
  ObservationLog log(shared_plan());
  if (!log.append(o)) return std::nullopt;
  return Plain{log.observation(0), log.fact(0)};
}

bool of_one_cell(const Plain& a, const Plain& b) {
  return std::tuple(a.said.indicator, a.said.unit, a.said.project) ==
         std::tuple(b.said.indicator, b.said.unit, b.said.project);
}

bool contradict(const Plain& a, const Plain& b) {
  const auto standing = [](const Plain& p) {
    return std::tuple(p.fact.period, p.fact.form, p.fact.recorded_on, p.fact.status,
                      p.fact.revision, p.fact.earlier_stage ? p.said.work_stage : "");
  };
  if (!of_one_cell(a, b) || standing(a) != standing(b)) return false;
  const Extra none;
  const Extra& more = a.fact.extra ? *a.fact.extra : none;
  const Extra& other = b.fact.extra ? *b.fact.extra : none;
  return a.fact.standing != b.fact.standing || a.fact.value != b.fact.value ||
         a.fact.denominator != b.fact.denominator || !(more == other);
}

std::string line(const Observation& o, const Fact& fact) {
  return o.indicator + ' ' + o.unit + ' ' + o.project + ' ' + o.work_stage + ' ' + shown(fact) +
         ' ' + std::string(name_of(*o.form)) + ' ' + std::string(name_of(o.status)) + ' ' +
         o.recorded_on->to_string() + " r" + std::to_string(o.revision) + ' ' + o.source + ' ' +
         o.note + (o.numerator ? " of " + o.denominator->to_string() : "");
}

// The definition of Rivalry, one row against all others.
Rivalry rivalry_of(const std::vector<Plain>& all, std::size_t at) {
  const Fact& fact = all[at].fact;
  if (fact.project != kNone) return Rivalry::none;
  const auto rank = [](const Fact& f) { return std::tuple(f.recorded_on, f.status, f.revision); };
  std::vector<Fact> group = {fact};
  bool highest = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Fact& other = all[i].fact;
    if (i == at || !of_one_cell(all[i], all[at]) || !other.period.overlaps(fact.period)) continue;
    if (other.period != fact.period || other.form != fact.form) return Rivalry::tangled;
    for (const Fact& one : group) {
      if (rank(one) == rank(other)) return Rivalry::tangled;
    }
    if (rank(other) > rank(fact)) highest = false;
    group.push_back(other);
  }
  if (group.size() == 1) return Rivalry::none;
  return highest ? Rivalry::ahead : Rivalry::behind;
}

bool is_late(const std::vector<Plain>& all, std::size_t at) {
  return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at),
                     [&](const Plain& before) {
                       return of_one_cell(before, all[at]) &&
                              all[at].fact.period.start() < before.fact.period.end();
                     });
}

void expect_rows(const ObservationLog& log, const std::vector<Plain>& all) {
  ASSERT_EQ(log.size(), all.size());
  const LogStore& store = LogAccess::store(log);
  std::map<std::tuple<Index, Index, Index>, std::vector<Row>> cells;
  for (Row row = 0; row < all.size(); ++row) {
    const Fact& fact = all[row].fact;
    ASSERT_EQ(line(log.observation(row), log.fact(row)), line(all[row].said, fact));
    EXPECT_EQ(log.work_stage(row), all[row].said.work_stage);
    ASSERT_EQ(store.context(row).rivalry, rivalry_of(all, row)) << "row " << row;
    ASSERT_EQ(store.context(row).is_late, is_late(all, row)) << "row " << row;
    const LogCell cell{fact.indicator, fact.unit, fact.project};
    EXPECT_EQ(log.cell(log.cell_of(row)), cell);
    EXPECT_EQ(log.find_cell(cell), log.cell_of(row));
    cells[{fact.indicator, fact.unit, fact.project}].push_back(row);
  }
  EXPECT_EQ(log.cell_count(), cells.size());
  for (Index indicator = 0; indicator < 4; ++indicator) {
    for (const Index unit : {0U, 1U}) {
      std::vector<Index> projects;
      for (const Index project : {0U, 1U, kNone}) {
        const auto& rows = cells[{indicator, unit, project}];
        EXPECT_EQ(log.rows_of(indicator, unit, project), rows);
        EXPECT_EQ(log.find_cell({indicator, unit, project}) == kNone, rows.empty());
        if (!rows.empty() && project != kNone) projects.push_back(project);
      }
      EXPECT_EQ(log.projects_of(indicator, unit), projects);
    }
  }
}

template <class... Texts>
std::string pick(std::mt19937_64& random, Texts... texts) {
  const std::string all[] = {texts...};
  return all[random() % sizeof...(texts)];
}

Observation random_report(std::mt19937_64& random) {
  const std::string indicator = pick(random, "output", "output", "stock", "rate");
  std::string text = pick(random, "2024-01", "2024-01", "2024-02", "2024-03", "2024-Q1", "2023-12",
                          "2024-01-16/2024-02-16", "2024-04");
  if (indicator == "output") text += pick(random, "", "", "", " to_date");
  if (indicator == "rate") {
    text += pick(random, " 1/3", " 2/6.0", " 123456789012345678901234567890/7", " withheld");
  } else {
    text += pick(random, " 1", " 1.0", " 1.00", " 2", " -123456789012345678901.5", " unchanged",
                 " 1 to=2", " words=surplus", " 1 met by=office", " 1 about");
  }
  text += pick(random, "", "", "", " estimate");
  text += pick(random, "", "", "", " r1");
  text += pick(random, "", "", " @2024-05-01", " @2024-06-01");
  if (indicator == "output") {
    text += pick(random, "", "", "", " project=road", " project=road stage=measured",
                 " project=road stage=approved", " project=bridge");
  }
  Observation o = reported(indicator, text);
  if (random() % 3 == 0) o.unit = "ward";
  if (random() % 8 == 0) o.source = pick(random, "page 1", "page 2");
  if (random() % 8 == 0) o.note = "note";
  return o;
}

// Reports as columns, in a shape that has all of them.
struct Table {
  std::vector<std::string> words;
  std::vector<std::string_view> views;
  std::vector<Index> indicator, unit, project, stage, source, note, said, judge;
  std::vector<std::int32_t> start, end, recorded, revision;
  std::vector<std::optional<Form>> form;
  std::vector<Standing> standing;
  std::vector<Status> status;
  std::vector<Qualifier> qualifier;
  std::vector<Verdict> verdict;
  std::vector<std::uint8_t> recorded_bits;
  struct Numbers {
    std::vector<std::int64_t> small;
    std::vector<std::uint8_t> scales, bits;
  } value, upper, numerator, denominator;

  static void put(std::vector<std::uint8_t>& bits, std::size_t row, bool there) {
    if (row % 8 == 0) bits.push_back(0);
    if (there) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << row % 8);
  }
  static void put(Numbers& numbers, std::size_t row, const std::optional<Decimal>& number) {
    numbers.small.push_back(number ? *number->coefficient() : 7);
    numbers.scales.push_back(static_cast<std::uint8_t>(number ? number->scale() : 3));
    put(numbers.bits, row, number.has_value());
  }
  Index word(const std::string& text) {
    if (text.empty()) return kNone;
    words.push_back(text);
    return static_cast<Index>(words.size() - 1);
  }
  // Whether a column can hold its numbers.
  static bool holds(const Observation& o) {
    for (const auto* number : {&o.value, &o.upper, &o.numerator, &o.denominator}) {
      if (*number && !(*number)->coefficient()) return false;
    }
    return true;
  }
  void add(const Observation& o) {
    const std::size_t row = indicator.size();
    indicator.push_back(word(o.indicator));
    unit.push_back(word(o.unit));
    project.push_back(word(o.project));
    stage.push_back(word(o.work_stage));
    source.push_back(word(o.source));
    note.push_back(word(o.note));
    said.push_back(word(o.words));
    judge.push_back(word(o.judge));
    start.push_back(o.period.start().days());
    end.push_back(o.period.end().days());
    recorded.push_back(o.recorded_on ? o.recorded_on->days() : 0);
    put(recorded_bits, row, o.recorded_on.has_value());
    revision.push_back(o.revision);
    form.push_back(o.form);
    standing.push_back(o.standing);
    status.push_back(o.status);
    qualifier.push_back(o.qualifier);
    verdict.push_back(o.verdict);
    put(value, row, o.value);
    put(upper, row, o.upper);
    put(numerator, row, o.numerator);
    put(denominator, row, o.denominator);
  }
  // Columns without anything in them are left out, unless all are asked for.
  ObservationColumns columns(bool all) {
    views.assign(words.begin(), words.end());
    const auto text = [&](const std::vector<Index>& at) {
      const bool none = std::all_of(at.begin(), at.end(), [](Index i) { return i == kNone; });
      return none && !all ? WordColumn() : WordColumn{views, at};
    };
    const auto numbers = [&](const Numbers& n) {
      const bool none = std::all_of(n.bits.begin(), n.bits.end(), [](auto b) { return b == 0; });
      return none && !all ? NumberColumn() : NumberColumn{n.small, {}, n.bits, 0, n.scales};
    };
    ObservationColumns c;
    c.indicator = text(indicator);
    c.unit = text(unit);
    c.project = text(project);
    c.work_stage = text(stage);
    c.source = text(source);
    c.note = text(note);
    c.words = text(said);
    c.judge = text(judge);
    c.start = start;
    c.end = end;
    c.recorded_on = recorded;
    c.recorded_on_validity = recorded_bits;
    c.revision = revision;
    c.form = form;
    c.standing = standing;
    c.status = status;
    c.qualifier = qualifier;
    if (!judge.empty() && !c.judge.at.empty()) c.verdict = verdict;
    c.value = numbers(value);
    c.upper = numbers(upper);
    c.numerator = numbers(numerator);
    c.denominator = numbers(denominator);
    return c;
  }
};

// The log and the list, to which the same is done.
class Both {
 public:
  explicit Both(std::mt19937_64& random) : random_(random), log_(shared_plan()) {}

  void append_one() {
    const Observation o = random_report(random_);
    const bool taken = take(o);
    ASSERT_EQ(static_cast<bool>(log_.append(o)), taken);
  }

  void append_batch() {
    const std::vector<Plain> before = all_;
    ObservationLog::Batch batch(log_);
    for (std::size_t left = random_() % 5; left > 0; --left) {
      if (random_() % 2 == 0) {
        append_table(batch);
        continue;
      }
      const Observation o = random_report(random_);
      const bool taken = take(o);
      ASSERT_EQ(static_cast<bool>(batch.append(o)), taken);
    }
    if (random_() % 2 == 0) {
      batch.keep();
    } else {
      all_ = before;
    }
  }

  void append_table(ObservationLog::Batch& batch) {
    const std::vector<Plain> before = all_;
    Table table;
    std::vector<std::size_t> refused;
    for (std::size_t left = random_() % 7; left > 0; --left) {
      const Observation o = random_report(random_);
      if (!Table::holds(o)) continue;
      if (!take(o)) {
        if (random_() % 4 != 0) continue;  // seldom a fault
        refused.push_back(table.indicator.size());
      }
      table.add(o);
    }
    const Diagnostics findings = batch.append_columns(table.columns(random_() % 2 == 0));
    ASSERT_EQ(findings.size(), refused.size()) << (findings.empty() ? "" : findings[0].sentence);
    for (std::size_t i = 0; i < refused.size(); ++i) {
      EXPECT_EQ(findings[i].place.path, '/' + std::to_string(refused[i]));
      EXPECT_EQ(findings[i].code, Errc::observations_disagree);
    }
    if (!refused.empty()) all_ = before;
  }

  void check() const { expect_rows(log_, all_); }
  std::size_t size() const { return all_.size(); }

 private:
  // Whether the list takes it.
  bool take(const Observation& o) {
    const std::optional<Plain> plain = read_alone(o);
    const auto against = [&](const Plain& other) { return contradict(other, *plain); };
    if (std::any_of(all_.begin(), all_.end(), against)) return false;
    all_.push_back(*plain);
    return true;
  }

  std::mt19937_64& random_;
  ObservationLog log_;
  std::vector<Plain> all_;
};

TEST(LogOracleTest, RandomLogsHoldWhatAPlainListHolds) {
  const oracle::Draws draws(20260101, 1500);
  std::size_t rows = 0;
  for (int round = 0; round < draws.cases(); ++round) {
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(round);
    std::mt19937_64 random(seed);
    Both both(random);
    for (std::size_t left = 3 + random() % 12; left > 0; --left) {
      if (random() % 3 == 0) {
        both.append_batch();
      } else {
        both.append_one();
      }
      both.check();
      ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
    rows += both.size();
    draws.tell(round);
  }
  EXPECT_TRUE(!draws.enough() || rows > 10000) << rows;
}

}  // namespace
}  // namespace tiendo
