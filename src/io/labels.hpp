// The words of reports for people, in Vietnamese and English.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/selection.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

// One phrase in both languages.
struct Phrase {
  std::string_view vi;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::vi ? vi : en;
  }
};

// Titles of counts of what is not judged as the period is open.
inline constexpr Phrase kSoFarExceeded{"Tạm vượt", "So far exceeded"};
inline constexpr Phrase kSoFarMet{"Tạm đạt", "So far met"};
inline constexpr Phrase kSoFarNear{"Tạm cận", "So far near"};
inline constexpr Phrase kSoFarMissed{"Tạm chưa đạt", "Not yet met"};

std::string_view label(Field field, Language language);
std::string_view label(Verdict verdict, Language language);
// Of a verdict that is not final: "chưa đạt" where that would be "không đạt".
std::string_view label_so_far(Verdict verdict, Language language);
std::string_view label(Course course, Language language);
// How what has been reached stands to what was expected: "chậm tiến độ".
std::string_view label(Schedule schedule, Language language);
std::string_view label(State state, Language language);
std::string_view label(Coverage::Of of, Language language);
std::string_view label(Status status, Language language);
// "trên", with the space that separates it from the number; "" for exact.
std::string_view label(Qualifier qualifier, Language language);
// How the number of a report is to be read: "luỹ kế".
std::string_view label(Form form, Language language);
// The same of an indicator with this time rule: what is no level at the end is not called one.
std::string_view label(Form form, TimeRule rule, Language language);
// What stands in the place of a number; "" for value.
std::string_view label(Standing standing, Language language);
// How a target stands to others: "điều chỉnh".
std::string_view label(TargetLayer layer, Language language);
std::string_view label(SourceRole role, Language language);
// Which value of the base period is compared with.
std::string_view label(BaseRule rule, Language language);
std::string_view label(SetAside reason, Language language);
// Why there is no figure: a sentence without a capital and a full stop.
std::string_view label(Errc reason, Language language);

// " %", " điểm %"; "" for the measure. Percent and percentage points are never shown alike.
std::string_view label(ChangeIn in, Language language);

// The measure of a value, by its name or id: "tỷ đồng", "%".
std::string measure_label(const Measure& measure, Language language);
// Of a difference of two values: "tỷ đồng", and of percentages "điểm %", "pp".
std::string difference_label(const Measure& measure, Language language);

// Writes a number of a condition.
using ConditionNumber =
    std::function<std::string(const Condition& condition, const Decimal& value)>;

// What a target asks for, in signs: "≥ 75", "69 ± 0.5", "+4 % and ≥ 60". "" where there is no
// condition.
std::string wording(const Condition& condition, Language language, const ConditionNumber& number);

}  // namespace tiendo
