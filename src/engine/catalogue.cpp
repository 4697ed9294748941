// Tested by tests/unit/engine/catalogue_test.cpp.
//
// Data only: one entry a method, in the order of docs/guide/methods.md.

#include "tiendo/engine/catalogue.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr MethodEntry kMethods[] = {
    {"ratio_to_target", "1", "direct inverse mirrored", "v T", "v / T; T / v; 2 - v / T", "ratio",
     "European Commission, SFC2014: achievement ratio; reports of Vietnamese bodies (đạt % kế "
     "hoạch)",
     "Tỷ lệ thực hiện so với chỉ tiêu: càng cao càng tốt (direct), càng thấp càng tốt (inverse, "
     "mirrored).",
     "What has been reached over the target: where more is better (direct), where less is "
     "(inverse, mirrored)."},
    {"percent_of_targeted_change", "1", "", "b v T", "100 (v - b) / (T - b)", "percent",
     "Healthy People 2020, final review (NCHS); results frameworks; key results",
     "Đã đi được bao nhiêu phần trăm quãng đường từ mức gốc đến chỉ tiêu.",
     "How much of the way from the baseline to the target has been gone."},
    {"linear_path", "1", "", "b v T elapsed", "v - (b + (T - b) elapsed)", "measure",
     "European Environment Agency, distance to target path",
     "Chênh lệch so với đường thẳng từ mức gốc đến chỉ tiêu; dương là nhanh hơn.",
     "The deviation from a straight line from baseline to target; above zero is ahead."},
    {"milestone_path", "1", "step interpolated", "v milestones day", "v - path(day)", "measure",
     "WHO, 13th General Programme of Work: scenarios between dated values",
     "Chênh lệch so với các mốc có ngày; trước mốc đầu tiên thì chưa đến hạn.",
     "The deviation from dated milestones; before the first nothing is due."},
    {"profile_path", "1", "", "b v T shares periods", "v - (b + (T - b) s)", "measure",
     "IMF, cash planning: phasing of the year's amount by shares",
     "Chênh lệch so với đường phân bổ theo tỷ trọng từng kỳ (cộng lại đúng bằng 1).",
     "The deviation from a path by the share of each period, exactly 1 together."},
    {"phased_goal", "1", "cumulative snapshot", "v T q", "v / T - q / 4; v / T - 1", "ratio",
     "USAID, PEPFAR: gophr, adorn_achievement",
     "Tỷ lệ đạt trừ phần phải đạt đến hết quý; số luỹ kế tính q/4, số thời điểm tính cả năm.",
     "The ratio to the target less what is due by the quarter: q/4 of what adds up, all of what "
     "does not."},
    {"band_table", "1", "", "v", "the band that holds v", "label", "each table names its own",
     "Xếp giá trị vào nhóm theo bảng ngưỡng, trên số chính xác chưa làm tròn.",
     "The band of a value in a table of thresholds, by the exact value."},
    {"score_table", "1", "", "v", "straight lines between knots", "score",
     "each table names its own", "Điểm của giá trị theo đường gấp khúc giữa các nút.",
     "The score of a value on straight lines between knots."},
    {"minmax", "1", "", "v worst best scale", "scale (v - worst) / (best - worst)", "score",
     "OECD/JRC, Handbook on constructing composite indicators; COINr",
     "Chuẩn hoá giữa giá trị kém nhất và tốt nhất.", "The value between the worst and the best."},
    {"goalposts", "1", "capped", "v worst best scale", "scale (v - worst) / (best - worst)",
     "score", "UNDP, Human Development Report, technical notes; COINr",
     "Chuẩn hoá giữa hai mốc cho trước, có thể chặn ở hai đầu.",
     "The value between two goalposts that do not follow from the data; capped or not."},
    {"distance_to_target", "1", "capped", "v T worst", "1 - |T - v| / |T - worst|", "score",
     "OECD/JRC, Handbook on constructing composite indicators; COINr",
     "Còn cách chỉ tiêu bao xa so với giá trị kém nhất; bằng 1 khi đạt.",
     "How close to the target, measured from the worst value; 1 at the target."},
    {"weighted_mean", "1", "", "x w least_available", "sum(w x) / sum(w)", "measure",
     "OECD/JRC, Handbook on constructing composite indicators; COINr, data threshold",
     "Trung bình có trọng số của các số đã có; thiếu quá mức cho phép thì không tính.",
     "The weighted mean of what is there; none where less is there than the least share."},
    {"worst", "1", "", "x", "the worst of x", "measure",
     "OECD/JRC, Handbook on constructing composite indicators (minimum)", "Giá trị kém nhất.",
     "The worst value."},
    {"mean_of_k_worst", "1", "", "x k", "the mean of the k worst of x", "measure",
     "Sustainable Development Report 2019: the two worst indicators of a goal",
     "Trung bình của k giá trị kém nhất.", "The mean of the k worst values."},
    {"competition_rank", "1", "", "x", "1 + how many are better", "places",
     "Bradley, Ranking and scoring: places 1, 2, 2, 4",
     "Xếp hạng; bằng nhau thì cùng hạng và hạng sau đếm cả: 1, 2, 2, 4.",
     "Places; equals share one and the next counts them all: 1, 2, 2, 4."},
    {"verdict_scores", "1", "", "verdict", "the score of the verdict", "score",
     "Decision 766/QD-TTg (2022): full points where the target of the stage is met",
     "Điểm theo kết quả đánh giá: vượt, đạt, cận, không đạt.",
     "The score of a verdict: exceeded, met, near, missed."},
    {"criteria_total", "1", "points weights", "p m w bonus penalty",
     "M sum(p) / sum(m); sum(w p) / sum(w)", "score",
     "Decree 335/2025/ND-CP and others: points by criteria, classes of the total",
     "Tổng điểm các tiêu chí, cộng điểm thưởng, trừ điểm phạt; tiêu chí bỏ ra thì tính lại cho đủ.",
     "The total of criteria, bonus and penalty; what is left out is made up by the others."},
    {"required_run_rate", "1", "", "v T left", "(T - v) / left", "measure",
     "budget execution: what each period that is left has to bring",
     "Mỗi kỳ còn lại phải thực hiện bao nhiêu để đạt chỉ tiêu.",
     "What each period that is left has to bring to reach the target."},
    {"run_rate_forecast", "1", "", "v elapsed all", "v all / elapsed", "measure",
     "budget execution: year to date over the time that is gone",
     "Dự báo cả kỳ nếu thời gian còn lại thực hiện đều như đến nay.",
     "A forecast: the rest of the time brings as much as what is gone."},
    {"profile_forecast", "1", "", "v past_to_date past_whole", "v past_whole / past_to_date",
     "measure", "IMF, cash planning: year to date over its share in past years",
     "Dự báo cả kỳ nếu tỷ trọng đến nay bằng tỷ trọng cùng kỳ các năm trước.",
     "A forecast: by now the same share of the whole is reached as in the past."},
    {"contribution", "1", "", "x x' X'", "100 (x - x') / |X'|", "points",
     "INSEE and BEA, contributions to growth; China Statistical Yearbook 2011, table 2-20",
     "Đóng góp của một bộ phận vào tốc độ tăng chung, điểm phần trăm.",
     "What a part contributes to the growth of the whole, in percentage points."},
    {"share_of_increment", "1", "", "x x' X X'", "100 (x - x') / (X - X')", "percent",
     "China Statistical Yearbook 2011, table 2-20",
     "Tỷ trọng của một bộ phận trong phần tăng thêm.",
     "The share of a part in the change of the whole."},
    {"evm", "1", "", "BAC PV EV AC etc", "EV / AC and others", "ratio",
     "Vandevoorde and Vanhoucke, International Journal of Project Management 24 (2006)",
     "Giá trị thu được: khối lượng, tiến độ và chi phí của dự án trên cùng một thước đo.",
     "Earned value: work, schedule and cost of a project in one measure."},
    {"earned_schedule", "1", "cumulative per_period", "PV_k EV AT AC",
     "C + (EV - PV_C) / (PV_C+1 - PV_C)", "periods",
     "Lipke, Schedule is different (2003); Vandevoorde and Vanhoucke (2006)",
     "Tiến độ thu được: khối lượng đã làm lẽ ra phải xong vào kỳ nào.",
     "Earned schedule: by which time what is done was to be done."},
    {"milestone_weights", "1", "percent zero_hundred fifty_fifty", "w done", "sum(w done)", "ratio",
     "ISO 21508 and textbooks of earned value: weighted milestones",
     "Phần công việc đã xong theo trọng số các mốc (cộng lại đúng bằng 1).",
     "The share of the work that is done, by milestones whose weights are exactly 1 together."},
};

}  // namespace

std::span<const MethodEntry> methods() noexcept { return kMethods; }

const MethodEntry* method_named(std::string_view id) noexcept {
  const auto found = std::find_if(std::begin(kMethods), std::end(kMethods),
                                  [id](const MethodEntry& entry) { return entry.id == id; });
  return found == std::end(kMethods) ? nullptr : &*found;
}

}  // namespace tiendo
