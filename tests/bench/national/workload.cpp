#include "workload.hpp"

namespace tiendo::bench {
namespace {

constexpr int kBalance = 12;  // has both signs
constexpr int kWater = 16;    // is below zero

std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

std::uint64_t bits(int number) { return static_cast<std::uint64_t>(number); }

}  // namespace

// clang-format off
const std::array<Drawn, kIndicators> kDrawn = {{
    {"production_value",       Kind::sum,        3, "million dong",         false,         4'200'000,   0},
    {"disbursed_capital",      Kind::sum,        0, "dong",                 false, 1'900'000'000'000,   0},
    {"budget_revenue",         Kind::sum,        3, "million dong",         false,           830'000,   0},
    {"cleared_land",           Kind::sum,        3, "hectare",              false,             1'400,   0},
    {"planted_forest",         Kind::sum,        2, "hectare",              false,             6'300,   0},
    {"new_enterprises",        Kind::sum,        0, "enterprise",           false,             4'000,   0},
    {"new_jobs",               Kind::sum,        0, "job",                  false,            35'000,   0},
    {"paved_roads",            Kind::sum,        3, "km",                   false,               420,   0},
    {"grain_output",           Kind::sum,        1, "tonne",                false,           310'000,   0},
    {"export_value",           Kind::sum,        2, "thousand USD",         false,            92'000,   0},
    {"late_complaints",        Kind::sum,        0, "case",                 true,              3'000,   0},
    {"traffic_accidents",      Kind::sum,        0, "case",                 true,              1'500,   0},
    {"budget_balance",         Kind::sum,        2, "million dong",         false,           120'000,   0},
    {"population",             Kind::last,       0, "person",               false,         9'200'000,   0},
    {"livestock",              Kind::last,       3, "thousand head",        false,             6'400,   0},
    {"outstanding_loans",      Kind::last,       2, "million dong",         false,        15'300'000,   0},
    {"groundwater_level",      Kind::last,       2, "metre to datum",       false,             7'000,   0},
    {"cooperatives",           Kind::last,       0, "cooperative",          false,             3'000,   0},
    {"areas_meeting_standard", Kind::ratio_last, 0, "% of residential areas", false,          11'000, 720},
    {"clean_water",            Kind::ratio_last, 0, "% of households",      false,         2'300'000, 910},
    {"poverty",                Kind::ratio_last, 0, "% of households",      true,          2'300'000,  60},
    {"on_time_cases",          Kind::ratio_sum,  0, "% of cases",           false,            40'000, 950},
    {"crop_loss",              Kind::ratio_sum,  3, "% of hectares",        true,            180'000,  40},
    {"disbursement_rate",      Kind::ratio_sum,  3, "% of million dong",    false,           950'000, 800},
}};
// clang-format on

const char* name_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::sum: return "sum";
    case Kind::last: return "last";
    case Kind::ratio_sum: return "ratio_sum";
    case Kind::ratio_last: return "ratio_last";
  }
  return "";
}

std::int64_t pick(std::uint64_t& seed, std::int64_t n) {
  const auto drawn = static_cast<std::int64_t>(seed % static_cast<std::uint64_t>(n));
  seed = mix(seed);
  return drawn;
}

std::int64_t scaled(std::int64_t x, std::int64_t permille) {
  return static_cast<std::int64_t>(Wide{x} * permille / 1000);
}

std::int64_t quantised(std::int64_t x, int decimals) {
  constexpr std::array<std::int64_t, 4> kSteps = {1000, 100, 10, 1};
  return x - x % kSteps[static_cast<std::size_t>(decimals)];
}

Workload::Workload(const Shape& shape, std::uint64_t seed) : seed_(seed) {
  const std::vector<int> districts = spread(1, shape.provinces, shape.districts);
  const std::vector<int> communes = spread(2, shape.districts, shape.communes);
  first_commune_ = 1 + shape.provinces + shape.districts;
  add(-1, 0);
  for (int province = 0; province < shape.provinces; ++province) add(0, 1);
  for (int province = 0; province < shape.provinces; ++province) {
    for (int k = 0; k < districts[at(province)]; ++k) add(1 + province, 2);
  }
  for (int district = 0; district < shape.districts; ++district) {
    for (int k = 0; k < communes[at(district)]; ++k) add(1 + shape.provinces + district, 3);
  }
}

void Workload::add(int parent, int level) {
  std::uint64_t seed = random(3, units());
  const std::int64_t size = 200 + pick(seed, 900);
  parents_.push_back(parent);
  levels_.push_back(level);
  sizes_.push_back(level == 3 ? size + pick(seed, 900) : 0);
}

// How many children each parent has: five, and the others by chance.
std::vector<int> Workload::spread(std::uint64_t salt, int parents, int children) const {
  std::vector<int> counts(at(parents), 5);
  for (int child = parents * 5; child < children; ++child) {
    ++counts[random(salt, child) % static_cast<std::uint64_t>(parents)];
  }
  return counts;
}

std::uint64_t Workload::random(std::uint64_t salt, int a, int b, int c) const {
  return mix(mix(mix(mix(seed_ * 1000 + salt) + bits(a)) + bits(b)) + bits(c));
}

Fate Workload::fate(int indicator, int unit, int month) const {
  std::uint64_t seed = random(5, indicator, unit, month);
  const bool missing = pick(seed, 100) < 3;
  const bool revised = pick(seed, 100) < 2;
  return {!missing, revised, static_cast<int>(1 + pick(seed, 3))};
}

Parts Workload::last(int indicator, int unit, int month) const {
  return fate(indicator, unit, month).revised ? draw(indicator, unit, month, 11)
                                              : first(indicator, unit, month);
}

Parts Workload::draw(int indicator, int unit, int month, std::uint64_t salt) const {
  const Drawn& drawn = kDrawn[at(indicator)];
  const std::int64_t typical = scaled(drawn.typical, size(unit));
  std::uint64_t seed = random(salt, indicator, unit, month);
  const int decimals = pick(seed, 8) == 0 ? 0 : drawn.decimals;  // some round to whole numbers
  if (is_ratio(drawn.kind)) return draw_ratio(indicator, unit, seed, decimals);
  if (drawn.kind == Kind::last) {
    const std::int64_t level = quantised(scaled(typical, 900 + pick(seed, 201)), decimals);
    return {indicator == kWater ? -level : level, 0};
  }
  const std::int64_t part = indicator == kBalance ? pick(seed, 1000) - 400 : 500 + pick(seed, 1001);
  const std::int64_t amount = quantised(scaled(typical, part), decimals);
  return {pick(seed, 200) == 0 ? -amount : amount, 0};  // some are corrections
}

Parts Workload::draw_ratio(int indicator, int unit, std::uint64_t seed, int decimals) const {
  const Drawn& drawn = kDrawn[at(indicator)];
  const std::int64_t typical = scaled(drawn.typical, size(unit));
  const std::int64_t part = drawn.kind == Kind::ratio_sum ? 500 + pick(seed, 1001) : 1000;
  const std::int64_t base = quantised(scaled(typical, part), drawn.decimals);
  std::uint64_t of_unit = random(4, indicator, unit);
  const int room = drawn.rate < 500 ? drawn.rate : 1000 - drawn.rate;
  std::int64_t rate = drawn.rate + (pick(of_unit, 201) - 100) * room / 100 + pick(seed, 21) - 10;
  rate = rate < 0 ? 0 : rate > 1000 ? 1000 : rate;
  return {quantised(scaled(base, rate), decimals), base};
}

}  // namespace tiendo::bench
