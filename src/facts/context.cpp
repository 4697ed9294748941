// Tested by tests/unit/facts/observation_log_test.cpp and observation_storage_test.cpp there.

#include "facts/context.hpp"

namespace tiendo {
namespace {

std::uint64_t pair(std::int32_t high, std::int32_t low) {
  return std::uint64_t{static_cast<std::uint32_t>(high)} << 32 | static_cast<std::uint32_t>(low);
}

std::uint64_t hash_of(const Context& c) {
  const auto flags =
      static_cast<unsigned>(c.earlier_stage) | static_cast<unsigned>(c.has_parts) << 1 |
      static_cast<unsigned>(c.is_big) << 2 | static_cast<unsigned>(c.has_extra) << 3 |
      static_cast<unsigned>(c.has_texts) << 4 | static_cast<unsigned>(c.is_late) << 5;
  const auto words = static_cast<unsigned>(c.form) | static_cast<unsigned>(c.standing) << 4 |
                     static_cast<unsigned>(c.status) << 8 |
                     static_cast<unsigned>(c.qualifier) << 12 |
                     static_cast<unsigned>(c.rivalry) << 16 | flags << 20;
  std::uint64_t hash = mixed(pair(c.period.start().days(), c.period.end().days()));
  hash = mixed(hash ^ pair(c.recorded_on.days(), c.revision));
  return mixed(hash ^ pair(static_cast<std::int32_t>(words), c.scale << 16 ^ c.denominator_scale));
}

}  // namespace

Index Contexts::number_of(const Context& context) {
  const std::uint64_t hash = hash_of(context);
  const Index known = numbers_.find(hash, [&](Index number) { return all_[number] == context; });
  if (known != kNone) return known;
  numbers_.make_room([&](Index number) { return hash_of(all_[number]); });
  all_.push_back(context);
  const auto number = static_cast<Index>(all_.size() - 1);
  numbers_.add(hash, number);
  return number;
}

}  // namespace tiendo
