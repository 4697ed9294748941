"""The C interface as ctypes sees it: structures, numbers, and the types of every function.

Written from tiendo.h by write_table.py; a test compares the two. Nothing here loads the library.
Long because it is the one list of all of them.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_uint32, c_uint64, c_void_p
from typing import Any

VERSION_MAJOR = 0
VERSION_MINOR = 1
VERSION_PATCH = 0
ABI_VERSION = 0
OK = 0
E_INVALID_ARG = 1
E_NO_MEMORY = 2
E_SMALL_BUFFER = 3
E_PARSE = 4
E_RANGE = 5
E_ENCODING = 6
E_BUSY = 7
E_CANCELLED = 8
E_UNSUPPORTED = 9
E_ROWS = 10
E_FILE = 11
E_NO_VALUE = 12
E_FROZEN = 13
E_INTERNAL = 99
NTS = -1
SEVERITY_NOTE = 1
SEVERITY_WARNING = 2
SEVERITY_ERROR = 3
PHASE_READING_PLAN = 1
PHASE_READING_OBSERVATIONS = 2
PHASE_ADDING_UP = 3
PHASE_JUDGING = 4
PHASE_CHECKING = 5
PHASE_WRITING = 6
MESSAGE_SENTENCE = 1
MESSAGE_CODE = 2
MESSAGE_FILE = 3
MESSAGE_PATH = 4
MESSAGE_WHOLE = 5
ROUND_OWN = 0
ROUND_UNKNOWN = 0
ROUND_HALF_UP = 1
ROUND_HALF_EVEN = 2
ROUND_HALF_DOWN = 3
ROUND_UP = 4
ROUND_DOWN = 5
ROUND_CEILING = 6
ROUND_FLOOR = 7
NUMBERS_PLAIN = 0
NUMBERS_VIETNAMESE = 1
NUMBERS_DECLARED = 2
TILING_EXACT = 0
TILING_GAP = 1
TILING_OVERLAP = 2
TILING_OUTSIDE = 3
CALENDAR_OWN = 0
CALENDAR_CIVIL = 1
CALENDAR_ADMINISTRATIVE = 2
CALENDAR_PUBLIC_INVESTMENT = 3
WEEKDAY_MONDAY = 1
WEEKDAY_TUESDAY = 2
WEEKDAY_WEDNESDAY = 4
WEEKDAY_THURSDAY = 8
WEEKDAY_FRIDAY = 16
WEEKDAY_SATURDAY = 32
WEEKDAY_SUNDAY = 64
DUE_OWN = 0
DUE_STATISTICS = 1
QUALIFIER_EXACT = 0
QUALIFIER_ABOUT = 1
QUALIFIER_OVER = 2
QUALIFIER_UNDER = 3
SCALE_WORD_NONE = 0
SCALE_WORD_THOUSAND = 1
SCALE_WORD_MILLION = 2
SCALE_WORD_BILLION = 3
SCALE_WORD_THOUSAND_BILLION = 4
SCALE_WORD_MILLION_BILLION = 5
LEFTOVER_LARGEST_REMAINDER = 1
LEFTOVER_FIRST = 2
LEFTOVER_LAST = 3
SIDE_LOW = 1
SIDE_HIGH = 2
OPERATION_NUMBER = 1
OPERATION_REFERENCE = 2
OPERATION_NEGATE = 3
OPERATION_ADD = 4
OPERATION_SUBTRACT = 5
OPERATION_MULTIPLY = 6
OPERATION_DIVIDE = 7
PART_MEASURES = 1
PART_UNITS = 2
PART_INDICATORS = 3
PART_TARGETS = 4
PART_PROJECTS = 5
PART_TASK_GROUPS = 6
PART_SUCCESSION = 7
PART_HEAD = 8
LINK_FORMULA = 1
LINK_TASK_GROUPS = 2
TABLE_LIST = 1
TABLE_NAME = 2
TABLE_FILE = 3
TABLE_TEXT = 4
FORM_OWN = 0
FORM_INCREMENT = 1
FORM_TO_DATE = 2
FORM_LEVEL = 3
STANDING_VALUE = 0
STANDING_NOT_APPLICABLE = 1
STANDING_WITHHELD = 2
STANDING_UNCHANGED = 3
STANDING_YES = 4
STANDING_NO = 5
STANDING_RANGE = 6
STANDING_WORDS = 7
VERDICT_NONE = 0
VERDICT_EXCEEDED = 1
VERDICT_MET = 2
VERDICT_NEAR = 3
VERDICT_MISSED = 4
FINALITY_OFFICIAL = 0
FINALITY_PRELIMINARY = 1
FINALITY_ESTIMATE = 2
OBSERVATION_INDICATOR = 1
OBSERVATION_UNIT = 2
OBSERVATION_PROJECT = 3
OBSERVATION_WORK_STAGE = 4
OBSERVATION_PERIOD = 5
OBSERVATION_VALUE = 6
OBSERVATION_NUMERATOR = 7
OBSERVATION_DENOMINATOR = 8
OBSERVATION_SOURCE = 9
OBSERVATION_NOTE = 10
OBSERVATION_VALUE_TO = 11
OBSERVATION_WORDS = 12
OBSERVATION_JUDGE = 13
SET_ASIDE_NONE = 0
SET_ASIDE_RECORDED_LATER = 1
SET_ASIDE_NOT_OVER = 2
SET_ASIDE_OUTSIDE_WINDOW = 3
SET_ASIDE_CORRECTED = 4
SET_ASIDE_LESS_FINAL = 5
SET_ASIDE_LOWER_REVISION = 6
SET_ASIDE_REPEATED = 7
SET_ASIDE_COVERED = 8
SET_ASIDE_EARLIER_LEVEL = 9
SET_ASIDE_EARLIER_STAGE = 10
SET_ASIDE_PUBLISHED_LATER = 11
SET_ASIDE_TOLD_BY_ANOTHER = 12
BASE_LATEST = 0
BASE_FIRST_PUBLISHED = 1
BASE_AS_OF_REPORT = 2
BASE_LATEST_ALWAYS = 3
ROW_TARGET = 1
ROW_WHOLE = 2
ROW_INDICATOR = 3
ROW_COMPONENT = 4
SCHEDULE_NONE = 0
SCHEDULE_AHEAD = 1
SCHEDULE_ON_SCHEDULE = 2
SCHEDULE_BEHIND = 3
STATE_VALUE = 1
STATE_NO_DATA = 2
STATE_NOT_DUE = 3
STATE_OVERDUE = 4
STATE_NOT_APPLICABLE = 5
STATE_WITHHELD = 6
STATE_UNDEFINED = 7
COURSE_NONE = 0
COURSE_MET_AT_BASELINE = 1
COURSE_LOST = 2
COURSE_REACHED = 3
COURSE_CLOSER = 4
COURSE_UNCHANGED = 5
COURSE_AWAY = 6
IN_NONE = 0
IN_VALUE = 1
IN_PERCENT = 2
IN_POINTS = 3
CONDITION_NONE = 0
CONDITION_AT_LEAST = 1
CONDITION_MORE_THAN = 2
CONDITION_AT_MOST = 3
CONDITION_LESS_THAN = 4
CONDITION_EQUAL = 5
CONDITION_BETWEEN = 6
CONDITION_ABOUT = 7
CONDITION_INCREASE_BY = 8
CONDITION_DECREASE_BY = 9
CONDITION_YES = 10
CONDITION_COMPONENTS = 11
COVERAGE_MONTHS = 1
COVERAGE_DAYS = 2
COVERAGE_UNITS = 3
COVERAGE_PROJECTS = 4
COVERAGE_COMPONENTS = 5
COVERAGE_POTS = 6
TEXT_INDICATOR = 1
TEXT_INDICATOR_NAME = 2
TEXT_INDICATOR_FIELD = 3
TEXT_MEASURE = 4
TEXT_MEASURE_NAME = 5
TEXT_UNIT = 6
TEXT_UNIT_NAME = 7
TEXT_PROJECT = 8
TEXT_PROJECT_NAME = 9
TEXT_ASSIGNER = 10
TEXT_ASSIGNER_NAME = 11
TEXT_PERIOD = 12
TEXT_REPORTED_TO = 13
TEXT_CONDITION = 14
TEXT_CONDITION_VALUE = 15
TEXT_CONDITION_UPPER = 16
TEXT_CONDITION_TOLERANCE = 17
TEXT_VERDICT = 18
TEXT_VERDICT_REASON = 19
TEXT_SCHEDULE = 20
TEXT_STATE = 21
TEXT_REASON = 22
TEXT_RANGE_LOWER = 23
TEXT_RANGE_UPPER = 24
TEXT_WORDS = 25
TEXT_JUDGE = 26
TEXT_GROUP = 27
TEXT_GROUP_NAME = 28
TEXT_NEAR = 29
TEXT_COURSE = 30
TEXT_COURSE_REASON = 31
TEXT_PROVISIONAL = 32
TEXT_WORDING = 33
TEXT_THEN = 34
TEXT_THEN_VALUE = 35
TEXT_THEN_UPPER = 36
TEXT_THEN_TOLERANCE = 37
TEXT_SCHEDULE_REASON = 38
TEXT_AVERAGE_FIRST = 39
TEXT_AVERAGE_LAST = 40
LANGUAGE_DEFAULT = 0
LANGUAGE_VI = 1
LANGUAGE_EN = 2
FIELD_TARGET = 1
FIELD_ACTUAL = 2
FIELD_COMPLETION = 3
FIELD_EXCESS = 4
FIELD_REMAINING = 5
FIELD_SAME_PERIOD = 6
FIELD_INDEX = 7
FIELD_GROWTH = 8
FIELD_EXPECTED = 9
FIELD_DEVIATION = 10
FIELD_BASELINE = 11
FIELD_REQUIRED = 12
FIELD_BASE_REVISION = 13
FIELD_TARGETED_CHANGE = 14
FIELD_PACE = 15
FIELD_RUN_RATE_FORECAST = 16
FIELD_SAME_SHARE_FORECAST = 17
FIELD_CHANGE = 18
FRACTION_WHOLE = 0
FRACTION_NUMERATOR = 1
FRACTION_DENOMINATOR = 2
DIGITS_OWN = -1
TALLY_NONE = 0
TALLY_FIELD = 1
TALLY_UNIT = 2
TALLY_TASK_GROUP = 3
TALLY_LEAD = 4
FORMAT_DEFAULT = 0
FORMAT_TEXT = 1
FORMAT_CSV = 2
FORMAT_JSON = 3
FORMAT_MARKDOWN = 4
PARTIAL_WHOLE = 1
PARTIAL_ALONE = 2
PARTIAL_UNITS = 3
PARTIAL_CARRIED = 4
PARTIAL_KINDS = 5
SHARES_INDEPENDENT = 0
SHARES_LARGEST_REMAINDER = 1
WORK_KIND_PROJECT = 1
WORK_KIND_QUANTITY = 2
WORK_KIND_STAGE = 3
WORK_KIND_POT = 4
WORK_KIND_CAPITAL = 5
WORK_KIND_MILESTONE = 6
WORK_KIND_TOTAL = 7
WORK_KIND_STAGE_TOTAL = 8
WORK_KIND_POT_TOTAL = 9
WORK_KIND_CAPITAL_TOTAL = 10
WORK_KIND_PROJECTS = 11
WORK_KIND_TASK_GROUP = 12
WORK_KIND_TASK = 13
WORK_KIND_LEAD = 14
WORK_KIND_TASKS = 15
WORK_STATE_NONE = 0
WORK_STATE_NOT_STARTED = 1
WORK_STATE_IN_PROGRESS = 2
WORK_STATE_DONE = 3
WORK_STATE_CANCELLED = 4
WORK_STANDING_NONE = 0
WORK_STANDING_OPEN = 1
WORK_STANDING_DONE_IN_TIME = 2
WORK_STANDING_DONE_LATE = 3
WORK_STANDING_DONE = 4
WORK_STANDING_OVERDUE = 5
WORK_STANDING_OVERDUE_BEYOND_LIMIT = 6
WORK_STANDING_CANCELLED = 7
WORK_FIELD_PLANNED = 1
WORK_FIELD_REACHED = 2
WORK_FIELD_RATE = 3
WORK_FIELD_REMAINING = 4
WORK_FIELD_ELAPSED = 5
WORK_FIELD_WEIGHT = 6
WORK_FIELD_DONE = 7
WORK_FIELD_DUE = 8
WORK_FIELD_DEVIATION = 9
WORK_FIELD_ON_TIME = 10
WORK_TEXT_PROJECT = 1
WORK_TEXT_PROJECT_NAME = 2
WORK_TEXT_INDICATOR = 3
WORK_TEXT_INDICATOR_NAME = 4
WORK_TEXT_MEASURE = 5
WORK_TEXT_MEASURE_NAME = 6
WORK_TEXT_UNIT = 7
WORK_TEXT_UNIT_NAME = 8
WORK_TEXT_ASSIGNER = 9
WORK_TEXT_ASSIGNER_NAME = 10
WORK_TEXT_TASK_GROUP = 11
WORK_TEXT_TASK_GROUP_NAME = 12
WORK_TEXT_LEAD = 13
WORK_TEXT_LEAD_NAME = 14
WORK_TEXT_PART = 15
WORK_TEXT_PART_NAME = 16
WORK_TEXT_PERIOD = 17
WORK_TEXT_CONDITION = 18
WORK_TEXT_CONDITION_VALUE = 19
WORK_TEXT_CONDITION_UPPER = 20
WORK_TEXT_CONDITION_TOLERANCE = 21
WORK_TEXT_WORDING = 22
WORK_TEXT_THEN = 23
WORK_TEXT_THEN_VALUE = 24
WORK_TEXT_THEN_UPPER = 25
WORK_TEXT_THEN_TOLERANCE = 26
TASK_TEXT_TASK_GROUP = 1
TASK_TEXT_TASK = 2
TASK_TEXT_PROJECT = 3
TASK_TEXT_MILESTONE = 4
TASK_TEXT_SHARE = 5
TASK_TEXT_SOURCE = 6
TASK_TEXT_NOTE = 7
EARNED_NAME = 1
EARNED_IN = 2
EARNED_FORMULA = 3
EARNED_WORDS = 4


class ContextOptions(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("flags", c_uint32)]


class ErrorInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("status", c_int32),
        ("code", c_int32),
        ("reserved", c_uint32),
        ("row", c_int64),
        ("byte_offset", c_int64),
        ("line", c_int64),
        ("column", c_int64),
    ]


class FindingInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("severity", c_int32),
        ("code", c_int32),
        ("reserved", c_uint32),
        ("line", c_int64),
        ("column", c_int64),
    ]


class Progress(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("phase", c_int32),
        ("done", c_int64),
        ("total", c_int64),
    ]


Watcher = ctypes.CFUNCTYPE(c_int32, c_void_p, POINTER(Progress))


Log = ctypes.CFUNCTYPE(None, c_void_p, c_int32, c_char_p, c_int64)


class Decimal128(ctypes.Structure):
    _fields_ = [("lo", c_uint64), ("hi", c_int64), ("scale", c_int32), ("reserved", c_uint32)]


class FormatInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("point", c_uint32),
        ("group", c_uint32),
        ("group_size", c_int32),
        ("further_group_size", c_int32),
    ]


class PeriodDays(ctypes.Structure):
    _fields_ = [("start", c_int32), ("end", c_int32)]


class ReportingRuleInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("in_force_from", c_int32),
        ("first_day", c_int32),
        ("month_before", c_int32),
        ("year_extra_months", c_int32),
    ]


class CalendarInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("kind", c_int32),
        ("rules", POINTER(ReportingRuleInfo)),
        ("rule_count", c_int64),
    ]


class WorkingDaysInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("has_weekdays_off", c_int32),
        ("weekdays_off", c_uint32),
        ("reserved", c_uint32),
        ("holidays", c_void_p),
        ("holiday_count", c_int64),
        ("make_up_days", c_void_p),
        ("make_up_day_count", c_int64),
    ]


class DueRuleInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("in_force_from", c_int32),
        ("months_after", c_int32),
        ("day", c_int32),
    ]


class DueDatesInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("kind", c_int32),
        ("rules", POINTER(DueRuleInfo)),
        ("rule_count", c_int64),
    ]


class Growth(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("periods", c_int32),
        ("rate_periods", c_int32),
        ("reserved", c_uint32),
        ("first", c_char_p),
        ("last", c_char_p),
    ]


class IntervalInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("has_low", c_int32),
        ("has_high", c_int32),
        ("low", c_char_p),
        ("high", c_char_p),
    ]


class ColumnInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("scale", c_int32),
        ("count", c_int64),
        ("values16", c_void_p),
        ("validity", c_void_p),
    ]


class TextsInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("offset_size", c_int32),
        ("count", c_int64),
        ("bytes", c_char_p),
        ("byte_count", c_int64),
        ("offsets", c_void_p),
        ("validity", c_void_p),
    ]


class WordsInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("indexes", c_void_p),
        ("words", POINTER(TextsInfo)),
    ]


class TargetColumns(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("scale", c_int32),
        ("count", c_int64),
        ("indicator", POINTER(WordsInfo)),
        ("unit", POINTER(WordsInfo)),
        ("assigner", POINTER(WordsInfo)),
        ("period_start", c_void_p),
        ("period_end", c_void_p),
        ("condition", c_void_p),
        ("coefficients", c_void_p),
        ("scales", c_void_p),
        ("baseline", c_void_p),
        ("baseline_scales", c_void_p),
        ("baseline_validity", c_void_p),
    ]


class Observation(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("form", c_int32),
        ("standing", c_int32),
        ("finality", c_int32),
        ("qualifier", c_int32),
        ("numbers", c_int32),
        ("has_recorded_on", c_int32),
        ("recorded_on", c_int32),
        ("revision", c_int32),
        ("reserved", c_uint32),
        ("indicator", c_char_p),
        ("unit", c_char_p),
        ("project", c_char_p),
        ("work_stage", c_char_p),
        ("period", c_char_p),
        ("value", c_char_p),
        ("numerator", c_char_p),
        ("denominator", c_char_p),
        ("source", c_char_p),
        ("note", c_char_p),
        ("value_to", c_char_p),
        ("words", c_char_p),
        ("judge", c_char_p),
        ("verdict", c_int32),
        ("reserved2", c_uint32),
    ]


Read = ctypes.CFUNCTYPE(c_int64, c_void_p, c_void_p, c_int64)


class ObservationColumns(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("scale", c_int32),
        ("count", c_int64),
        ("indicator", POINTER(WordsInfo)),
        ("unit", POINTER(WordsInfo)),
        ("project", POINTER(WordsInfo)),
        ("work_stage", POINTER(WordsInfo)),
        ("period_start", c_void_p),
        ("period_end", c_void_p),
        ("coefficients", c_void_p),
        ("coefficient_validity", c_void_p),
        ("value", POINTER(ColumnInfo)),
        ("numerator", POINTER(ColumnInfo)),
        ("denominator", POINTER(ColumnInfo)),
        ("form", c_void_p),
        ("standing", c_void_p),
        ("finality", c_void_p),
        ("qualifier", c_void_p),
        ("recorded_on", c_void_p),
        ("recorded_on_validity", c_void_p),
        ("revision", c_void_p),
        ("source", POINTER(WordsInfo)),
        ("note", POINTER(WordsInfo)),
        ("value_to", POINTER(ColumnInfo)),
        ("words", POINTER(WordsInfo)),
        ("verdict", c_void_p),
        ("judge", POINTER(WordsInfo)),
        ("scales", c_void_p),
    ]


class ObservationRow(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("form", c_int32),
        ("standing", c_int32),
        ("finality", c_int32),
        ("qualifier", c_int32),
        ("period_start", c_int32),
        ("period_end", c_int32),
        ("recorded_on", c_int32),
        ("revision", c_int32),
        ("verdict", c_int32),
    ]


class Question(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("as_of", c_int32),
        ("has_known_on", c_int32),
        ("known_on", c_int32),
        ("period_start", c_int32),
        ("period_end", c_int32),
        ("first_edition", c_int32),
        ("goes_on", c_int32),
        ("indicator", c_char_p),
        ("unit", c_char_p),
        ("project", c_char_p),
        ("work_stage", c_char_p),
    ]


class Selection(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("covered", c_int32),
        ("in_months", c_int32),
        ("used", c_int64),
        ("set_aside", c_int64),
    ]


class CheckOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("has_known_on", c_int32),
        ("known_on", c_int32),
        ("base", c_int32),
        ("has_map", c_int32),
        ("map", c_int32),
    ]


class Request(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("as_of", c_int32),
        ("has_known_on", c_int32),
        ("known_on", c_int32),
        ("base", c_int32),
        ("has_map", c_int32),
        ("map", c_int32),
        ("rules", c_char_p),
        ("has_levels", c_int32),
        ("levels", c_int32),
    ]


class RowInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("kind", c_int32),
        ("verdict", c_int32),
        ("verdict_reason", c_int32),
        ("schedule", c_int32),
        ("state", c_int32),
        ("reason", c_int32),
        ("condition", c_int32),
        ("coverage_of", c_int32),
        ("coverage_reported", c_int32),
        ("coverage_expected", c_int32),
        ("period_start", c_int32),
        ("period_end", c_int32),
        ("has_reported_to", c_int32),
        ("reported_to", c_int32),
        ("has_declared_projects", c_int32),
        ("declared_projects", c_int32),
        ("has_finality", c_int32),
        ("finality", c_int32),
        ("qualifier", c_int32),
        ("base", c_int32),
        ("by_hand", c_int32),
        ("hand_verdict", c_int32),
        ("course", c_int32),
        ("course_reason", c_int32),
        ("provisional", c_int32),
        ("is_final", c_int32),
        ("near_in", c_int32),
        ("is_part", c_int32),
        ("not_carried", c_int32),
        ("condition_in", c_int32),
        ("has_expected_on", c_int32),
        ("expected_on", c_int32),
        ("schedule_reason", c_int32),
        ("average_years", c_int32),
        ("has_cut", c_int32),
        ("cut", c_int32),
    ]


class SummaryInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("rows", c_int32),
        ("exceeded", c_int32),
        ("met", c_int32),
        ("nearly", c_int32),
        ("missed", c_int32),
        ("no_data", c_int32),
        ("not_judged", c_int32),
        ("by_hand", c_int32),
        ("provisional_exceeded", c_int32),
        ("provisional_met", c_int32),
        ("provisional_nearly", c_int32),
        ("provisional_missed", c_int32),
    ]


class TallyInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("rows", c_int32),
        ("met_or_better", c_int32),
        ("exceeded", c_int32),
        ("nearly", c_int32),
        ("missed", c_int32),
        ("no_data", c_int32),
        ("not_judged", c_int32),
        ("by_hand", c_int32),
        ("due", c_int32),
        ("reported", c_int32),
        ("provisional_exceeded", c_int32),
        ("provisional_met", c_int32),
        ("provisional_nearly", c_int32),
        ("provisional_missed", c_int32),
    ]


class WriteOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("format", c_int32),
        ("language", c_int32),
        ("rounding", c_int32),
        ("has_digits", c_int32),
        ("digits", c_int32),
        ("exact", c_int32),
        ("reserved", c_uint32),
        ("by", c_void_p),
        ("by_count", c_int64),
    ]


class ArrowOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("rounding", c_int32),
        ("scale", c_int32),
        ("percent_scale", c_int32),
        ("fields", c_void_p),
        ("field_count", c_int64),
    ]


class PartUnits(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_int32),
        ("whole", POINTER(c_char_p)),
        ("whole_count", c_int64),
        ("alone", POINTER(c_char_p)),
        ("alone_count", c_int64),
    ]


class PartialInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("is_whole", c_int32),
        ("sums", c_int64),
        ("observations", c_int64),
    ]


class PartSum(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("question", c_int32),
        ("indicator", c_int64),
        ("unit", c_int64),
        ("numerator", c_int64),
        ("denominator", c_int64),
        ("months", c_uint64),
        ("scale", c_int32),
        ("denominator_scale", c_int32),
        ("has_denominator", c_int32),
        ("of_units", c_int32),
        ("reported", c_int32),
        ("last", c_int32),
        ("finality", c_int32),
        ("reserved", c_int32),
    ]


class ReportedWeights(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("levels", c_int32),
        ("indicator", c_char_p),
        ("period_start", c_int32),
        ("period_end", c_int32),
    ]


class RollUp(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("figure", c_int32),
        ("unit", c_char_p),
        ("indicator", c_char_p),
        ("assigner", c_char_p),
        ("threshold", c_char_p),
        ("whole", c_char_p),
        ("criteria", c_char_p),
        ("has_period", c_int32),
        ("period_start", c_int32),
        ("period_end", c_int32),
        ("shares", c_int32),
    ]


class WorkInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("kind", c_int32),
        ("state", c_int32),
        ("standing", c_int32),
        ("reason", c_int32),
        ("schedule", c_int32),
        ("verdict", c_int32),
        ("verdict_reason", c_int32),
        ("coverage_of", c_int32),
        ("coverage_reported", c_int32),
        ("coverage_expected", c_int32),
        ("has_reported_to", c_int32),
        ("reported_to", c_int32),
        ("has_start", c_int32),
        ("start", c_int32),
        ("has_finish", c_int32),
        ("finish", c_int32),
        ("has_done_on", c_int32),
        ("done_on", c_int32),
        ("is_late", c_int32),
        ("days_late", c_int32),
        ("months_late", c_int32),
        ("has_limit_months", c_int32),
        ("limit_months", c_int32),
        ("parts", c_int32),
        ("reported", c_int32),
        ("done", c_int32),
        ("done_in_time", c_int32),
        ("done_late", c_int32),
        ("open", c_int32),
        ("overdue", c_int32),
        ("overdue_beyond_limit", c_int32),
        ("cancelled", c_int32),
        ("due", c_int32),
        ("due_done_in_time", c_int32),
        ("condition", c_int32),
        ("condition_in", c_int32),
        ("has_finality", c_int32),
        ("finality", c_int32),
        ("qualifier", c_int32),
    ]


class TaskReport(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("state", c_int32),
        ("finality", c_int32),
        ("numbers", c_int32),
        ("has_done_on", c_int32),
        ("done_on", c_int32),
        ("recorded_on", c_int32),
        ("revision", c_int32),
        ("task_group", c_char_p),
        ("task", c_char_p),
        ("project", c_char_p),
        ("milestone", c_char_p),
        ("share", c_char_p),
        ("source", c_char_p),
        ("note", c_char_p),
    ]


class TaskRow(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("state", c_int32),
        ("finality", c_int32),
        ("has_done_on", c_int32),
        ("done_on", c_int32),
        ("recorded_on", c_int32),
        ("revision", c_int32),
    ]


class VerifyOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("numbers", c_int32),
        ("format", c_int32),
        ("language", c_int32),
        ("leave_out_faulty", c_int32),
    ]


Take = ctypes.CFUNCTYPE(None, c_void_p, c_char_p, c_int64)


# name: (type of the result, types of the parameters); handles are void*, text is char*.
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "tiendo_version_number": (c_int32, []),
    "tiendo_version_string": (c_char_p, []),
    "tiendo_abi_version": (c_int32, []),
    "tiendo_has_feature": (c_int32, [c_char_p]),
    "tiendo_status_name": (c_char_p, [c_int32]),
    "tiendo_code_name": (c_char_p, [c_int32]),
    "tiendo_code_text": (c_char_p, [c_int32]),
    "tiendo_context_create": (c_int32, [POINTER(ContextOptions), POINTER(c_void_p)]),
    "tiendo_context_destroy": (None, [c_void_p]),
    "tiendo_context_last_error": (c_int32, [c_void_p, POINTER(ErrorInfo)]),
    "tiendo_context_last_error_text": (
        c_int32,
        [c_void_p, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_context_finding_count": (c_int32, [c_void_p, POINTER(c_int64)]),
    "tiendo_context_finding": (c_int32, [c_void_p, c_int64, POINTER(FindingInfo)]),
    "tiendo_context_finding_text": (
        c_int32,
        [c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_context_set_watcher": (c_int32, [c_void_p, Watcher, c_void_p]),
    "tiendo_context_export_findings": (c_int32, [c_void_p, c_void_p]),
    "tiendo_context_set_log": (c_int32, [c_void_p, Log, c_void_p]),
    "tiendo_context_set_threads": (c_int32, [c_void_p, c_int32]),
    "tiendo_context_set_number_format": (c_int32, [c_void_p, POINTER(FormatInfo)]),
    "tiendo_decimal_parse": (c_int32, [c_void_p, c_char_p, c_int64, c_int32, POINTER(Decimal128)]),
    "tiendo_decimal_parse_with": (
        c_int32,
        [c_void_p, c_char_p, c_int64, POINTER(FormatInfo), POINTER(Decimal128)],
    ),
    "tiendo_decimal_format": (
        c_int32,
        [c_void_p, POINTER(Decimal128), c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_decimal_format_with": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(FormatInfo), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_decimal_compare": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(c_int32)],
    ),
    "tiendo_decimal_add": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(Decimal128)],
    ),
    "tiendo_decimal_subtract": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(Decimal128)],
    ),
    "tiendo_decimal_multiply": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(Decimal128)],
    ),
    "tiendo_decimal_total_order": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(c_int32)],
    ),
    "tiendo_decimal_divide": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), POINTER(Decimal128)],
    ),
    "tiendo_decimal_normalize": (c_int32, [c_void_p, POINTER(Decimal128), POINTER(Decimal128)]),
    "tiendo_decimal_round": (
        c_int32,
        [c_void_p, POINTER(Decimal128), c_int32, c_int32, POINTER(Decimal128)],
    ),
    "tiendo_decimal_round_to_multiple": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), c_int32, POINTER(Decimal128)],
    ),
    "tiendo_ratio_round": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), c_int32, c_int32, POINTER(Decimal128)],
    ),
    "tiendo_ratio_format": (
        c_int32,
        [c_void_p, POINTER(Decimal128), POINTER(Decimal128), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_date_parse": (c_int32, [c_void_p, c_char_p, c_int64, POINTER(c_int32)]),
    "tiendo_date_format": (c_int32, [c_void_p, c_int32, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_date_join": (c_int32, [c_void_p, c_int32, c_int32, c_int32, POINTER(c_int32)]),
    "tiendo_date_split": (
        c_int32,
        [c_void_p, c_int32, POINTER(c_int32), POINTER(c_int32), POINTER(c_int32), POINTER(c_int32)],
    ),
    "tiendo_date_add": (c_int32, [c_void_p, c_int32, c_int64, c_int64, POINTER(c_int32)]),
    "tiendo_period_parse": (c_int32, [c_void_p, c_char_p, c_int64, POINTER(PeriodDays)]),
    "tiendo_period_format": (
        c_int32,
        [c_void_p, POINTER(PeriodDays), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_period_shift": (c_int32, [c_void_p, POINTER(PeriodDays), c_int64, POINTER(PeriodDays)]),
    "tiendo_period_previous": (c_int32, [c_void_p, POINTER(PeriodDays), POINTER(PeriodDays)]),
    "tiendo_period_split": (
        c_int32,
        [c_void_p, POINTER(PeriodDays), c_int32, POINTER(PeriodDays), c_int64, POINTER(c_int64)],
    ),
    "tiendo_period_tiling": (
        c_int32,
        [
            c_void_p,
            POINTER(PeriodDays),
            POINTER(PeriodDays),
            c_int64,
            POINTER(c_int32),
            POINTER(PeriodDays),
        ],
    ),
    "tiendo_period_elapsed": (
        c_int32,
        [c_void_p, POINTER(PeriodDays), c_int32, POINTER(c_int64), c_void_p],
    ),
    "tiendo_period_elapsed_months": (
        c_int32,
        [c_void_p, POINTER(PeriodDays), c_int32, POINTER(c_int32), POINTER(c_int32)],
    ),
    "tiendo_calendar_window": (
        c_int32,
        [c_void_p, POINTER(CalendarInfo), POINTER(PeriodDays), POINTER(PeriodDays)],
    ),
    "tiendo_calendar_comparison": (
        c_int32,
        [
            c_void_p,
            POINTER(CalendarInfo),
            POINTER(PeriodDays),
            POINTER(PeriodDays),
            POINTER(PeriodDays),
        ],
    ),
    "tiendo_calendar_months": (
        c_int32,
        [c_void_p, POINTER(CalendarInfo), c_void_p, c_int64, POINTER(PeriodDays)],
    ),
    "tiendo_working_days_test": (
        c_int32,
        [c_void_p, POINTER(WorkingDaysInfo), c_void_p, c_int64, c_void_p],
    ),
    "tiendo_working_days_next": (
        c_int32,
        [c_void_p, POINTER(WorkingDaysInfo), c_int32, POINTER(c_int32)],
    ),
    "tiendo_working_days_add": (
        c_int32,
        [c_void_p, POINTER(WorkingDaysInfo), c_int32, c_int64, POINTER(c_int32)],
    ),
    "tiendo_working_days_count": (
        c_int32,
        [c_void_p, POINTER(WorkingDaysInfo), c_int32, c_int32, POINTER(c_int64)],
    ),
    "tiendo_due_date": (
        c_int32,
        [
            c_void_p,
            POINTER(DueDatesInfo),
            POINTER(PeriodDays),
            POINTER(WorkingDaysInfo),
            POINTER(c_int32),
        ],
    ),
    "tiendo_decimal_parse_words": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_int32,
            POINTER(Decimal128),
            POINTER(c_int32),
            POINTER(c_int32),
        ],
    ),
    "tiendo_decimal_parse_words_with": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            POINTER(FormatInfo),
            POINTER(Decimal128),
            POINTER(c_int32),
            POINTER(c_int32),
        ],
    ),
    "tiendo_decimal_format_words": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            c_int32,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_decimal_format_words_with": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            c_int32,
            c_int32,
            c_int32,
            POINTER(FormatInfo),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_decimal_split": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            POINTER(Decimal128),
            c_int64,
            c_int32,
            c_int32,
            POINTER(Decimal128),
        ],
    ),
    "tiendo_decimal_split_by_fractions": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            POINTER(c_char_p),
            POINTER(c_int64),
            c_int64,
            c_int32,
            c_int32,
            POINTER(Decimal128),
        ],
    ),
    "tiendo_shares_round": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            POINTER(Decimal128),
            c_int64,
            POINTER(Decimal128),
            c_int32,
            POINTER(Decimal128),
        ],
    ),
    "tiendo_printed_interval": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            c_int32,
            POINTER(Decimal128),
            POINTER(Decimal128),
            POINTER(c_int32),
            POINTER(c_int32),
        ],
    ),
    "tiendo_fraction_add": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_subtract": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_multiply": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_divide": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_power": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_compare": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_int32)],
    ),
    "tiendo_fraction_round": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_fraction_round_with": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_int32,
            c_int32,
            POINTER(FormatInfo),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_fraction_decimal": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_decimal_with": (
        c_int32,
        [c_void_p, c_char_p, c_int64, POINTER(FormatInfo), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_lower": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_upper": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_fraction_root": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_fraction_root_with": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            POINTER(FormatInfo),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_fraction_exact_root": (
        c_int32,
        [c_void_p, c_char_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_growth_average": (
        c_int32,
        [c_void_p, POINTER(Growth), c_int32, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_growth_average_with": (
        c_int32,
        [
            c_void_p,
            POINTER(Growth),
            c_int32,
            c_int32,
            POINTER(FormatInfo),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_growth_compare": (
        c_int32,
        [c_void_p, POINTER(Growth), c_char_p, c_int64, POINTER(c_int32)],
    ),
    "tiendo_growth_compare_growth": (
        c_int32,
        [c_void_p, POINTER(Growth), c_char_p, c_int64, POINTER(Growth), POINTER(c_int32)],
    ),
    "tiendo_growth_compare_extrapolated": (
        c_int32,
        [c_void_p, POINTER(Growth), c_int32, c_char_p, c_int64, POINTER(c_int32)],
    ),
    "tiendo_expression_parse": (c_int32, [c_void_p, c_char_p, c_int64, POINTER(c_void_p)]),
    "tiendo_expression_reference_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_expression_reference": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_expression_parts": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(c_int32),
            POINTER(c_int64),
            POINTER(c_int64),
            POINTER(c_int64),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_expression_number": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_expression_format": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(c_char_p),
            POINTER(c_int64),
            c_int64,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_expression_evaluate": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(c_char_p),
            POINTER(c_int64),
            c_int64,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_expression_bound": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(IntervalInfo),
            c_int64,
            c_int32,
            POINTER(c_int32),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_expression_destroy": (None, [c_void_p]),
    "tiendo_column_parse": (
        c_int32,
        [c_void_p, POINTER(TextsInfo), c_int32, c_int32, c_void_p, c_void_p],
    ),
    "tiendo_column_parse_with": (
        c_int32,
        [c_void_p, POINTER(TextsInfo), POINTER(FormatInfo), c_int32, c_void_p, c_void_p],
    ),
    "tiendo_column_parse_rows": (
        c_int32,
        [
            c_void_p,
            POINTER(TextsInfo),
            POINTER(FormatInfo),
            c_int32,
            c_void_p,
            c_void_p,
            c_void_p,
            POINTER(c_int64),
        ],
    ),
    "tiendo_column_parse_days": (
        c_int32,
        [c_void_p, POINTER(TextsInfo), c_void_p, c_void_p, c_void_p, POINTER(c_int64)],
    ),
    "tiendo_column_format_days": (
        c_int32,
        [c_void_p, c_void_p, c_void_p, c_int64, c_void_p, c_void_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_column_add_to_days": (
        c_int32,
        [c_void_p, c_void_p, c_void_p, c_int64, c_int64, c_int64, c_void_p],
    ),
    "tiendo_column_parse_periods": (
        c_int32,
        [c_void_p, POINTER(TextsInfo), c_void_p, c_void_p, c_void_p, c_void_p, POINTER(c_int64)],
    ),
    "tiendo_column_format_periods": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_column_format_ratios": (
        c_int32,
        [
            c_void_p,
            POINTER(ColumnInfo),
            POINTER(ColumnInfo),
            c_void_p,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_column_format": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), c_int32, c_void_p, c_void_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_column_format_with": (
        c_int32,
        [
            c_void_p,
            POINTER(ColumnInfo),
            POINTER(FormatInfo),
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_column_compare": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), POINTER(ColumnInfo), c_void_p, c_void_p],
    ),
    "tiendo_column_add": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), POINTER(ColumnInfo), c_void_p, c_void_p],
    ),
    "tiendo_column_subtract": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), POINTER(ColumnInfo), c_void_p, c_void_p],
    ),
    "tiendo_column_multiply": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), POINTER(ColumnInfo), c_void_p, c_void_p],
    ),
    "tiendo_column_divide": (
        c_int32,
        [
            c_void_p,
            POINTER(ColumnInfo),
            POINTER(ColumnInfo),
            c_int64,
            c_int32,
            c_int32,
            c_void_p,
            c_void_p,
            c_void_p,
        ],
    ),
    "tiendo_column_round": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), c_int32, c_int32, c_void_p, c_void_p],
    ),
    "tiendo_column_sum": (
        c_int32,
        [c_void_p, POINTER(ColumnInfo), POINTER(Decimal128), POINTER(c_int64)],
    ),
    "tiendo_plan_read": (c_int32, [c_void_p, c_char_p, c_int64, c_char_p, POINTER(c_void_p)]),
    "tiendo_plan_read_file": (c_int32, [c_void_p, c_char_p, POINTER(c_void_p)]),
    "tiendo_plan_read_tables": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_char_p,
            POINTER(c_char_p),
            POINTER(c_char_p),
            POINTER(c_int64),
            c_int64,
            POINTER(c_void_p),
        ],
    ),
    "tiendo_plan_destroy": (None, [c_void_p]),
    "tiendo_plan_count": (c_int32, [c_void_p, c_void_p, c_int32, POINTER(c_int64)]),
    "tiendo_plan_find": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_value": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_int64,
            c_char_p,
            c_int64,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_value_count": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_value_key": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_int64,
            c_char_p,
            c_int64,
            c_int64,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_column": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_char_p,
            c_int64,
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_links": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_convert": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_char_p,
            c_int64,
            c_char_p,
            c_char_p,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_write": (c_int32, [c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_plan_write_tables": (
        c_int32,
        [c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_table_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_plan_table_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_builder_create": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_plan_builder_part": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_builder_add": (c_int32, [c_void_p, c_void_p, c_int32, c_char_p, c_int64]),
    "tiendo_plan_builder_add_columns": (
        c_int32,
        [c_void_p, c_void_p, c_int32, POINTER(c_char_p), POINTER(TextsInfo), c_int64],
    ),
    "tiendo_plan_builder_add_targets": (c_int32, [c_void_p, c_void_p, POINTER(TargetColumns)]),
    "tiendo_plan_builder_replace": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, c_char_p, c_int64],
    ),
    "tiendo_plan_builder_remove": (c_int32, [c_void_p, c_void_p, c_int32, c_int64]),
    "tiendo_plan_builder_count": (c_int32, [c_void_p, c_void_p, c_int32, POINTER(c_int64)]),
    "tiendo_plan_builder_build": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_plan_builder_destroy": (None, [c_void_p]),
    "tiendo_observations_create": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_observations_copy": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_observations_read": (
        c_int32,
        [c_void_p, c_void_p, c_char_p, c_int64, c_char_p, c_int32],
    ),
    "tiendo_observations_read_file": (c_int32, [c_void_p, c_void_p, c_char_p, c_int32]),
    "tiendo_observations_read_from": (
        c_int32,
        [c_void_p, c_void_p, Read, c_void_p, c_int64, c_char_p, c_int32],
    ),
    "tiendo_observations_append": (c_int32, [c_void_p, c_void_p, POINTER(Observation)]),
    "tiendo_observations_append_columns": (
        c_int32,
        [c_void_p, c_void_p, POINTER(ObservationColumns)],
    ),
    "tiendo_observations_append_rows": (
        c_int32,
        [c_void_p, c_void_p, POINTER(ObservationColumns), c_void_p, POINTER(c_int64)],
    ),
    "tiendo_observations_append_arrow": (c_int32, [c_void_p, c_void_p, c_void_p, c_void_p]),
    "tiendo_observations_append_arrow_stream": (c_int32, [c_void_p, c_void_p, c_void_p]),
    "tiendo_observations_export_arrow": (c_int32, [c_void_p, c_void_p, c_void_p]),
    "tiendo_observations_row": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(ObservationRow)]),
    "tiendo_observations_row_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_observations_select": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(Question),
            POINTER(Selection),
            POINTER(c_int64),
            c_void_p,
            POINTER(c_int64),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_observations_select_spans": (
        c_int32,
        [c_void_p, c_void_p, POINTER(Question), POINTER(PeriodDays), c_int64, POINTER(c_int64)],
    ),
    "tiendo_observations_write": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_observations_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_observations_check": (c_int32, [c_void_p, c_void_p, POINTER(c_int32)]),
    "tiendo_observations_check_with": (c_int32, [c_void_p, c_void_p, POINTER(CheckOptions)]),
    "tiendo_observations_destroy": (None, [c_void_p]),
    "tiendo_report_create": (c_int32, [c_void_p, c_void_p, POINTER(Request), POINTER(c_void_p)]),
    "tiendo_observations_reopen": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_report_destroy": (None, [c_void_p]),
    "tiendo_report_request": (c_int32, [c_void_p, c_void_p, POINTER(Request)]),
    "tiendo_report_rules": (c_int32, [c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_report_row_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_report_row": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(RowInfo)]),
    "tiendo_report_row_targets": (
        c_int32,
        [c_void_p, c_void_p, c_int64, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_row_origins": (
        c_int32,
        [c_void_p, c_void_p, c_int64, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_row_origin_share": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_row_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_figure_reason": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, POINTER(c_int32)],
    ),
    "tiendo_report_figure_exact": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_figure_decimal": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_int32, POINTER(Decimal128)],
    ),
    "tiendo_report_figure_text": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_report_column": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int32, c_int32, c_int64, c_void_p, c_void_p],
    ),
    "tiendo_report_exact_column": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_int32,
            c_int64,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_report_percent_of_plan": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int32, c_int64, c_void_p, c_void_p],
    ),
    "tiendo_report_verdicts": (c_int32, [c_void_p, c_void_p, c_int64, c_void_p, c_void_p]),
    "tiendo_report_export_arrow": (c_int32, [c_void_p, c_void_p, POINTER(ArrowOptions), c_void_p]),
    "tiendo_report_summary_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_report_summary": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(SummaryInfo)]),
    "tiendo_report_summary_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_tally_count": (c_int32, [c_void_p, c_void_p, c_int32, POINTER(c_int64)]),
    "tiendo_report_tally": (c_int32, [c_void_p, c_void_p, c_int32, c_int64, POINTER(TallyInfo)]),
    "tiendo_report_tally_text": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_int64,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_report_write": (
        c_int32,
        [c_void_p, c_void_p, POINTER(WriteOptions), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_explain": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_report_trace": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_tally_explain": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_report_tally_trace": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_int64, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_rules_name": (c_int32, [c_void_p, c_int64, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_rules_write": (c_int32, [c_void_p, c_char_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_partial_create": (
        c_int32,
        [c_void_p, c_void_p, POINTER(Request), POINTER(PartUnits), POINTER(c_void_p)],
    ),
    "tiendo_partial_read": (
        c_int32,
        [c_void_p, c_void_p, c_char_p, c_int64, c_char_p, POINTER(c_void_p)],
    ),
    "tiendo_partial_write": (c_int32, [c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_partial_merge": (c_int32, [c_void_p, c_void_p, c_void_p]),
    "tiendo_partial_content": (c_int32, [c_void_p, c_void_p, POINTER(PartialInfo)]),
    "tiendo_partial_positions": (
        c_int32,
        [c_void_p, c_void_p, c_int32, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_partial_sum": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(PartSum)]),
    "tiendo_partial_observations": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_partial_request": (c_int32, [c_void_p, c_void_p, POINTER(Request)]),
    "tiendo_partial_rules": (c_int32, [c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_partial_report": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_partial_report_below": (
        c_int32,
        [c_void_p, c_void_p, c_void_p, POINTER(PartUnits), POINTER(c_void_p)],
    ),
    "tiendo_partial_destroy": (None, [c_void_p]),
    "tiendo_plan_targets_in_force": (
        c_int32,
        [c_void_p, c_void_p, c_int32, c_char_p, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_write_targets": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int32,
            c_char_p,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_split_target": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_char_p),
            POINTER(Decimal128),
            c_int64,
            c_int32,
            c_int32,
            POINTER(Decimal128),
        ],
    ),
    "tiendo_plan_split_scale": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(c_int32)]),
    "tiendo_plan_split_weights": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_char_p,
            c_int32,
            c_int32,
            POINTER(c_int64),
            POINTER(Decimal128),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_read_weights": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_char_p,
            c_int64,
            c_char_p,
            c_int32,
            POINTER(c_int64),
            POINTER(Decimal128),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_read_weights_file": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_char_p,
            c_int32,
            POINTER(c_int64),
            POINTER(Decimal128),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_write_parts": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_char_p),
            POINTER(Decimal128),
            c_int64,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_observations_split_target": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(ReportedWeights),
            POINTER(Request),
            c_int32,
            c_int32,
            POINTER(c_int64),
            POINTER(Decimal128),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_unit_exists": (c_int32, [c_void_p, c_void_p, c_int64, c_int32, POINTER(c_int32)]),
    "tiendo_plan_unit_parent": (c_int32, [c_void_p, c_void_p, c_int64, c_int32, POINTER(c_int64)]),
    "tiendo_plan_unit_children": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, POINTER(c_int64), c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_unit_name": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_unit_code": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_plan_find_code": (
        c_int32,
        [c_void_p, c_void_p, c_char_p, c_int64, c_int32, POINTER(c_int64)],
    ),
    "tiendo_plan_unit_heirs": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            POINTER(c_int64),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_unit_predecessors": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            POINTER(c_int64),
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_plan_unit_share": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int64,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_observations_rank": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(RollUp),
            POINTER(Request),
            POINTER(WriteOptions),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_observations_contributions": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(RollUp),
            POINTER(Request),
            POINTER(WriteOptions),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_observations_score": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            POINTER(RollUp),
            POINTER(Request),
            POINTER(WriteOptions),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_criteria_write": (c_int32, [c_void_p, c_char_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_criteria_score": (
        c_int32,
        [c_void_p, c_char_p, c_char_p, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_methods_write": (
        c_int32,
        [c_void_p, POINTER(WriteOptions), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_method_assess": (c_int32, [c_void_p, c_char_p, c_char_p, c_int64, POINTER(c_int64)]),
    "tiendo_tasks_create": (c_int32, [c_void_p, c_void_p, POINTER(c_void_p)]),
    "tiendo_tasks_read": (c_int32, [c_void_p, c_void_p, c_char_p, c_int64, c_char_p, c_int32]),
    "tiendo_tasks_read_file": (c_int32, [c_void_p, c_void_p, c_char_p, c_int32]),
    "tiendo_tasks_append": (c_int32, [c_void_p, c_void_p, POINTER(TaskReport)]),
    "tiendo_tasks_row": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(TaskRow)]),
    "tiendo_tasks_row_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_tasks_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_tasks_destroy": (None, [c_void_p]),
    "tiendo_work_create": (
        c_int32,
        [c_void_p, c_void_p, c_void_p, POINTER(Request), POINTER(c_void_p)],
    ),
    "tiendo_work_destroy": (None, [c_void_p]),
    "tiendo_work_row_count": (c_int32, [c_void_p, c_void_p, POINTER(c_int64)]),
    "tiendo_work_row": (c_int32, [c_void_p, c_void_p, c_int64, POINTER(WorkInfo)]),
    "tiendo_work_row_text": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_figure_reason": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, POINTER(c_int32)],
    ),
    "tiendo_work_figure_exact": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_figure_text": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_earned_kind_text": (
        c_int32,
        [c_void_p, c_int64, c_int32, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_earned_exact": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_char_p, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_earned_measure": (
        c_int32,
        [c_void_p, c_void_p, c_int64, c_char_p, c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_earned_column": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_char_p,
            c_int64,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_work_write": (
        c_int32,
        [c_void_p, c_void_p, POINTER(WriteOptions), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_work_explain": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_work_trace": (
        c_int32,
        [
            c_void_p,
            c_void_p,
            c_void_p,
            c_void_p,
            c_int64,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_figures_verify": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_char_p,
            c_int32,
            c_int32,
            c_int32,
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_figures_verify_with": (
        c_int32,
        [
            c_void_p,
            c_char_p,
            c_int64,
            c_char_p,
            POINTER(VerifyOptions),
            c_char_p,
            c_int64,
            POINTER(c_int64),
        ],
    ),
    "tiendo_figures_verify_file": (
        c_int32,
        [c_void_p, c_char_p, POINTER(VerifyOptions), c_char_p, c_int64, POINTER(c_int64)],
    ),
    "tiendo_figures_verify_from": (
        c_int32,
        [c_void_p, Read, Take, c_void_p, c_char_p, POINTER(VerifyOptions)],
    ),
    "tiendo_fitting_plans": (
        c_int32,
        [
            c_void_p,
            POINTER(Decimal128),
            c_int32,
            POINTER(Decimal128),
            c_int32,
            c_int32,
            POINTER(Decimal128),
            POINTER(Decimal128),
            c_int64,
            POINTER(c_int64),
            POINTER(Decimal128),
            POINTER(c_int32),
        ],
    ),
}
