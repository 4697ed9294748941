// Tested by tests/unit/io/statement_writer_test.cpp.

#include "io/statement_labels.hpp"

namespace tiendo {
namespace {

constexpr Phrase kVerdicts[] = {
    {"chưa kết luận được", "is undecided"},
    {"tính lại khớp", "reproduces"},
    {"có thể đúng nếu số đầu vào đã làm tròn", "is possible if the inputs were rounded"},
    {"không thể có từ các số đầu vào", "is impossible with these inputs"},
};

constexpr Phrase kReadings[] = {
    {"khớp nếu là chênh lệch (điểm %), không phải %", "fits as a difference (points), not percent"},
    {"khớp nếu là tỷ lệ hoàn thành", "fits as a rate of completion"},
    {"khớp nếu là phần vượt", "fits as an excess"},
    {"khớp nếu là chỉ số (bằng bao nhiêu %)", "fits as an index"},
    {"khớp nếu là tốc độ tăng", "fits as a growth"},
    {"khớp nếu là mức tăng cả giai đoạn", "fits as the growth over all the years"},
    {"khớp nếu chia đều mức tăng cho số năm", "fits as that growth divided by the years"},
    {"khớp nếu chia cho số sau thay đổi", "fits as the change over the value after it"},
    {"khớp nếu bỏ dấu", "fits without its sign"},
    {"khớp nếu là phần của 1, không phải %", "fits as a part of 1, not percent"},
    {"khớp nếu gấp mười", "fits as ten times the value"},
    {"khớp nếu bằng một phần mười", "fits as a tenth of the value"},
};

template <class Enum, std::size_t N>
std::string_view at(const Phrase (&phrases)[N], Enum which, Language language) {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? phrases[position].in(language) : std::string_view{};
}

std::string in(Language language, std::string_view vi, std::string_view en) {
  return std::string(language == Language::vi ? vi : en);
}

const StatedInput* find(const Statement& statement, std::string_view name) {
  for (const StatedInput& input : statement.inputs) {
    if (input.name == name) return &input;
  }
  return nullptr;
}

// The number with its hedging word, as people read it.
std::string number_text(const Statement& statement, std::string_view name, Language language) {
  const StatedInput* input = find(statement, name);
  if (input == nullptr) return std::string(name);
  return std::string(label(input->qualifier, language)) + input->value.to_string();
}

}  // namespace

std::string_view label(StatedVerdict verdict, Language language) {
  return at(kVerdicts, verdict, language);
}

std::string_view label(Reading reading, Language language) {
  return at(kReadings, reading, language);
}

std::string figure_text(const Statement& statement) {
  const bool hedged = statement.qualifier != Qualifier::exact;
  return (hedged ? std::string(name_of(statement.qualifier)) + ' ' : "") +
         statement.figure.to_string();
}

std::string figure_label(const Statement& statement, Language language) {
  return std::string(label(statement.qualifier, language)) + statement.figure.to_string();
}

std::string line_label(std::int64_t line, Language language) {
  return in(language, "dòng ", "line ") + std::to_string(line);
}

std::string computation(const VerifiedStatement& row, Language language) {
  const Statement& statement = row.statement;
  if (!row.check.expression) {
    return "((" + number_text(statement, "last", language) + " / " +
           number_text(statement, "first", language) + ")^(1/" +
           number_text(statement, "years", language) + ") - 1) * 100";
  }
  const auto& names = row.check.expression->references();
  return row.check.expression->to_string(
      [&](Index place) { return number_text(statement, names[place], language); });
}

std::string bounds_label(const std::string& low, const std::string& high, Language language) {
  return in(language, "số đầu vào cho phép từ ", "the inputs allow from ") + low +
         in(language, " đến ", " to ") + high;
}

std::string roundings_label(const std::string& roundings, Language language) {
  return in(language, "khớp nếu làm tròn kiểu: ", "comes out if rounded: ") + roundings;
}

std::string counts_label(const std::array<std::int64_t, 4>& counts, Language language) {
  const auto of = [&](StatedVerdict verdict) {
    return std::to_string(counts[static_cast<std::size_t>(verdict)]);
  };
  const std::int64_t all = counts[0] + counts[1] + counts[2] + counts[3];
  return std::to_string(all) + in(language, " số liệu: ", " figures: ") +
         of(StatedVerdict::reproduces) + in(language, " khớp, ", " reproduce, ") +
         of(StatedVerdict::possible) + in(language, " có thể, ", " possible, ") +
         of(StatedVerdict::impossible) + in(language, " không thể, ", " impossible, ") +
         of(StatedVerdict::undecided) + in(language, " chưa kết luận", " undecided");
}

}  // namespace tiendo
