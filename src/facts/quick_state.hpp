// What is remembered from one call of append_columns() to the next.
#pragma once

#include <cstdint>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo {

struct QuickState {
  // Of an indicator of the plan.
  struct Kind {
    bool usual = false;  // it is reported as a number or a ratio
    bool is_ratio = false;
    bool adds_up = false;
    int most_scale = 0;
    std::uint64_t plain = 0;  // what the words of a plain number say under kPlain
  };
  // What the context of a row is made of.
  struct Key {
    std::uint64_t period = 0;    // start and end
    std::uint64_t recorded = 0;  // day of recording and revision
    std::uint64_t words = 0;     // scales, form, status, qualifier, parts; 0 for no key

    friend bool operator==(const Key&, const Key&) = default;
  };
  static constexpr std::uint64_t kPlain = 0xf0cU;  // of the words, the form and the qualifier
  struct Known {
    Key key;
    Index number = kNone;
  };

  std::vector<Kind> kinds;   // of each indicator, once there are columns
  std::vector<Known> known;  // contexts, each where its key leads
};

}  // namespace tiendo
