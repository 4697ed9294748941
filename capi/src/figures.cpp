// Tested by tests/capi/figures_test.c.

#include <algorithm>
#include <vector>

#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/engine/fitting_plans.hpp"
#include "tiendo/io/statement_writer.hpp"

using tiendo::Decimal;
using tiendo::FittingPlans;
using tiendo::PrintedRate;
using tiendo::Rounding;
using tiendo::VerifiedStatement;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_decimal;
using tiendo::capi::run;

namespace {

// How the figures of a table are read and written.
struct Form {
  tiendo::NumberFormat numbers;
  tiendo::ReportFormat format = tiendo::ReportFormat::text;
  tiendo::Language language = tiendo::Language::vi;
};

Outcome read_form(const tiendo_context& context, tiendo_numbers numbers, tiendo_format format,
                  tiendo_language language, Form& form) {
  Outcome bad = tiendo::capi::read_numbers(context, numbers, form.numbers);
  if (!bad.failed()) bad = tiendo::capi::read_format(format, form.format);
  if (!bad.failed()) bad = tiendo::capi::read_language(language, form.language);
  return bad;
}

Outcome verify(tiendo_context& context, std::string_view table, std::string_view name,
               const Form& form, std::string& text) {
  tiendo::StatementWriter writer(form.format, form.language);
  text = writer.begin();
  Outcome bad = tiendo::capi::keep(
      context,
      tiendo::verify_statements(table, name, form.numbers,
                                [&](const VerifiedStatement& row) { text += writer.row(row); }));
  text += writer.end();
  return bad;
}

Outcome read_rate(const tiendo_decimal* actual, const tiendo_decimal* rate,
                  tiendo_rounding rounding, PrintedRate& printed) {
  Outcome bad = read_decimal("actual", actual, printed.actual);
  if (!bad.failed()) bad = read_decimal("rate", rate, printed.rate);
  if (bad.failed() || rounding == TIENDO_ROUND_UNKNOWN) return bad;
  Rounding mode = Rounding::half_up;
  bad = tiendo::capi::read_rounding(rounding, mode);
  printed.rounding = mode;
  return bad;
}

// Room for what is found.
struct PlansOut {
  tiendo_decimal* plans;
  std::int64_t capacity;
  std::int64_t* listed;
  tiendo_decimal* count;
  std::int32_t* has_count;

  Outcome check() const {
    if (capacity < 0 || (plans == nullptr && capacity > 0)) return null_argument("plans");
    if (listed == nullptr) return null_argument("listed");
    if (count == nullptr) return null_argument("count");
    if (has_count == nullptr) return null_argument("has_count");
    return {};
  }

  Outcome put(const FittingPlans& found) const {
    std::vector<tiendo_decimal> all(found.plans.size());
    tiendo_decimal number{};
    Outcome bad;
    for (std::size_t i = 0; i < all.size() && !bad.failed(); ++i) {
      bad = tiendo::capi::store_decimal(found.plans[i], all[i]);
    }
    if (!bad.failed() && found.count) bad = tiendo::capi::store_decimal(*found.count, number);
    if (bad.failed()) return bad;
    std::copy(all.begin(), all.end(), plans);
    *listed = tiendo::capi::count_of(all.size());
    *count = number;
    *has_count = std::int32_t{found.count.has_value()};
    return {};
  }
};

}  // namespace

tiendo_status tiendo_figures_verify(tiendo_context* context, const char* table,
                                    int64_t table_length, const char* name, tiendo_numbers numbers,
                                    tiendo_format format, tiendo_language language, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    std::string_view bytes;
    Form form;
    Outcome bad = tiendo::capi::take_bytes("table", table, table_length, bytes);
    if (!bad.failed()) bad = read_form(*context, numbers, format, language, form);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      return verify(*context, bytes, tiendo::capi::name_or_none(name), form, into);
    });
  });
}

tiendo_status tiendo_fitting_plans(tiendo_context* context, const tiendo_decimal* actual,
                                   int32_t actual_rounded, const tiendo_decimal* rate,
                                   int32_t is_excess, tiendo_rounding rounding,
                                   const tiendo_decimal* step, tiendo_decimal* plans,
                                   int64_t capacity, int64_t* listed, tiendo_decimal* count,
                                   int32_t* has_count) noexcept {
  return run(context, [&]() -> Outcome {
    PrintedRate printed;
    Decimal of;
    Outcome bad = read_rate(actual, rate, rounding, printed);
    if (!bad.failed()) bad = read_decimal("step", step, of);
    const PlansOut out{plans, capacity, listed, count, has_count};
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    printed.actual_rounded = actual_rounded != 0;
    printed.is_excess = is_excess != 0;
    const auto found = tiendo::fitting_plans(printed, of, static_cast<std::size_t>(capacity));
    if (!found) return found.error();
    return out.put(*found);
  });
}
