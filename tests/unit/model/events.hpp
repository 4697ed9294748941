/// @file
/// Events in the life of units, in a few words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "books.hpp"

namespace tiendo {

/// An heir with its share; none when `share` is empty.
inline Heir heir(std::string unit, std::string_view share = {}) {
  return {std::move(unit), share.empty() ? std::nullopt : std::optional(dec(share))};
}

/// Units that become others.
inline Succession becomes(std::string_view on, std::vector<std::string> from,
                          std::vector<Heir> to) {
  Succession event;
  event.on = day(on);
  event.from = std::move(from);
  event.to = std::move(to);
  return event;
}

/// A unit that stays; what changes is set on what comes back.
inline Succession stays(std::string_view on, std::string unit) {
  Succession event;
  event.on = day(on);
  event.unit = std::move(unit);
  return event;
}

inline Succession moves(std::string_view on, std::string unit, std::string parent) {
  Succession event = stays(on, std::move(unit));
  event.parent = std::move(parent);
  return event;
}

inline Succession recodes(std::string_view on, std::string unit, std::string code) {
  Succession event = stays(on, std::move(unit));
  event.code = std::move(code);
  return event;
}

}  // namespace tiendo
