// Tested by tests/unit/decimal/ratio_test.cpp.
//
// The operators that let an expression go on past an error: of two errors the left one stays.
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

namespace {

using Operation = Result<Ratio> (*)(const Ratio&, const Ratio&);

Result<Ratio> combine(Operation operation, const Result<Ratio>& a, const Result<Ratio>& b) {
  if (!a) return a.error();
  if (!b) return b.error();
  return operation(*a, *b);
}

Result<Ratio> plus(const Ratio& a, const Ratio& b) { return a + b; }
Result<Ratio> minus(const Ratio& a, const Ratio& b) { return a - b; }
Result<Ratio> times(const Ratio& a, const Ratio& b) { return a * b; }
Result<Ratio> over(const Ratio& a, const Ratio& b) { return a / b; }

}  // namespace

Result<Ratio> operator+(const Result<Ratio>& a, const Result<Ratio>& b) {
  return combine(plus, a, b);
}
Result<Ratio> operator+(const Result<Ratio>& a, const Ratio& b) { return combine(plus, a, b); }
Result<Ratio> operator+(const Ratio& a, const Result<Ratio>& b) { return combine(plus, a, b); }

Result<Ratio> operator-(const Result<Ratio>& a, const Result<Ratio>& b) {
  return combine(minus, a, b);
}
Result<Ratio> operator-(const Result<Ratio>& a, const Ratio& b) { return combine(minus, a, b); }
Result<Ratio> operator-(const Ratio& a, const Result<Ratio>& b) { return combine(minus, a, b); }

Result<Ratio> operator*(const Result<Ratio>& a, const Result<Ratio>& b) {
  return combine(times, a, b);
}
Result<Ratio> operator*(const Result<Ratio>& a, const Ratio& b) { return combine(times, a, b); }
Result<Ratio> operator*(const Ratio& a, const Result<Ratio>& b) { return combine(times, a, b); }

Result<Ratio> operator/(const Result<Ratio>& a, const Result<Ratio>& b) {
  return combine(over, a, b);
}
Result<Ratio> operator/(const Result<Ratio>& a, const Ratio& b) { return combine(over, a, b); }
Result<Ratio> operator/(const Ratio& a, const Result<Ratio>& b) { return combine(over, a, b); }

}  // namespace tiendo
