// What a call into another library costs without any guard, and with nothing of it but the flag
// that says who is inside: for capi_bench.cpp.
#pragma once

#include <atomic>
#include <cstdint>

struct BareContext {
  std::atomic_flag busy;
  std::int32_t threads = 1;
};

// Does what tiendo_context_set_threads() does, without a barrier, a record or a flag.
[[gnu::visibility("default")]] std::int32_t bare_set_threads(BareContext* context,
                                                             std::int32_t threads);
// The same with the flag.
[[gnu::visibility("default")]] std::int32_t flagged_set_threads(BareContext* context,
                                                                std::int32_t threads);
