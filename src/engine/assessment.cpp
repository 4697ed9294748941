// Tested by tests/unit/engine/methods_test.cpp.

#include "tiendo/engine/assessment.hpp"

#include "engine/names.hpp"

namespace tiendo {

std::string_view name_of(Quantity quantity) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {
      "", "level", "flow", "cumulative", "rate", "index", "binary", "milestones"};
  return at(kNames, quantity);
}

std::string_view name_of(MethodState state) noexcept {
  static constexpr std::array<std::string_view, 19> kNames = {"",
                                                              "measured",
                                                              "target_met",
                                                              "met_at_baseline",
                                                              "lost",
                                                              "maintained",
                                                              "moving_away",
                                                              "no_change",
                                                              "no_data",
                                                              "single_point",
                                                              "no_baseline",
                                                              "no_target",
                                                              "undefined_zero_over_zero",
                                                              "undefined_division",
                                                              "sign_change",
                                                              "not_comparable",
                                                              "not_due",
                                                              "past_due",
                                                              "refused"};
  return at(kNames, state);
}

std::string_view name_of(DecidedBy step) noexcept {
  static constexpr std::array<std::string_view, 11> kNames = {
      "",       "data",       "target",    "kind",  "met",    "lost",
      "points", "definition", "direction", "bands", "formula"};
  return at(kNames, step);
}

std::string to_string(const MethodName& name) {
  return name.id + '@' + name.version + (name.variant.empty() ? "" : '/' + name.variant);
}

Figure Assessment::figure(std::string_view name) const {
  for (const NamedFigure& each : figures) {
    if (each.name == name) return each.figure;
  }
  return Errc::no_such_figure;
}

Result<Decimal> printed_in_band(const Ratio& value, const BandTable& table, int digits,
                                Rounding mode) {
  const Band* band = table.band_of(value);
  while (true) {
    Result<Decimal> printed = round(value, digits, mode);
    if (!printed || band == nullptr || table.band_of(*printed) == band) return printed;
    ++digits;
  }
}

}  // namespace tiendo
