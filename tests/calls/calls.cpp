// The table that table.py writes, compiled: each entry calls its function with the types that the
// header declares.

#include "calls.hpp"

#include <type_traits>
#include <utility>

namespace tiendo::calls {
namespace {

template <class T>
T passed(Word word) {
  if constexpr (std::is_pointer_v<T>) {
    return reinterpret_cast<T>(word);
  } else {
    return static_cast<T>(word);
  }
}

template <class R, class... A, std::size_t... I>
Word call_with(R (*function)(A...) noexcept, const Word* words, std::index_sequence<I...> /*all*/) {
  if constexpr (std::is_void_v<R>) {
    function(passed<A>(words[I])...);
    return 0;
  } else if constexpr (std::is_pointer_v<R>) {
    return reinterpret_cast<Word>(function(passed<A>(words[I])...));
  } else {
    return static_cast<Word>(static_cast<std::int64_t>(function(passed<A>(words[I])...)));
  }
}

template <class R, class... A>
Word call(R (*function)(A...) noexcept, [[maybe_unused]] const Word* words) {
  return call_with(function, words, std::index_sequence_for<A...>());
}

}  // namespace

bool Function::names(tiendo_status status) const {
  return (status >= 0 && status < 63) || status == TIENDO_E_INTERNAL ? (statuses & bit(status)) != 0
                                                                     : false;
}

const std::vector<Function>& functions() {
  static const std::vector<Function> all = {
#include "calls.inc"
  };
  return all;
}

}  // namespace tiendo::calls
