/// @file
/// Long work that is done as a Run says, from the outside: what it makes, or why there is nothing.
#pragma once

#include <new>
#include <stdexcept>
#include <utility>

#include "tiendo/base/result.hpp"
#include "tiendo/base/run.hpp"

namespace tiendo {

/// What `body(watch)` makes.
/// @return cancelled where the watcher said no, for then it is of no use; out_of_memory
template <class Body>
auto watched(const Run& run, const Body& body) -> Result<decltype(body(std::declval<Watch&>()))> {
  try {
    Watch watch(run);
    auto made = body(watch);
    if (watch.stopped()) return error(Errc::cancelled);
    return made;
  } catch (const std::bad_alloc&) {
    return OutOfMemory();
  } catch (const std::length_error&) {  // more than any memory holds
    return OutOfMemory();
  }
}

}  // namespace tiendo
