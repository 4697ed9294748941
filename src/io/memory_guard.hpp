/// @file
/// Readers that run out of memory say so.
#pragma once

#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "tiendo/base/diagnostics.hpp"

namespace tiendo {

/// The one finding that stands in the place of what was not read through.
inline Diagnostics ended(Errc why, std::string_view file) {
  Diagnostic finding;
  finding.code = why;
  finding.place.file = file;
  finding.sentence = text_of(why);
  return {std::move(finding)};
}

/// What the reading returns, or what is made of the finding out_of_memory. That is there before the
/// reading begins; when there is not even memory for it, the exception goes through.
template <class Read, class Make>
auto guarded_reading(std::string_view file, const Read& read, const Make& make)
    -> decltype(read()) {
  Diagnostics out_of_memory = ended(Errc::out_of_memory, file);
  try {
    return read();
  } catch (const std::bad_alloc&) {
    return make(std::move(out_of_memory));
  } catch (const std::length_error&) {  // more than any memory holds
    return make(std::move(out_of_memory));
  }
}

/// The same of a reading that returns findings.
template <class Read>
Diagnostics guarded_reading(std::string_view file, const Read& read) {
  return guarded_reading(file, read, [](Diagnostics finding) { return finding; });
}

}  // namespace tiendo
