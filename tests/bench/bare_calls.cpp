#include "bare_calls.hpp"

namespace {

constexpr std::int32_t kMostThreads = 256;

}  // namespace

std::int32_t bare_set_threads(BareContext* context, std::int32_t threads) {
  if (context == nullptr || threads < 1 || threads > kMostThreads) return 1;
  context->threads = threads;
  return 0;
}

std::int32_t flagged_set_threads(BareContext* context, std::int32_t threads) {
  if (context == nullptr) return 1;
  if (context->busy.test_and_set(std::memory_order_acquire)) return 2;
  const bool fits = threads >= 1 && threads <= kMostThreads;
  if (fits) context->threads = threads;
  context->busy.clear(std::memory_order_release);
  return fits ? 0 : 1;
}
