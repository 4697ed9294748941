/// @file
/// Criteria in a few words, for the tests of scores.
#pragma once

#include <string>

#include "tiendo/engine/criteria.hpp"

namespace tiendo {

/// A band from `low` on, to be put after the others; without `score` of a table of classes.
inline Band band_from(std::string code, std::optional<Ratio> low, std::optional<Ratio> high,
                      std::optional<Ratio> score = {}) {
  Band band;
  band.label.code = std::move(code);
  band.low = std::move(low);
  band.high = std::move(high);
  band.score = std::move(score);
  return band;
}

/// 60 points by bands: below 50 none, from 50 half, from 100 all. 40 points on a line from 0 to 100
/// percent, of which 10 come off for each delay. From 90 excellent, from 50 good; of the excellent
/// at most half as many as there are good ones.
inline CriteriaParts two_criteria() {
  CriteriaParts parts;
  parts.name = {"two", "1", "a decree"};
  parts.bands.push_back(
      *BandTable::of({"bands", "1", ""}, {band_from("low", {}, Ratio(50), Ratio(0)),
                                          band_from("half", Ratio(50), Ratio(100), Ratio(30)),
                                          band_from("full", Ratio(100), {}, Ratio(60))})
           .value);
  parts.bands.push_back(
      *BandTable::of({"classes", "1", ""}, {band_from("bad", Ratio(-100), Ratio(50)),
                                            band_from("good", Ratio(50), Ratio(90)),
                                            band_from("excellent", Ratio(90), {})})
           .value);
  parts.scores.push_back(*ScoreTable::of({"line", "1", ""}, {{0, 0}, {100, 100}}, Ends::capped));
  Criterion paid;
  paid.id = "paid";
  paid.indicator = "x";
  paid.figure = Field::completion;
  paid.table = "bands@1";
  paid.points = Ratio(60);
  Criterion done;
  done.id = "done";
  done.indicator = "y";
  done.figure = Field::actual;
  done.table = "line@1";
  done.in = PointsIn::percent;
  done.points = Ratio(40);
  done.deductions = {{"late", Field::actual, "", 10}};
  parts.criteria = {paid, done};
  parts.classes = "classes@1";
  parts.quotas = {{"excellent", {"good"}, 50}};
  return parts;
}

/// The mean of what two lines give, of which the second counts three times.
inline CriteriaParts weighted_criteria() {
  CriteriaParts parts = two_criteria();
  for (Criterion& one : parts.criteria) {
    one.points.reset();
    one.in = PointsIn::points;
    one.table = "line@1";
    one.weight = Ratio(1);
    one.deductions.clear();
  }
  parts.criteria[1].weight = Ratio(3);
  return parts;
}

}  // namespace tiendo
