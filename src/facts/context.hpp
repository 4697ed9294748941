// What many reports have in common: all of a row but where it belongs and its number.
#pragma once

#include <tuple>
#include <vector>

#include "facts/number_table.hpp"
#include "tiendo/facts/observation.hpp"

namespace tiendo {

// How a row stands to others of its cell whose periods share a day with its own.
enum class Rivalry : std::uint8_t {
  none,     // there are none
  ahead,    // all are for the same period in the same form, and this one ranks above them
  behind,   // likewise, but another one ranks highest; no two rank equal
  tangled,  // anything else, of them or of those that they share days with
};

struct Context {
  Period period;
  Date recorded_on;
  std::int32_t revision = 0;
  std::int16_t scale = 0;              // of the number
  std::int16_t denominator_scale = 0;  // of a ratio
  Form form = Form::increment;
  Standing standing = Standing::value;  // as it was reported: also yes and no
  Status status = Status::official;
  Qualifier qualifier = Qualifier::exact;
  bool earlier_stage = false;
  bool has_parts = false;  // a numerator and a denominator
  bool is_big = false;     // its numbers do not fit the columns
  bool has_extra = false;
  bool has_texts = false;
  bool is_late = false;  // it begins before a row of the cell ended that had come before
  Rivalry rivalry = Rivalry::none;

  friend bool operator==(const Context&, const Context&) = default;
};

// Whether neither can win over the other, the stages of the work apart.
inline bool same_standing(const Context& a, const Context& b) {
  return a.period == b.period && a.form == b.form && a.recorded_on == b.recorded_on &&
         a.status == b.status && a.revision == b.revision && a.earlier_stage == b.earlier_stage;
}

// Of reports for the same, the one of the highest rank counts.
inline auto rank_of(const Context& context) {
  return std::tuple(context.recorded_on, context.status, context.revision);
}

// Each context once; a row refers to it by its number.
class Contexts {
 public:
  std::size_t size() const noexcept { return all_.size(); }
  const Context& operator[](Index number) const noexcept { return all_[number]; }
  // The number of the context, which is taken in where it is new.
  Index number_of(const Context& context);

 private:
  std::vector<Context> all_;
  NumberTable numbers_;
};

}  // namespace tiendo
