// Tested by tests/unit/io/work_labels_test.cpp and tests/golden/reports_test.py.

#include "io/work_labels.hpp"

#include <array>

namespace tiendo {
namespace {

template <class Enum, std::size_t N>
std::string_view at(const std::array<Phrase, N>& phrases, Enum which, Language language) {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? phrases[position].in(language) : std::string_view{};
}

}  // namespace

std::string_view label(WorkKind kind, Language language) {
  static constexpr std::array<Phrase, 16> kPhrases = {
      {{"", ""},
       {"Dự án", "Project"},
       {"Khối lượng", "Quantity"},
       {"Bước", "Stage"},
       {"Nguồn vốn", "Pot of capital"},
       {"Vốn của dự án", "Capital of the project"},
       {"Mốc", "Milestone"},
       {"Cộng các dự án", "Total of projects"},
       {"Cộng các dự án, theo bước", "Total of projects at a stage"},
       {"Cộng một nguồn vốn", "Total of a pot"},
       {"Cộng các nguồn vốn", "Total of all pots"},
       {"Tất cả dự án", "All projects"},
       {"Nhóm nhiệm vụ", "Task group"},
       {"Nhiệm vụ", "Task"},
       {"Đơn vị chủ trì", "Lead unit"},
       {"Tất cả nhiệm vụ", "All tasks"}}};
  return at(kPhrases, kind, language);
}

std::string_view label(WorkField field, Language language) {
  static constexpr std::array<Phrase, 11> kPhrases = {{{"", ""},
                                                       {"Kế hoạch", "Planned"},
                                                       {"Thực hiện", "Reached"},
                                                       {"% kế hoạch", "% of plan"},
                                                       {"Còn lại", "Remaining"},
                                                       {"% thời gian", "% of time"},
                                                       {"Tỷ trọng %", "Weight %"},
                                                       {"% công việc", "% of work"},
                                                       {"% đến hạn", "% due"},
                                                       {"Chênh lệch (điểm %)", "Deviation (pp)"},
                                                       {"% đúng hạn", "% in time"}}};
  return at(kPhrases, field, language);
}

std::string_view label(WorkStanding standing, Language language) {
  static constexpr std::array<Phrase, 8> kPhrases = {
      {{"", ""},
       {"trong hạn", "open"},
       {"hoàn thành đúng hạn", "done in time"},
       {"hoàn thành chậm", "done late"},
       {"hoàn thành", "done"},
       {"quá hạn", "overdue"},
       {"quá hạn vượt ngưỡng", "overdue beyond the limit"},
       {"dừng thực hiện", "cancelled"}}};
  return at(kPhrases, standing, language);
}

std::string_view label(TaskState state, Language language) {
  static constexpr std::array<Phrase, 5> kPhrases = {{{"chưa rõ", "not known"},
                                                      {"chưa bắt đầu", "not started"},
                                                      {"đang làm", "in progress"},
                                                      {"hoàn thành", "done"},
                                                      {"dừng thực hiện", "cancelled"}}};
  return at(kPhrases, state, language);
}

std::string_view label(WorkDecider decider, Language language) {
  static constexpr std::array<Phrase, 5> kPhrases = {{{"", ""},
                                                      {"theo báo cáo", "by a report of it"},
                                                      {"theo các mốc", "by its milestones"},
                                                      {"theo khối lượng", "by its quantities"},
                                                      {"theo thanh toán", "by what is paid"}}};
  return at(kPhrases, decider, language);
}

std::string_view label(WorkLeftOut::Why why, Language language) {
  static constexpr std::array<Phrase, 3> kPhrases = {
      {{"của cấp giao khác", "of another assigner"},
       {"của kỳ khác", "of another period"},
       {"đã tính trong số gộp của dự án", "counted in the whole of its project"}}};
  return at(kPhrases, why, language);
}

}  // namespace tiendo
