/// @file
/// A report of work in a few words.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "tiendo/facts/task_report.hpp"

namespace tiendo {

inline TaskState state_named(std::string_view word) {
  for (int i = 1; i < 5; ++i) {
    if (name_of(static_cast<TaskState>(i)) == word) return static_cast<TaskState>(i);
  }
  ADD_FAILURE() << "no state is called " << word;
  return TaskState::none;
}

/// Reads "done on=2024-06-20 @2024-07-02 r1 estimate share=0.5": a state, then what there is, in
/// any order.
inline TaskReport said(const std::string& text) {
  TaskReport report;
  std::istringstream words(text);
  std::string word;
  words >> word;
  report.state = state_named(word);
  while (words >> word) {
    if (word[0] == '@') {
      report.recorded_on = *Date::parse(word.substr(1));
    } else if (word.rfind("on=", 0) == 0) {
      report.done_on = *Date::parse(word.substr(3));
    } else if (word.rfind("share=", 0) == 0) {
      report.share = *Decimal::parse(word.substr(6));
    } else if (word[0] == 'r') {
      report.revision = std::stoi(word.substr(1));
    } else if (word == "estimate") {
      report.status = Status::estimate;
    } else if (word == "preliminary") {
      report.status = Status::preliminary;
    } else {
      ADD_FAILURE() << "unknown word " << word;
    }
  }
  return report;
}

}  // namespace tiendo
