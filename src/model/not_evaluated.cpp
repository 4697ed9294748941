// Tested by tests/unit/model/not_evaluated_test.cpp and tests/golden/errors.
//
// What the format has, and what a plan may hold, but what the engine does not compute with: no plan
// is made with it, so that no report is made without it.

#include "model/validator.hpp"

namespace tiendo {
namespace {

class Refusal {
 public:
  explicit Refusal(Diagnostics& findings) : findings_(findings) {}

  // Adds a finding when the part is there.
  void when(bool there, std::string path, std::string_view what) {
    if (!there) return;
    findings_.push_back({Severity::error, Errc::unsupported, Place{{}, std::move(path), 0, 0},
                         std::string(what) + " not evaluated by this version"});
  }

 private:
  Diagnostics& findings_;
};

void check(const Target& target, const std::string& path, Refusal& refuse) {
  refuse.when(target.profile.has_value(), path + "/profile", "expected progress is");
}

}  // namespace

void check_evaluated(const Plan::Data& data, const std::vector<std::string>& paths,
                     Diagnostics& findings) {
  Refusal refuse(findings);
  for (std::size_t i = 0; i < data.targets.size(); ++i) check(data.targets[i], paths[i], refuse);
}

}  // namespace tiendo
