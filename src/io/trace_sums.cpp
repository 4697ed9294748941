// Tested by tests/unit/io/trace_writer_test.cpp and tests/cli/explain_test.py, which computes them.
//
// Each letter of a formula gives way to what stood for it, in brackets where its place asks for
// them: a sum beside * or / or after -, a quotient after /, a product before it, a negative number
// after any sign.

#include "io/trace_sums.hpp"

namespace tiendo {

std::string exact_number(const Ratio& value, NumberFormat numbers) {
  const Result<Decimal> decimal = value.to_decimal();
  return decimal ? format(*decimal, numbers) : value.to_string();
}

namespace {

// Whether one of the signs stands outside of all brackets, after the first character.
bool has_sign(const std::string& text, std::string_view signs) {
  int depth = 0;
  bool inside = false;  // of |x|
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (text[i] == '|') inside = !inside;
    const bool outer = depth == 0 && !inside && i > 0;
    if (outer && signs.find(text[i]) != std::string_view::npos) return true;
  }
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last sign before the place, or the first after it; '\0' for none.
char sign_before(const std::string& text) {
  const std::size_t at = text.find_last_not_of(' ');
  return at == std::string::npos ? '\0' : text[at];
}

char sign_after(std::string_view text) {
  const std::size_t at = text.find_first_not_of(' ');
  return at == std::string_view::npos ? '\0' : text[at];
}

std::string in_place(const std::string& text, char before, char after) {
  const bool beside_product = before == '*' || before == '/' || after == '*' || after == '/';
  const bool sum = has_sign(text, "+-");
  const bool quotient = has_sign(text, "*/");
  const bool after_sign = before == '+' || before == '-' || before == '*' || before == '/';
  const bool difference = before == '-' || after == '-';
  const bool bracket = (sum && (beside_product || difference)) || (quotient && before == '/') ||
                       (has_sign(text, "*") && after == '/') ||
                       (text.starts_with('-') && after_sign);
  return bracket ? '(' + text + ')' : text;
}

}  // namespace

std::string TraceSums::text(std::size_t number) const {
  const auto known = texts_.find(number);
  if (known != texts_.end()) return known->second;
  std::string made = made_text(number);
  // A figure that others refer to often would stand there as often.
  if (made.size() > kLongest) made = exact_number(made_[number].value, numbers_);
  return texts_.emplace(number, std::move(made)).first->second;
}

std::string TraceSums::made_text(std::size_t number) const {
  const TraceNumber& made = made_[number];
  const std::string_view formula = made.formula;
  std::string result;
  for (std::size_t at = 0; at < formula.size();) {
    if (!is_letter(formula[at])) {
      result += formula[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < formula.size() && (is_letter(formula[end]) || is_digit(formula[end]))) ++end;
    const std::string_view symbol = formula.substr(at, end - at);
    const TraceTerm* found = nullptr;
    for (const TraceTerm& candidate : made.terms) {
      if (candidate.symbol == symbol) found = &candidate;
    }
    result += found ? in_place(term(*found), sign_before(result), sign_after(formula.substr(end)))
                    : std::string(symbol);  // min, max
    at = end;
  }
  return result;
}

std::string TraceSums::term(const TraceTerm& term) const {
  return term.from == TraceTerm::From::number ? text(term.at) : exact_number(term.value, numbers_);
}

}  // namespace tiendo
