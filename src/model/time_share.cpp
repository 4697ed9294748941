// Tested by tests/unit/model/time_share_test.cpp.

#include "tiendo/model/time_share.hpp"

namespace tiendo {

Ratio elapsed_share(const Period& period, Date as_of) {
  // A period is never empty and its days are few digits, so there is always a quotient.
  return *(Ratio(period.days_gone(as_of)) / Ratio(period.days()));
}

}  // namespace tiendo
