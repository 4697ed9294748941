// Tested by tests/unit/model/project_test.cpp.

#include "tiendo/model/project.hpp"

namespace tiendo {

std::optional<Date> start_of(const Project& project) noexcept {
  if (project.start || !project.period) return project.start;
  return project.period->start();
}

std::optional<Date> finish_of(const Project& project) {
  if (project.finish || !project.period) return project.finish;
  return project.period->last_day();
}

}  // namespace tiendo
