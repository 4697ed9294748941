// Tested by tests/unit/engine/progress_test.cpp and tests/oracle/progress_oracle_test.cpp.

#include "tiendo/engine/progress.hpp"

namespace tiendo {

Result<Ratio> direct_ratio(const Ratio& actual, const Ratio& target) { return actual / target; }

Result<Ratio> inverse_ratio(const Ratio& actual, const Ratio& target) { return target / actual; }

Result<Ratio> mirrored_ratio(const Ratio& actual, const Ratio& target) {
  return Ratio(2) - actual / target;
}

Result<Ratio> targeted_change(const Ratio& baseline, const Ratio& actual, const Ratio& target) {
  return (actual - baseline) / (target - baseline);
}

Result<Ratio> relative_change(const Ratio& before, const Ratio& now) {
  return (now - before) / before.abs();
}

Result<Ratio> path_at(const Ratio& start, const Ratio& end, const Ratio& share) {
  return start + (end - start) * share;
}

Result<Ratio> required_rate(const Ratio& target, const Ratio& actual, const Ratio& left) {
  return (target - actual) / left;
}

Result<Ratio> run_rate(const Ratio& actual, const Ratio& elapsed, const Ratio& all) {
  return actual * all / elapsed;
}

Result<Ratio> share_forecast(const Ratio& actual, const Ratio& past_to_date,
                             const Ratio& past_whole) {
  return actual * past_whole / past_to_date;
}

}  // namespace tiendo
