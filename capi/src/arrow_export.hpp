/// @file
/// Columns handed over by Arrow's C stream interface, with memory that all who have them share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "support.hpp"

namespace tiendo::capi {

/// A column, a dictionary or a struct of columns that is handed over; never changes.
struct ArrowOut {
  using Shared = std::shared_ptr<const ArrowOut>;

  std::string name;
  std::string format;
  std::int64_t rows = 0;
  std::int64_t absent = 0;            ///< rows without a value
  std::vector<const void*> buffers;   ///< the bitmap first; NULL: all rows have a value
  std::shared_ptr<const void> owner;  ///< of the buffers
  std::vector<Shared> children;
  Shared dictionary;
};

/// A stream of one array, the struct. What it hands out lives for itself: the struct is shared by
/// the stream, its arrays and their children, each of which may be released first.
void hand_over(ArrowOut::Shared table, ArrowArrayStream& stream);

}  // namespace tiendo::capi
