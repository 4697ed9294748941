// Ids that refer to parts of the plan: each must be known, and a wrong one is told the nearest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan_data.hpp"
#include "tiendo/base/diagnostics.hpp"

namespace tiendo {

// Looks ids up and adds a finding for each that is unknown.
class References {
 public:
  explicit References(Diagnostics& findings) : findings_(findings) {}

  // Adds `code` at `path` + `key` when the id is given but unknown. An id that is absent is another
  // rule's business.
  void require(const Positions& positions, const std::string& id, Errc code, std::string_view path,
               std::string_view key = {}) {
    if (id.empty() || positions.contains(id)) return;
    findings_.push_back({Severity::error, code,
                         Place{{}, std::string(path) + std::string(key), 0, 0},
                         std::string(text_of(code)) + ": \"" + id + '"' + hint(positions, id)});
  }

 private:
  // Each search compares the id with all that are known: a book in which every id is wrong would
  // keep us for hours, and nobody reads more hints than these.
  static constexpr int kMostHints = 20;

  std::string hint(const Positions& positions, const std::string& id) {
    if (++hints_ > kMostHints) return {};
    const std::string near = nearest(id, positions.ids());
    return near.empty() ? std::string() : "; the nearest known one is \"" + near + '"';
  }

  Diagnostics& findings_;
  int hints_ = 0;
};

}  // namespace tiendo
