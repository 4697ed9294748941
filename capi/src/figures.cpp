// Tested by tests/capi/figures_test.c and tests/capi/figures_from_test.c.

#include <algorithm>
#include <utility>
#include <vector>

#include "caller_source.hpp"
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
using tiendo::capi::TextOut;

namespace {

// How the figures of a table are read and written.
struct Form {
  tiendo::NumberFormat numbers;
  tiendo::ReportFormat format = tiendo::ReportFormat::text;
  tiendo::Language language = tiendo::Language::vi;
  bool leave_out_faulty = false;
};

static_assert(sizeof(tiendo_verify_options) == 20);

Outcome read_form(const tiendo_context& context, const tiendo_verify_options* options, Form& form) {
  tiendo_verify_options known{};
  Outcome bad;
  if (options != nullptr) {
    bad = tiendo::capi::read_struct(
        "options", options, TIENDO_FIRST_SIZE(tiendo_verify_options, leave_out_faulty), known);
  }
  if (!bad.failed()) bad = tiendo::capi::read_numbers(context, known.numbers, form.numbers);
  if (!bad.failed()) bad = tiendo::capi::read_format(known.format, form.format);
  if (!bad.failed()) bad = tiendo::capi::read_language(known.language, form.language);
  form.leave_out_faulty = known.leave_out_faulty != 0;
  return bad;
}

// Writes what `read` hands on, good rows up to where it ends; why others are not there is left out.
template <class Read>
Outcome write_verified(tiendo_context& context, const Form& form, const Read& read,
                       std::string& text, Outcome& left_out) {
  tiendo::StatementWriter writer(form.format, form.language);
  bool any = false;
  text = writer.begin();
  const tiendo::VerifiedStatements write = [&](const VerifiedStatement& row) {
    any = true;
    text += writer.row(row);
  };
  Outcome fault = tiendo::capi::keep(context, read(write));
  text += writer.end();
  // What is wrong with a row leaves it out; where nobody knows what comes, nothing is written.
  const bool of_rows = fault.status == TIENDO_E_PARSE || fault.status == TIENDO_E_RANGE ||
                       fault.status == TIENDO_E_ENCODING;
  if (!of_rows || !form.leave_out_faulty || !any) return fault;
  left_out = std::move(fault);
  left_out.status = TIENDO_E_ROWS;
  return {};
}

// The same into a buffer.
template <class Read>
Outcome verify(tiendo_context& context, const Form& form, const TextOut& out, const Read& read) {
  Outcome left_out;
  Outcome bad = put_text(
      out, [&](std::string& text) { return write_verified(context, form, read, text, left_out); });
  return bad.failed() ? bad : left_out;
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
  const tiendo_verify_options options{sizeof options, numbers, format, language, 0};
  return tiendo_figures_verify_with(context, table, table_length, name, &options, buffer, capacity,
                                    length);
}

tiendo_status tiendo_figures_verify_with(tiendo_context* context, const char* table,
                                         int64_t table_length, const char* name,
                                         const tiendo_verify_options* options, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    std::string_view bytes;
    Form form;
    Outcome bad = tiendo::capi::take_bytes("table", table, table_length, bytes);
    if (!bad.failed()) bad = read_form(*context, options, form);
    if (bad.failed()) return bad;
    return verify(*context, form, {buffer, capacity, length},
                  [&](const tiendo::VerifiedStatements& use) {
                    return tiendo::verify_statements(bytes, tiendo::capi::name_or_none(name),
                                                     form.numbers, use);
                  });
  });
}

tiendo_status tiendo_figures_verify_file(tiendo_context* context, const char* path,
                                         const tiendo_verify_options* options, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (path == nullptr) return null_argument("path");
    Form form;
    Outcome bad = read_form(*context, options, form);
    if (bad.failed()) return bad;
    return verify(*context, form, {buffer, capacity, length},
                  [&](const tiendo::VerifiedStatements& use) {
                    return tiendo::verify_statements_file(path, form.numbers, use);
                  });
  });
}

tiendo_status tiendo_figures_verify_from(tiendo_context* context, tiendo_read source,
                                         tiendo_take take, void* user, const char* name,
                                         const tiendo_verify_options* options) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (source == nullptr) return null_argument("source");
    if (take == nullptr) return null_argument("take");
    Form form;
    Outcome bad = read_form(*context, options, form);
    if (bad.failed()) return bad;
    std::string text;
    Outcome left_out;
    tiendo::capi::CallerSource table(source, user, 0);
    const auto read = [&](const tiendo::VerifiedStatements& use) {
      return tiendo::verify_statements(table, tiendo::capi::name_or_none(name), form.numbers, use);
    };
    bad = write_verified(*context, form, read, text, left_out);
    if (bad.failed()) return bad;
    take(user, text.c_str(), tiendo::capi::count_of(text.size()));
    return left_out;
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
