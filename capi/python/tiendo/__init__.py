"""How far along a plan is, exactly, on a given day, and why.

    >>> import datetime, tiendo
    >>> book = tiendo.load("plan.json", "observations.csv")
    >>> report = book.report(as_of=datetime.date(2024, 6, 30))
    >>> for row in report:
    ...     print(row.indicator, row.completion, row.verdict.name)

A plan is put together without a file by PlanBuilder; what stands in it are plan.targets and the like.

A figure is a decimal.Decimal as printed, `row.exact` has it as a fractions.Fraction, and one that is
not there is None, with row.reason() to say why: it is never zero. Whatever is refused raises
tiendo.Error with code, file, line and column. Objects may be shared by threads, but only one thread
at a time may fill a book. Long calls take `progress`, a function that is told how far they are, and
`threads`; Ctrl-C ends them, and nothing is half-done.

The exact numbers are there by themselves, too: parse_number(), round_number(), divide_exact() and so
on, and DecimalColumn for many at once.
"""

from __future__ import annotations

from ._amounts import (
    Interval,
    WordedNumber,
    format_words,
    parse_words,
    printed_interval,
    round_shares,
    split,
)
from ._book import Book, load, loads
from ._calendar import Calendar, ComparedWindows, ReportingRule
from ._column import ColumnSum, DecimalColumn
from ._day_columns import (
    ParsedDays,
    ParsedPeriods,
    add_to_days,
    format_days,
    format_periods,
    parse_days,
    parse_periods,
)
from ._definitions import Heir, Indicator, Measure, SeriesBreak, Succession, Unit, UnitCode
from ._earned import EarnedKind, earned_kinds
from ._errors import Error, Finding
from ._expressions import Expression, ExpressionPart
from ._figures import FittingPlans, fitting_plans, verify_figures
from ._fractions import Growth, exact_decimal, exact_root, fraction_bounds, root, round_fraction
from ._library import library as _library
from ._log import FindingTable, has_feature, last_findings, logged
from ._numbers import (
    NumberFormat,
    divide_exact,
    divide_rounded,
    format_number,
    parse_number,
    round_number,
    round_to_multiple,
)
from ._observations import Observation, Observations
from ._part import Decision, Name, Near, Part
from ._partial import PartSum, Partial
from ._period import Period, TilingFault, plus_months
from ._plan import Parts, Plan, PlanBuilder, PlanTable
from ._report import Report, Summary, Tally
from ._roll_ups import RollUp, assess, methods, score_figures, write_criteria
from ._row import Coverage, Exact, Origin, Row, Then
from ._rules import built_in_rules, write_rules
from ._selections import Selected, Selection
from ._target import Baseline, Condition, Profile, Target
from ._task_reports import TaskReport, TaskReports
from ._units_on import UnitsOn
from ._watch import Progress
from ._words import (
    Course,
    CoverageOf,
    RowKind,
    Schedule,
    Severity,
    State,
    TaskState,
    Tiling,
    Verdict,
    WorkKind,
    WorkStanding,
)
from ._work import Capital, Declared, Milestone, ParentPlan, PlanHead, Project, Task, TaskGroup
from ._work_report import Work, WorkCounts, WorkRow
from ._working_days import DueDates, DueRule, WorkingDays

__version__: str = _library.tiendo_version_string().decode()

__all__ = [
    "Baseline",
    "Book",
    "Calendar",
    "Capital",
    "ColumnSum",
    "ComparedWindows",
    "Condition",
    "Course",
    "Coverage",
    "CoverageOf",
    "DecimalColumn",
    "Decision",
    "Declared",
    "DueDates",
    "DueRule",
    "EarnedKind",
    "Error",
    "Exact",
    "Expression",
    "ExpressionPart",
    "Finding",
    "FindingTable",
    "FittingPlans",
    "Growth",
    "Heir",
    "Indicator",
    "Interval",
    "Measure",
    "Milestone",
    "Name",
    "Near",
    "NumberFormat",
    "Observation",
    "Observations",
    "Origin",
    "ParentPlan",
    "ParsedDays",
    "ParsedPeriods",
    "Part",
    "PartSum",
    "Partial",
    "Parts",
    "Period",
    "Plan",
    "PlanBuilder",
    "PlanHead",
    "PlanTable",
    "Profile",
    "Progress",
    "Project",
    "Report",
    "ReportingRule",
    "RollUp",
    "Row",
    "RowKind",
    "Schedule",
    "Selected",
    "Selection",
    "SeriesBreak",
    "Severity",
    "State",
    "Succession",
    "Summary",
    "Tally",
    "Target",
    "Task",
    "TaskGroup",
    "TaskReport",
    "TaskReports",
    "TaskState",
    "Then",
    "Tiling",
    "TilingFault",
    "Unit",
    "UnitCode",
    "UnitsOn",
    "Verdict",
    "WordedNumber",
    "Work",
    "WorkCounts",
    "WorkKind",
    "WorkRow",
    "WorkStanding",
    "WorkingDays",
    "add_to_days",
    "assess",
    "built_in_rules",
    "divide_exact",
    "divide_rounded",
    "earned_kinds",
    "exact_decimal",
    "exact_root",
    "fitting_plans",
    "format_days",
    "format_number",
    "format_periods",
    "format_words",
    "fraction_bounds",
    "has_feature",
    "last_findings",
    "load",
    "loads",
    "logged",
    "methods",
    "parse_days",
    "parse_number",
    "parse_periods",
    "parse_words",
    "plus_months",
    "printed_interval",
    "root",
    "round_fraction",
    "round_number",
    "round_shares",
    "round_to_multiple",
    "score_figures",
    "split",
    "verify_figures",
    "write_criteria",
    "write_rules",
]
