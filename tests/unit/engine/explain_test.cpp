// A trace says which reports were used and which not, and lets every figure be computed again.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::explain_test {
namespace {

// "used 12, set aside 10 corrected" for each cell that was read.
std::vector<std::string> sources(const Trace& trace) {
  std::vector<std::string> result;
  for (const TraceSource& source : trace.sources) {
    std::string text(name_of(source.role));
    for (const Fact& fact : source.selection.used) text += " used " + fact.value.to_string();
    for (const SetAsideFact& other : source.selection.set_aside) {
      text += " aside " + other.fact.value.to_string() + ' ' + std::string(name_of(other.reason));
    }
    result.push_back(text);
  }
  return result;
}

using Texts = std::vector<std::string>;

TEST(ExplainTest, TheSourcesNameTheReportsUsedAndSetAside) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", increase_by("10", ChangeIn::percent));
  book.add_report("x", "2024-Q1", "10");
  book.add_report("x", "2024-Q1", "12").recorded_on = day("2024-05-01");
  book.add_report("x", "2024-02", "3");
  book.add_report("x", "2024-Q2", "7");
  book.add_report("x", "2024-Q3", "5");
  book.add_report("x", "2023-H1", "16");
  book.add_report("x", "2023", "40");
  const Report report = book.report("2024-06-30");
  const Trace trace = explain(book.log(), report, 0);
  EXPECT_EQ(sources(trace),
            (Texts{"actual used 12 used 7 aside 16 outside_window aside 40 outside_window aside 10 "
                   "corrected aside 3 covered aside 5 not_over",
                   "same_period used 16 aside 40 not_over aside 10 outside_window aside 12 "
                   "outside_window aside 3 outside_window aside 7 outside_window aside 5 "
                   "outside_window",
                   "other_base used 16 aside 40 not_over aside 10 outside_window aside 12 "
                   "outside_window aside 3 outside_window aside 7 outside_window aside 5 "
                   "outside_window",
                   "baseline used 40 aside 16 covered aside 10 outside_window aside 12 "
                   "outside_window aside 3 outside_window aside 7 outside_window aside 5 "
                   "outside_window"}));
  EXPECT_EQ(trace.rules.name, "tiendo");
}

TEST(ExplainTest, CellsWithoutAReportAreNoSource) {
  Book book;
  book.add_unit("a");
  book.add_unit("b");
  book.add_indicator("x", IndicatorKind::flow);
  book.add_unit_report("b", "x", "2024", "5");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  ASSERT_EQ(sources(trace), (Texts{"actual used 5", "same_period aside 5 outside_window"}));
  EXPECT_EQ(book.log().plan().units()[trace.sources[0].question.unit].id, "b");
}

TEST(ExplainTest, GrowthNamesTheReportsOfItsBaseInBothYears) {
  Book book;
  book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
  book.add_indicator("x", IndicatorKind::flow);
  book.add_report("x", "2024", "5");
  book.add_report("x", "2023", "4");
  const Trace trace = explain(book.log(), book.report("2024-12-31"), 0);
  EXPECT_EQ(sources(trace).at(0), "actual used 5 aside 4 outside_window");
  EXPECT_EQ(sources(trace).at(1), "same_period used 4 aside 5 outside_window");
}

// Computes "100 * (A - b) / (R - b)" as anybody would by hand: a reader of + - * / | and brackets.
class ByHand {
 public:
  explicit ByHand(const TraceStep& step) : text_(step.formula), step_(step) {}
  Ratio result() {
    const Ratio value = sum();
    EXPECT_EQ(at_, text_.size()) << text_;
    return value;
  }

 private:
  char next() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  Ratio sum() {
    Ratio value = product();
    while (next() == '+' || next() == '-') {
      const bool plus = text_[at_++] == '+';
      value = plus ? *(value + product()) : *(value - product());
    }
    return value;
  }
  Ratio product() {
    Ratio value = term();
    while (next() == '*' || next() == '/') {
      const bool times = text_[at_++] == '*';
      value = times ? *(value * term()) : *(value / term());
    }
    return value;
  }
  Ratio term() {
    const char first = next();
    ++at_;
    if (first == '(' || first == '|') {
      const Ratio value = sum();
      EXPECT_EQ(next(), first == '(' ? ')' : '|') << text_;
      ++at_;
      return first == '(' ? value : value.abs();
    }
    if (first == '1') {
      EXPECT_EQ(text_.substr(at_ - 1, 3), "100");
      at_ += 2;
      return 100;
    }
    for (const TraceInput& input : step_.inputs) {
      if (input.symbol == std::string(1, first)) return input.value;
    }
    ADD_FAILURE() << first << " stands for nothing in " << text_;
    return 0;
  }

