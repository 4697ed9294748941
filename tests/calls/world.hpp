/// @file
/// Arguments with which every function of tiendo.h goes well, and what they point to.
///
/// A World makes what a call needs when it is asked for it, and ends all of it. A type or name that
/// it does not know ends the process: a new function has to be given its arguments in world.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "calls.hpp"
#include "inputs.hpp"

namespace tiendo::calls {

/// Where a call writes: exactly as many bytes as it may, for the sanitizers to watch.
struct Output {
  std::size_t parameter = 0;
  std::unique_ptr<unsigned char[]> room;
  std::vector<unsigned char> before;  ///< what was put there before the call

  bool is_untouched() const;
  Word word() const { return reinterpret_cast<Word>(room.get()); }
  /// The handle that stands there.
  void* handle() const;
};

/// A function with its arguments.
struct Call {
  const Function* function = nullptr;
  std::vector<Word> words;
  std::vector<Output> outputs;

  /// The status, or whatever the function returns.
  tiendo_status make() const { return static_cast<tiendo_status>(function->call(words.data())); }
  const Output* output_of(std::size_t parameter) const;
};

class World {
 public:
  World() = default;
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// A context whose record is that of a failure, with findings.
  tiendo_context* context();
  /// A call that returns TIENDO_OK, if no other has been made before.
  Call call_of(const Function& function);
  /// Ends what a call has made, if anything; what it ended is not ended again.
  void finish(const Call& call);

 private:
  Word word_of(const Function& function, const Parameter& parameter);
  Word handle_of(const Function& function, const Parameter& parameter);
  void fill(const Function& function, const Parameter& parameter, Output& output);

  tiendo_context* own();
  tiendo_plan* plan();
  tiendo_plan* own_plan();
  tiendo_observations* log(const std::string& which);
  tiendo_report* report(const std::string& which);
  tiendo_partial* partial(const std::string& which);
  tiendo_plan_builder* builder();
  tiendo_tasks* tasks();
  tiendo_work* work();
  tiendo_expression* expression();

  Inputs inputs_;
  tiendo_context* context_ = nullptr;
  tiendo_context* own_ = nullptr;  // makes what the calls need, whatever is done to the other
  tiendo_plan* plan_ = nullptr;
  tiendo_plan* own_plan_ = nullptr;  // of all logs, also when a call ends the other
  tiendo_plan* book_ = nullptr;
  std::map<std::string, tiendo_observations*> logs_;
  std::map<std::string, tiendo_report*> reports_;
  std::map<std::string, tiendo_partial*> partials_;
  tiendo_plan_builder* builder_ = nullptr;
  tiendo_tasks* tasks_ = nullptr;
  tiendo_work* work_ = nullptr;
  tiendo_expression* expression_ = nullptr;
};

}  // namespace tiendo::calls
