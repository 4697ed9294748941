/// @file
/// Earned value and earned schedule: work, time and money of a project in one measure.
///
/// What has been done is counted at its planned price and compared with what should have been done
/// by now (the schedule) and with what it has cost. All is rational and exact. What has no value
/// (nothing planned yet, nothing paid yet, the budget used up) is undefined and never 1 or 0;
/// negative amounts and more earned than there is to earn are refused.
///
/// Sources: Vandevoorde and Vanhoucke, International Journal of Project Management 24 (2006), and
/// the open implementations named in the catalogue. Pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "tiendo/engine/assessment.hpp"

namespace tiendo {

/// What is known of a project at a time, in one measure of money or work. An absent number leaves
/// out what needs it, with its reason.
struct EarnedNumbers {
  Figure bac = Errc::no_target;  ///< budget at completion
  Figure pv = Errc::no_data;     ///< planned by now, of the budget
  Figure ev = Errc::no_data;     ///< earned: what has been done, at its planned price
  Figure ac = Errc::no_data;     ///< actual cost
  /// What the rest will cost by an estimate of its own.
  Figure etc = Errc::no_data;
  std::string vintage = {};
};

/// The value is CPI. Figures, each with its own reason where it has no value:
///
///     CV EV-AC            SV EV-PV             CPI EV/AC       SPI EV/PV      SCI CPI*SPI
///     percent_complete 100 EV/BAC              percent_planned 100 PV/BAC
///     EAC BAC/CPI         EAC_planned AC+BAC-EV                EAC_combined AC+(BAC-EV)/(CPI*SPI)
///     EAC_bottom_up AC+etc                     ETC EAC-AC      VAC BAC-EAC    VAC_bottom_up
///     TCPI (BAC-EV)/(BAC-AC)                   TCPI_EAC (BAC-EV)/(EAC-AC)
///
/// The state is refused, and no figure has a value, where an amount is negative, or EV or PV above
/// BAC: number_out_of_range.
Assessment evm(const EarnedNumbers& it, const BandTable* thresholds = nullptr);

/// How a series of amounts is to be read. Nothing says it of itself: 9, 18, 36 may be 36 or 63.
enum class SeriesKind : std::uint8_t {
  cumulative = 1,  ///< running totals
  per_period = 2,  ///< amounts of the periods, which begin anew
};

/// Running totals of a series. @return running_total_falls where one is lower than that before it,
/// or the first below zero
Result<std::vector<Ratio>> running_totals(std::span<const Ratio> series, SeriesKind kind);

/// What has been planned, and how long the work has been going on.
struct ScheduleNumbers {
  /// Planned by the end of each period; the last is the budget, the periods are the planned
  /// duration PD.
  std::vector<Ratio> planned;
  SeriesKind kind = SeriesKind::cumulative;
  Figure ev = Errc::no_data;
  /// Actual time, in periods; it may pass PD.
  Ratio at = 0;
  Figure ac = Errc::no_data;
  std::string vintage = {};
};

/// Earned schedule: the value is ES, the time by which what is earned was to be earned. With C the
/// last period whose planned amount has been earned, ES = C + (EV - PV_C) / (PV_C+1 - PV_C), at
/// most PD; before the first period 0 was planned. Where nothing is planned for some periods and
/// just that much is earned, C is the last of them. Figures:
///
///     SVt ES-AT       SPIt ES/AT        SCIt SPIt*CPI    TSPIt (PD-ES)/(PD-AT)    IEACt PD/SPIt
///     EACt_ES1 AT+(PD-ES)    EACt_ES2 AT+(PD-ES)/SPIt    EACt_ES3 AT+(PD-ES)/SCIt
///     PV planned by AT, even inside a period   SV EV-PV   SPI EV/PV   CPI EV/AC   SCI SPI*CPI
///     ED AT*SPI       EACt_ED1 AT+(PD-ED)      EACt_ED2 AT+(PD-ED)/SPI        EACt_ED3
///     AT+(PD-ED)/SCI TV SV/(BAC/PD)  EACt_PV1 PD-TV           EACt_PV2 PD/SPI EACt_PV3 PD/SCI
///
/// Refused: no periods or nothing planned in all (table_empty); totals that fall
/// (running_total_falls); a negative amount or time, EV above the budget (number_out_of_range).
Assessment earned_schedule(const ScheduleNumbers& it, const BandTable* thresholds = nullptr);

/// A step of the work and its weight.
struct WeightedStep {
  Ratio weight;
  /// How much of it is done, from 0 to 1; absent, with the reason, where it is not known.
  Figure done = Errc::no_data;
};

/// How much a step counts before it is done. The numbers never change.
enum class StepCredit : std::uint8_t {
  percent = 1,       ///< the share of it that is done
  zero_hundred = 2,  ///< nothing until it is done
  fifty_fifty = 3,   ///< half once it is begun
};

/// The share of the work that is done, sum(weight * credit), from 0 to 1.
///
/// Refused where the weights are not exactly 1 together (weights_not_one), one is negative
/// (weight_negative), a share outside 0 to 1 (number_out_of_range). no_data, with the reason of the
/// first, where one is not known: what has not been reported is not undone.
Assessment milestone_weights(std::span<const WeightedStep> steps, StepCredit credit,
                             const BandTable* thresholds = nullptr);

}  // namespace tiendo