  std::string text_;
  const TraceStep& step_;
  std::size_t at_ = 0;
};

std::vector<Field> recomputed(Book& book, std::string_view as_of) {
  std::vector<Field> fields;
  const Report report = book.report(as_of);
  const Trace trace = explain(book.log(), report, 0);
  for (const TraceStep& step : trace.steps) {
    fields.push_back(step.field);
    EXPECT_EQ(ByHand(step).result(), *step.result) << step.formula;
    EXPECT_EQ(shown(step.result), shown(figure(report.rows[0], step.field))) << step.formula;
  }
  return fields;
}

TEST(ExplainTest, EveryStepCanBeComputedAgainFromItsTextAndItsNumbers) {
  using enum Field;
  Book plain;
  plain.add_indicator("x", IndicatorKind::flow);
  plain.add_target("x", at_least("18964"));
  plain.add_report("x", "2024", "10492.2");
  plain.add_report("x", "2023", "-900.1");
  EXPECT_EQ(recomputed(plain, "2024-12-31"),
            (std::vector{required, completion, excess, remaining, index, growth, Field::change,
                         base_revision}));

  for (const ConditionKind kind : {ConditionKind::increase_by, ConditionKind::decrease_by}) {
    for (const ChangeIn in : {ChangeIn::value, ChangeIn::percent, ChangeIn::points}) {
      Book book;
      book.add_indicator("x", IndicatorKind::level, "per-mille");
      book.add_target("x", tiendo::change(kind, "2.5", in));
      book.add_report("x", "2024", "15.5");
      book.add_report("x", "2023", "-12.25");
      EXPECT_EQ(recomputed(book, "2024-12-31"),
                (std::vector{required, completion, excess, remaining, index, growth, Field::change,
                             targeted_change, base_revision}));
    }
  }
}

std::vector<std::string> methods(Book& book) {
  std::vector<std::string> names;
  for (const TraceStep& step : explain(book.log(), book.report("2024-12-31"), 0).steps) {
    names.push_back(std::string(name_of(step.field)) + ' ' + std::string(step.method));
  }
  return names;
}

TEST(ExplainTest, EveryStepNamesItsMethodAndTheVersionOfIt) {
  Book plain;
  plain.add_indicator("x", IndicatorKind::flow);
  plain.add_target("x", at_least("10"));
  plain.add_report("x", "2024", "12");
  plain.add_report("x", "2023", "8");
  EXPECT_EQ(methods(plain), (Texts{"required required_level@1", "completion_pct ratio_to_target@1",
                                   "excess_pct ratio_to_target@1", "remaining remaining@1",
                                   "index_pct same_period@1", "growth_pct same_period@1",
                                   "change same_period@1", "base_revision base_revision@1"}));
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", increase_by("10", ChangeIn::percent));
  book.add_report("x", "2024", "12");
  book.add_report("x", "2023", "8");
  const Texts steps = methods(book);
  EXPECT_EQ(steps.at(1), "completion_pct percent_of_targeted_change@1");
  EXPECT_EQ(steps.at(2), "excess_pct percent_of_targeted_change@1");
}

TEST(ExplainTest, AStepWithoutAResultIsLeftOut) {
  using enum Field;
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_target("x", at_least("0"));
  book.add_report("x", "2024", "5");
  EXPECT_EQ(recomputed(book, "2024-12-31"), (std::vector{required, remaining}));
}

TEST(ExplainTest, TheTraceIsOfTheVeryRowOfTheReport) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_indicator("y", IndicatorKind::flow);
  book.add_target("y", at_least("10"));
  book.add_report("y", "2024-H1", "5").qualifier = Qualifier::over;
  const Report report = book.report("2024-07-31");
  const Trace trace = explain(book.log(), report, 1);
  for (const Field field : kFields) {
    EXPECT_EQ(shown(figure(trace.row, field)), shown(figure(report.rows[1], field)));
  }
  EXPECT_EQ(trace.row.coverage, report.rows[1].coverage);
  EXPECT_EQ(trace.row.verdict_reason, report.rows[1].verdict_reason);
  EXPECT_EQ(trace.row.qualifier, Qualifier::over);
}

}  // namespace
}  // namespace tiendo::explain_test
