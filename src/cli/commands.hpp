// The commands of the tool, each from its options to its exit status.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tiendo::cli {

// Exit statuses; promises of the format.
inline constexpr int kDone = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;
inline constexpr int kTrouble = 3;

// What the command line says. Words are checked against their lists before a command runs.
struct Options {
  std::string plan;
  std::vector<std::string> observations;
  std::vector<std::string> tasks;
  std::string numbers = "plain";
  std::string as_of;
  std::string known_on;
  std::string base;
  std::string rules;
  std::string criteria;
  std::string on;
  std::string map;
  std::string format = "text";
  std::string language = "vi";
  std::optional<int> digits;
  std::string rounding;
  bool exact = false;
  std::vector<std::string> by;
  std::string indicator;
  std::string unit;
  std::string assigner;
  std::string project;
  bool check = false;
  std::string target;
  std::string weights;
  std::string period;
  int levels = 1;
  int threads = 1;
  bool progress = false;
  std::string remainder = "largest";
  std::string split_format = "csv";
  std::string statements;
  bool strict = false;
  std::string figure = "completion";
  std::string over;
  std::string whole;
  std::string shares = "independent";
  std::optional<int> row_levels;
  bool of_work = false;
  bool of_summary = false;
  std::string group;
  std::string kind;
  std::string part;
  std::string task_group;
  std::string lead;
};

int report(const Options& options);
int check(const Options& options);
int explain(const Options& options);
int work(const Options& options);
int format(const Options& options);
int methods(const Options& options);
int targets(const Options& options);
int split(const Options& options);
int verify(const Options& options);
int rank(const Options& options);
int contributions(const Options& options);
int rules(const Options& options);
int score(const Options& options);
int criteria(const Options& options);

}  // namespace tiendo::cli
