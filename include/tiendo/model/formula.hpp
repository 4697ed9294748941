/// @file
/// The formula of an indicator, read and with its references found.
#pragma once

#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo {

/// How an indicator of kind formula is computed: from the figures of other indicators for the same
/// unit, project and window, each as a plain number in its own measure; the result is in the
/// measure of the indicator itself.
struct IndicatorFormula {
  Expression expression;
  /// Beside expression.references(): positions in Plan::indicators().
  std::vector<Index> indicators;
};

}  // namespace tiendo
