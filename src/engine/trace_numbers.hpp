// Writes down how numbers come about, for a trace.
#pragma once

#include "tiendo/engine/trace.hpp"

namespace tiendo {

// The terms of a number as they are gathered: of a sum, or of the least or the greatest of several.
class TraceTerms {
 public:
  // A number of a report, times a factor across breaks.
  void add_report(const Ratio& value, TraceTerm::From part, std::size_t row, const Ratio& factor);
  // The same in a mean, for so many months or days.
  void add_weighted(const Ratio& value, TraceTerm::From part, std::size_t row, const Ratio& factor,
                    int weight);
  // Another number; nothing where that was not written down.
  void add(NumberAt number, const Ratio& value);

  const std::vector<TraceTerm>& all() const { return terms_; }
  // "x1 * f1 + x2"
  std::string sum() const;
  // "(x1 * w1 + x2 * w2) / (w1 + w2)"
  std::string mean() const;
  // "min(x1; x2)"; the function is named.
  std::string one_of(std::string_view function) const;
  // The number that is the only term; nothing where there is more to it.
  NumberAt only() const;

 private:
  std::string each(std::string_view between) const;

  std::vector<TraceTerm> terms_;
  std::size_t count_ = 0;
};

// Where numbers are written down; nowhere where no trace is asked for: every number is absent then.
class TraceNumbers {
 public:
  explicit TraceNumbers(Trace* trace) : into_(trace ? &trace->numbers : nullptr) {}

  // Whether numbers are written down.
  explicit operator bool() const { return into_ != nullptr; }

  NumberAt note(TraceNumber number) const;
  // The sum of the terms; of one number alone that number.
  NumberAt sum(std::string_view method, const TraceTerms& terms, const Ratio& value) const;
  // The mean of the terms, all of them weighted.
  NumberAt mean(std::string_view method, const TraceTerms& terms, const Ratio& value) const;
  // The least of them ("min"), or the greatest ("max").
  NumberAt one_of(std::string_view function, const TraceTerms& terms, const Ratio& value) const;
  // A number times a factor that is not 1; of the same thing.
  NumberAt times(NumberAt number, const Ratio& value, const Ratio& factor, TraceTerm::From from,
                 const Ratio& product) const;
  // A number divided by others, each with its letter; of the same thing.
  NumberAt divided(std::string_view method, std::vector<TraceTerm> terms, const Ratio& value) const;
  // Says of a number that it is of the same thing as another.
  void like(NumberAt number, NumberAt other) const;
  // Says of a number of which that is not known yet what it is of.
  void about(NumberAt number, const Question& question) const;

 private:
  std::vector<TraceNumber>* into_;
};

// Puts the sources, in this role, and the numbers of other notes behind those of a trace. Returns
// how many numbers stood there before.
std::size_t append(Trace& trace, Trace notes, SourceRole role);

// Leaves out the numbers to which nothing leads; the others keep their order.
void drop_unused(Trace& trace);

// The method of a figure where its step names none: "growth_pct" is of "same_period@1".
std::string_view method_of(Field field, const Rules& rules) noexcept;

}  // namespace tiendo
