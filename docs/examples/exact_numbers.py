"""Prints what the exact numbers do by themselves, one at a time and as columns, without any plan."""

from decimal import Decimal

import tiendo

## [numbers]
print(tiendo.parse_number("1.234,50", "vi"))
print(tiendo.round_number(Decimal("2.675"), 2, "half_up"))
print(tiendo.round_to_multiple(Decimal("12.37"), Decimal("0.05"), "half_up"))
print(tiendo.divide_exact(1, 8), tiendo.divide_rounded(2, 3, 4, "half_even"))
## [numbers]

## [columns]
actual = tiendo.DecimalColumn.parse(["10.492,2", None, "1"], 1, "vi")
plan = tiendo.DecimalColumn([18964, 2080, 0])
percent = actual.percent_of(plan, 2, "half_up")
print(percent.format("vi"), percent.reason(2))
print((actual + actual).to_list())
print(actual.sum())
## [columns]
