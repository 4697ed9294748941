// Tested by tests/unit/io/labels_test.cpp and tests/golden/reports_test.py.

#include "io/labels.hpp"

#include <array>

namespace tiendo {
namespace {

template <class Enum, std::size_t N>
std::string_view at(const std::array<Phrase, N>& phrases, Enum which, Language language) {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? phrases[position].in(language) : std::string_view{};
}

struct ReasonPhrase {
  Errc reason;
  Phrase phrase;
};

constexpr ReasonPhrase kReasons[] = {
    {Errc::observations_disagree,
     {"hai báo cáo có giá trị ngang nhau nhưng số liệu khác nhau",
      "two reports of equal standing give different values"}},
    {Errc::periods_overlap, {"các kỳ báo cáo chồng nhau một phần", "reports overlap in part"}},
    {Errc::unchanged_from_nothing,
     {"báo \"không đổi\" nhưng kỳ trước không có số liệu",
      "reported as unchanged, but the period before has no value"}},
    {Errc::no_schedule,
     {"chưa nêu ngày bắt đầu và ngày kết thúc", "no first and last day are stated"}},
    {Errc::no_weights, {"các mốc không có tỷ trọng", "the milestones have no weights"}},
    {Errc::no_due_days, {"có mốc chưa nêu hạn", "not every milestone has a last day"}},
    {Errc::nothing_to_count, {"không có gì để đếm", "there is nothing to count"}},
    {Errc::measure_kinds_differ, {"đơn vị tính khác loại", "in measures of different kinds"}},
    {Errc::number_too_long, {"số quá dài", "the number has too many digits"}},
    {Errc::bounds_not_exact,
     {"không rõ chính xác số đầu vào cho phép đến đâu",
      "the exact bounds of what the inputs allow are not known"}},
    {Errc::divisor_may_vanish,
     {"số chia có thể bằng không trong phạm vi số đầu vào",
      "a divisor may be zero within what the inputs allow"}},
    {Errc::no_data, {"chưa có số liệu", "nothing has been reported"}},
    {Errc::no_target, {"kế hoạch không giao chỉ tiêu này", "the plan sets no target"}},
    {Errc::no_base,
     {"số liệu cùng kỳ không có trong sổ", "the same period's value is not in the log"}},
    {Errc::base_zero, {"số để so sánh bằng không", "the value compared with is zero"}},
    {Errc::denominator_zero, {"mẫu số cộng lại bằng không", "the denominators add up to zero"}},
    {Errc::target_zero, {"chỉ tiêu giao bằng không", "the target is zero"}},
    {Errc::partial_coverage, {"mới có báo cáo một phần", "only a part has been reported"}},
    {Errc::not_attributed,
     {"số thực hiện không tách được theo cấp giao", "not attributed to an assigner's projects"}},
    {Errc::not_started, {"kỳ chưa bắt đầu", "the period has not begun"}},
    {Errc::not_applicable, {"không áp dụng", "not applicable"}},
    {Errc::withheld, {"không công bố", "withheld"}},
    {Errc::not_additive, {"không cộng được", "the parts do not add up to a total"}},
    {Errc::range_target, {"chỉ tiêu giao là một khoảng", "the target is a range"}},
    {Errc::composite,
     {"chỉ tiêu gồm nhiều thành phần, không có số chung", "a composite has no number of its own"}},
    {Errc::fact_target, {"chỉ tiêu giao là một việc cần hoàn thành", "the target is a fact"}},
    {Errc::no_baseline, {"không biết mức gốc", "the base of the change is not known"}},
    {Errc::period_open, {"kỳ chưa kết thúc", "the period is not over"}},
    {Errc::bound_undecided,
     {"báo cáo chỉ cho một giới hạn, chưa đủ để đánh giá",
      "the report gives only a bound, which does not decide"}},
    {Errc::range_result, {"kết quả là một khoảng", "the result is a range"}},
    {Errc::words_result, {"kết quả bằng lời", "the result is words"}},
    {Errc::range_undecided,
     {"khoảng báo cáo có phần đạt, có phần không đạt",
      "the range reported lies on both sides of what is asked for"}},
    {Errc::series_break,
     {"chuỗi số liệu bị ngắt, không có hệ số quy đổi", "the series breaks and nothing bridges it"}},
    {Errc::split_without_shares,
     {"đơn vị bị chia, không rõ tỷ lệ", "a unit was divided, by shares that are not known"}},
    {Errc::target_not_carried,
     {"chỉ tiêu của các đơn vị cũ không gộp được thành chỉ tiêu của đơn vị này",
      "the targets of the units before do not make one for this unit"}},
    {Errc::report_straddles,
     {"kỳ báo cáo vắt qua ngày thay đổi đơn vị",
      "a report runs across the day on which its unit became another"}},
    {Errc::area_changed, {"số báo cáo theo địa bàn khác", "what was reported is for another area"}},
    {Errc::unit_ended, {"đơn vị kết thúc trước khi hết kỳ", "the unit ended before the period"}},
    {Errc::weight_unreported,
     {"không có số liệu để làm quyền số", "the weight of a part has no figure"}},
    {Errc::no_weight, {"không có quyền số nào lớn hơn không", "no weight is above zero"}},
    {Errc::weight_negative, {"quyền số âm", "a weight is negative"}},
    {Errc::division_by_zero, {"mẫu số bằng không", "the denominator is zero"}},
    {Errc::references_apart,
     {"các số trong công thức thuộc thời gian khác nhau",
      "the figures of the formula are of different times"}},
    {Errc::units_changed,
     {"các đơn vị cấp dưới thay đổi trong kỳ", "the units below were not the same all the time"}},
    {Errc::no_profile, {"không khai báo tiến độ", "no profile is declared"}},
    {Errc::no_order,
     {"không xác định được chiều tốt hơn", "no direction says which of two values is better"}},
    {Errc::outside_table, {"nằm ngoài bảng điểm", "it lies outside the table"}},
    {Errc::too_little_available,
     {"thiếu số liệu quá mức cho phép", "less is there than is asked for"}},
    {Errc::unknown_indicator, {"kế hoạch không có chỉ tiêu này", "the plan has no such indicator"}},
    {Errc::unknown_unit, {"kế hoạch không có đơn vị này", "the plan has no such unit"}},
    {Errc::several_targets,
     {"nhiều cấp giao chỉ tiêu, chưa chọn cấp nào", "several assigners have set targets"}},
    {Errc::parts_not_whole,
     {"các thành phần cộng lại không bằng tổng thể", "the parts do not add up to the whole"}},
    {Errc::no_change, {"tổng thể không thay đổi", "the whole has not changed"}},
    {Errc::met_at_base, {"mức gốc đã đạt yêu cầu", "the base met the target already"}},
    {Errc::base_is_target, {"mức gốc bằng mức yêu cầu", "the base is the number asked for"}},
    {Errc::actual_zero, {"số thực hiện bằng không", "the value itself is zero"}},
    {Errc::compared_in_points, {"so sánh bằng điểm phần trăm", "compared in points"}},
    {Errc::no_better_side,
     {"nhiều hơn hay ít hơn đều không phải là tốt hơn", "neither more nor less is better"}},
    {Errc::target_reached, {"đã đạt, không còn thay đổi", "the target has been reached for good"}},
    {Errc::average_of_years,
     {"tăng trưởng nhiều năm là số bình quân, không dùng để tính tiếp",
      "growth over several years is an average, and nothing is computed from it"}},
    {Errc::no_full_year, {"chưa hết năm đầu", "no full year is over"}},
    {Errc::time_is_up, {"đã hết thời gian", "no time is left"}},
    {Errc::not_cumulative, {"không cộng dồn theo thời gian", "it does not add up over time"}},
    {Errc::no_milestone_yet,
     {"chưa đến mốc đầu tiên của tiến độ", "the first milestone is still to come"}},
};

}  // namespace

std::string_view label(Field field, Language language) {
  static constexpr std::array<Phrase, 19> kPhrases = {
      {{"", ""},
       {"Kế hoạch", "Target"},
       {"Thực hiện", "Actual"},
       {"% KH", "% of plan"},
       {"Vượt %", "Excess %"},
       {"Còn lại", "Remaining"},
       {"Cùng kỳ", "Same period"},
       {"Chỉ số %", "Index %"},
       {"Tăng %", "Growth %"},
       {"Dự kiến", "Expected"},
       {"Chênh lệch", "Deviation"},
       {"Mức gốc", "Baseline"},
       {"Mức cần đạt", "Required"},
       {"Cùng kỳ điều chỉnh", "Base revision"},
       {"% quãng đường từ mức gốc", "% of the way from the base"},
       {"Cần đạt mỗi tháng", "Needed a month"},
       {"Dự báo theo bình quân tháng", "Forecast by run rate"},
       {"Dự báo theo cùng tỷ lệ", "Forecast by the same share"},
       {"Tăng giảm", "Change"}}};
  return at(kPhrases, field, language);
}

std::string_view label(Verdict verdict, Language language) {
  static constexpr std::array<Phrase, 5> kPhrases = {
      {{"", ""}, {"vượt", "exceeded"}, {"đạt", "met"}, {"cận", "near"}, {"không đạt", "missed"}}};
  return at(kPhrases, verdict, language);
}

std::string_view label_so_far(Verdict verdict, Language language) {
  constexpr Phrase kNotYet{"chưa đạt", "not yet met"};
  return verdict == Verdict::missed ? kNotYet.in(language) : label(verdict, language);
}

std::string_view label(Course course, Language language) {
  static constexpr std::array<Phrase, 7> kPhrases = {
      {{"", ""},
       {"đã đạt từ mức gốc", "met at the base already"},
       {"mức gốc đã đạt, nay không còn đạt", "met at the base, lost since"},
       {"đạt, mức gốc chưa đạt", "reached since the base"},
       {"gần mức yêu cầu hơn mức gốc", "closer than the base"},
       {"không gần hơn mức gốc", "no closer than the base"},
       {"xa mức yêu cầu hơn mức gốc", "further away than the base"}}};
  return at(kPhrases, course, language);
}

std::string_view label(Schedule schedule, Language language) {
  static constexpr std::array<Phrase, 4> kPhrases = {{{"", ""},
                                                      {"vượt tiến độ", "ahead"},
                                                      {"đúng tiến độ", "on schedule"},
                                                      {"chậm tiến độ", "behind"}}};
  return at(kPhrases, schedule, language);
}

std::string_view label(State state, Language language) {
  static constexpr std::array<Phrase, 8> kPhrases = {{{"", ""},
                                                      {"có số liệu", "value"},
                                                      {"chưa có số liệu", "no data"},
                                                      {"chưa đến kỳ", "not due"},
                                                      {"quá hạn", "overdue"},
                                                      {"không áp dụng", "not applicable"},
                                                      {"không công bố", "withheld"},
                                                      {"chưa xác định", "undefined"}}};
  return at(kPhrases, state, language);
}

std::string_view label(Coverage::Of of, Language language) {
  static constexpr std::array<Phrase, 6> kPhrases = {{{"tháng", "months"},
                                                      {"ngày", "days"},
                                                      {"đơn vị", "units"},
                                                      {"dự án", "projects"},
                                                      {"thành phần", "components"},
                                                      {"nguồn vốn", "pots"}}};
  return at(kPhrases, of, language);
}

std::string_view label(Status status, Language language) {
  static constexpr std::array<Phrase, 3> kPhrases = {
      {{"ước", "estimate"}, {"sơ bộ", "preliminary"}, {"chính thức", "official"}}};
  return at(kPhrases, status, language);
}

std::string_view label(Qualifier qualifier, Language language) {
  static constexpr std::array<Phrase, 4> kPhrases = {
      {{"", ""}, {"khoảng ", "about "}, {"trên ", "over "}, {"dưới ", "under "}}};
  return at(kPhrases, qualifier, language);
}

std::string_view label(Form form, Language language) {
  static constexpr std::array<Phrase, 3> kPhrases = {{{"số trong kỳ", "in the period"},
                                                      {"luỹ kế", "to date"},
                                                      {"mức cuối kỳ", "level at its end"}}};
  return at(kPhrases, form, language);
}

std::string_view label(Form form, TimeRule rule, Language language) {
  constexpr Phrase kMean{"bình quân trong kỳ", "mean of the period"};
  constexpr Phrase kHighest{"mức cao nhất trong kỳ", "highest in the period"};
  constexpr Phrase kLowest{"mức thấp nhất trong kỳ", "lowest in the period"};
  if (form != Form::level) return label(form, language);
  switch (rule) {
    case TimeRule::mean: return kMean.in(language);
    case TimeRule::max: return kHighest.in(language);
    case TimeRule::min: return kLowest.in(language);
    default: return label(form, language);
  }
}

std::string_view label(Standing standing, Language language) {
  static constexpr std::array<Phrase, 8> kPhrases = {{{"", ""},
                                                      {"không áp dụng", "not applicable"},
                                                      {"không công bố", "withheld"},
                                                      {"không đổi", "unchanged"},
                                                      {"hoàn thành", "yes"},
                                                      {"chưa hoàn thành", "no"},
                                                      {"một khoảng", "a range"},
                                                      {"bằng lời", "words"}}};
  return at(kPhrases, standing, language);
}

std::string_view label(TargetLayer layer, Language language) {
  static constexpr std::array<Phrase, 4> kPhrases = {{{"giao", "assigned"},
                                                      {"giao thêm", "added"},
                                                      {"thay thế", "replaced"},
                                                      {"điều chỉnh", "revised"}}};
  return at(kPhrases, layer, language);
}

std::string_view label(SourceRole role, Language language) {
  static constexpr std::array<Phrase, 5> kPhrases = {
      {{"Báo cáo thực hiện", "Reports of the actual value"},
       {"Báo cáo cùng kỳ năm trước", "Reports of the same period of the year before"},
       {"Báo cáo mức gốc", "Reports of the baseline"},
       {"Báo cáo cùng kỳ theo cách khác", "Reports of the same period by the other rule"},
       {"Báo cáo cả năm trước", "Reports of the whole year before"}}};
  return at(kPhrases, role, language);
}

std::string_view label(BaseRule rule, Language language) {
  static constexpr std::array<Phrase, 3> kPhrases = {
      {{"số mới nhất", "the latest known"},
       {"số công bố lần đầu", "as first published"},
       {"số đã ghi nhận đến ngày báo cáo", "as recorded by the day of the report"}}};
  return at(kPhrases, rule, language);
}

std::string_view label(SetAside reason, Language language) {
  static constexpr std::array<Phrase, 12> kPhrases = {
      {{"ghi nhận sau ngày xét", "recorded after the day as known on"},
       {"kỳ kết thúc sau ngày tính", "its period ends after the day as of"},
       {"ngoài kỳ", "outside the period"},
       {"đã được báo cáo sau thay thế", "corrected by a later report"},
       {"có báo cáo cùng ngày chính thức hơn", "a more final report was recorded on that day"},
       {"có bản sửa sau trong cùng ngày", "a later revision was recorded on that day"},
       {"trùng lặp", "repeats another report"},
       {"đã nằm trong báo cáo dài hơn hoặc số luỹ kế",
        "included in a longer report or a running total"},
       {"có mức mới hơn", "a later level counts"},
       {"thuộc bước trước của dự án", "of an earlier stage of the work"},
       {"công bố sau lần đầu", "published after the first report"},
       {"đơn vị khác trong tổng đã báo cáo cả thời gian này",
        "another unit in the sum has reported that time as well"}}};
  return at(kPhrases, reason, language);
}

std::string_view label(Errc reason, Language language) {
  for (const ReasonPhrase& known : kReasons) {
    if (known.reason == reason) return known.phrase.in(language);
  }
  return text_of(reason);
}

std::string_view label(ChangeIn in, Language language) {
  static constexpr std::array<Phrase, 3> kPhrases = {{{"", ""}, {" %", " %"}, {" điểm %", " pp"}}};
  return at(kPhrases, in, language);
}

std::string measure_label(const Measure& measure, Language language) {
  const std::string& name = measure.name.in(language);
  return name.empty() ? measure.id : name;
}

std::string difference_label(const Measure& measure, Language language) {
  std::string name = measure_label(measure, language);
  if (measure.kind != kShareKind) return name;
  if (language == Language::vi) return "điểm " + name;
  return measure.factor == percent().factor ? "pp" : name + " points";
}

std::string wording(const Condition& condition, Language language, const ConditionNumber& number) {
  const std::string value = number(condition, condition.value);
  const std::string in(label(condition.in, language));
  std::string text;
  switch (condition.kind) {
    case ConditionKind::none: return {};
    case ConditionKind::yes: return std::string(label(Standing::yes, language));
    case ConditionKind::components:
      return language == Language::vi ? "theo thành phần" : "by component";
    case ConditionKind::at_least: text = "≥ " + value; break;
    case ConditionKind::more_than: text = "> " + value; break;
    case ConditionKind::at_most: text = "≤ " + value; break;
    case ConditionKind::less_than: text = "< " + value; break;
    case ConditionKind::equal: text = "= " + value; break;
    case ConditionKind::between: text = value + " – " + number(condition, condition.upper); break;
    case ConditionKind::about: text = value + " ± " + number(condition, condition.tolerance); break;
    case ConditionKind::increase_by: text = '+' + value + in; break;
    case ConditionKind::decrease_by: text = "-" + value + in; break;
  }
  if (!condition.then) return text;
  return text + (language == Language::vi ? " và " : " and ") +
         wording(*condition.then, language, number);
}

}  // namespace tiendo
