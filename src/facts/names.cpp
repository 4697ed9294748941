// Tested by tests/unit/facts/names_test.cpp.

#include <array>

#include "tiendo/facts/selection.hpp"
#include "tiendo/facts/task_report.hpp"

namespace tiendo {
namespace {

template <class Enum, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& names, Enum which) noexcept {
  const auto position = static_cast<std::size_t>(which);
  return position < N ? names[position] : std::string_view{};
}

}  // namespace

std::string_view name_of(Form form) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"increment", "to_date", "level"};
  return at(kNames, form);
}

std::string_view name_of(Status status) noexcept {
  static constexpr std::array<std::string_view, 3> kNames = {"estimate", "preliminary", "official"};
  return at(kNames, status);
}

std::string_view name_of(Qualifier qualifier) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"exact", "about", "over", "under"};
  return at(kNames, qualifier);
}

std::string_view name_of(Standing standing) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {
      "value", "n/a", "withheld", "unchanged", "yes", "no", "range", "words"};
  return at(kNames, standing);
}

std::string_view name_of(TaskState state) noexcept {
  static constexpr std::array<std::string_view, 5> kNames = {"", "not_started", "in_progress",
                                                             "done", "cancelled"};
  return at(kNames, state);
}

std::string_view name_of(SetAside reason) noexcept {
  static constexpr std::array<std::string_view, 12> kNames = {
      "recorded_later", "not_over",       "outside_window",  "corrected",
      "less_final",     "lower_revision", "repeated",        "covered",
      "earlier_level",  "earlier_stage",  "published_later", "told_by_another"};
  return at(kNames, reason);
}

}  // namespace tiendo
