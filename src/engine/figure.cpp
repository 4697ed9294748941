// Tested by tests/unit/engine/aggregates_test.cpp.

#include "tiendo/engine/figure.hpp"

namespace tiendo {

Figure::Figure(const Result<Ratio>& result)
    : value(result ? std::optional(*result) : std::nullopt),
      reason(result ? Errc::none : result.error().code) {}

}  // namespace tiendo
