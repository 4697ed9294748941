// An expression: what is read is printed in one way and read back, and has one value or one error.

#include "tiendo/model/expression.hpp"

#include "target.hpp"

using namespace tiendo;
using fuzz::require;

namespace {

void require_parts(const Expression& expression) {
  const auto& nodes = expression.nodes();
  std::size_t operands = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool joins = nodes[i].operation >= Expression::Operation::add;
    require(!joins || (nodes[i].left < nodes[i].right && nodes[i].right < i), "operands go first");
    if (joins) ++operands;
    if (nodes[i].operation == Expression::Operation::reference) {
      require(nodes[i].reference < expression.references().size(), "a reference has an id");
    }
  }
  require(operands < nodes.size(), "an operation has operands");
  for (const std::string& id : expression.references()) require(is_id(id), "a reference is an id");
}

void require_value(const Expression& expression, const Expression& again) {
  const auto small = [](Index place) -> Result<Ratio> { return Ratio(place % 7) - Ratio(2); };
  const auto value = expression.evaluate(small);
  const auto same = again.evaluate(small);
  require(bool(value) == bool(same) && (!value || *value == *same), "one value");
  require(value || value.error().code == Errc::division_by_zero ||
              value.error().code == Errc::number_too_long,
          "only a division by zero or a long number has none");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto expression = Expression::parse(text);
  if (!expression) {
    const std::int64_t offset = expression.error().offset;
    require(offset >= 0 && offset <= static_cast<std::int64_t>(size), "the fault lies in the text");
    return 0;
  }
  const std::string canonical = expression->to_string();
  const auto again = Expression::parse(canonical);
  require(again && *again == *expression, "what is printed is read back");
  require(again->to_string() == canonical, "an expression is printed in one way");
  require_parts(*expression);
  require_value(*expression, *again);
  return 0;
}
