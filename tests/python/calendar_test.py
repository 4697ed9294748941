"""Periods, reporting calendars, working days and due dates, with datetime.date in and out."""

import dataclasses
import datetime
import doctest
import unittest
from datetime import date
from fractions import Fraction

import tiendo
from tiendo import Calendar, DueDates, DueRule, Period, ReportingRule, Tiling, WorkingDays

MOMENT = datetime.datetime(2024, 6, 30, 12)


def period(text):
    return Period.parse(text)


class PeriodTest(unittest.TestCase):
    def test_words_are_read_and_the_shortest_is_written(self):
        cases = [
            ("2024", date(2024, 1, 1), date(2025, 1, 1), "2024"),
            ("2024-6M", date(2024, 1, 1), date(2024, 7, 1), "2024-H1"),
            ("2024-Q3", date(2024, 7, 1), date(2024, 10, 1), "2024-Q3"),
            ("2021/2025", date(2021, 1, 1), date(2026, 1, 1), "2021/2025"),
            ("2024-01-15/2024-02-15", date(2024, 1, 15), date(2024, 2, 15), "2024-01-15/2024-02-15"),
            ("1400", date(1400, 1, 1), date(1401, 1, 1), "1400"),
            ("9999-11", date(9999, 11, 1), date(9999, 12, 1), "9999-11"),
        ]
        for text, start, end, shortest in cases:
            with self.subTest(text):
                read = period(text)
                self.assertEqual((read.start, read.end, str(read)), (start, end, shortest))
                self.assertEqual(read, Period(start, end))
                self.assertEqual(period(str(read)), read)

    def test_what_is_no_period_raises_with_code_and_offset(self):
        cases = [
            ("2024-13", "period_syntax", 5),
            ("2024-01-15/2024-02-30", "date_not_real", 19),
            ("2025/2021", "period_empty", 5),
            ("0000", "date_out_of_range", 0),
            ("9999", "date_out_of_range", 0),
            ("năm 2024", "period_syntax", 0),
        ]
        for text, code, offset in cases:
            with self.subTest(text), self.assertRaises(tiendo.Error) as caught:
                period(text)
            self.assertEqual((caught.exception.code, caught.exception.offset), (code, offset))

    def test_days_are_checked_when_it_is_made(self):
        day = date(2024, 1, 1)
        for start, end, code in [
            (day, day, "period_empty"),
            (date(2025, 1, 1), day, "period_empty"),
            (date.min, day, "date_out_of_range"),
            (date(1399, 12, 31), day, "date_out_of_range"),
        ]:
            with self.subTest(start), self.assertRaises(tiendo.Error) as caught:
                Period(start, end)
            self.assertEqual(caught.exception.code, code)
        self.assertEqual(Period(day, date.max).last_day, date(9999, 12, 30))
        for wrong in (MOMENT, "2024-01-01", 5, 5.0, None):
            with self.subTest(wrong), self.assertRaises(TypeError):
                Period(day, wrong)
        for wrong in (2024, b"2024", None):
            with self.subTest(wrong), self.assertRaises(TypeError):
                Period.parse(wrong)

    def test_is_a_value(self):
        self.assertEqual(len({period("2024-H1"), period("2024-6M"), period("2024")}), 2)
        self.assertEqual(sorted([period("2024-02"), period("2024"), period("2024-01")]),
                         [period("2024-01"), period("2024"), period("2024-02")])
        with self.assertRaises(dataclasses.FrozenInstanceError):
            period("2024").start = date(2023, 1, 1)

    def test_contains_overlaps_adjoins_intersects(self):
        half, june, july = period("2024-H1"), period("2024-06"), period("2024-07")
        self.assertTrue(june in half and half not in june and half in half)
        self.assertTrue(date(2024, 6, 30) in half and date(2024, 7, 1) not in half)
        self.assertTrue(half.overlaps(june) and not half.overlaps(july))
        self.assertTrue(half.adjoins(july) and july.adjoins(half) and not half.adjoins(june))
        self.assertEqual(half.intersection(period("2024-Q2")), period("2024-Q2"))
        self.assertIsNone(half.intersection(july))
        self.assertEqual((period("2024").days, june.last_day), (366, date(2024, 6, 30)))
        for wrong in (MOMENT, "2024-06", 5):
            with self.subTest(wrong), self.assertRaises(TypeError):
                wrong in half  # pylint: disable=pointless-statement

    def test_moves(self):
        self.assertEqual(period("2024-02").year_before(), period("2023-02"))
        self.assertEqual(period("2023-02").shifted(12), period("2024-02"))
        self.assertEqual(period("2024-Q1").previous(), period("2023-Q4"))
        self.assertEqual(period("2024-01-15/2024-03-01").year_before(), period("2023-01-15/2023-03-01"))
        for wrong, error in ((1.0, TypeError), (True, TypeError), ("1", TypeError), (2**63, OverflowError),
                             (2**63 - 1, tiendo.Error), (-(2**64) - 12, OverflowError)):
            with self.subTest(wrong), self.assertRaises(error):
                period("2024").shifted(wrong)
        with self.assertRaises(tiendo.Error):
            period("1400").previous()

    def test_a_day_moves_by_months(self):
        for day, count, wanted in (
            (date(2024, 1, 31), 1, date(2024, 2, 29)),
            (date(2024, 2, 29), -12, date(2023, 2, 28)),
            (date(2023, 2, 28), 1, date(2023, 3, 28)),
            (date(2024, 5, 31), 0, date(2024, 5, 31)),
            (date(2024, 12, 15), 1, date(2025, 1, 15)),
        ):
            self.assertEqual(tiendo.plus_months(day, count), wanted)
        for count in (12 * 8000, -(12 * 1000), 2**62):
            with self.assertRaises(tiendo.Error) as caught:
                tiendo.plus_months(date(2024, 1, 1), count)
            self.assertEqual(caught.exception.code, "date_out_of_range")
        self.assertRaises(TypeError, tiendo.plus_months, MOMENT, 1)
        self.assertRaises(TypeError, tiendo.plus_months, date(2024, 1, 1), 1.0)
        self.assertRaises(OverflowError, tiendo.plus_months, date(2024, 1, 1), 2**63)

    def test_falls_into_parts_which_tile_it(self):
        year = period("2024")
        self.assertEqual([str(part) for part in year.quarters()], ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"])
        self.assertEqual([str(part) for part in year.halves()], ["2024-H1", "2024-H2"])
        self.assertEqual(period("2021/2025").years()[4], period("2025"))
        self.assertEqual(len(period("2021/2025").months()), 60)
        self.assertIsNone(year.tiling_fault(reversed(year.months())))
        with self.assertRaises(tiendo.Error) as caught:
            period("2024-02").quarters()
        self.assertEqual(caught.exception.code, "period_not_whole")

    def test_says_what_keeps_parts_from_tiling_it(self):
        year = period("2024")
        cases = [
            ([], Tiling.GAP, "2024"),
            (year.quarters()[:3], Tiling.GAP, "2024-Q4"),
            (year.quarters() + [period("2024-02")], Tiling.OVERLAP, "2024-02"),
            (year.quarters() + [period("2023-12")], Tiling.OUTSIDE, "2023-12"),
        ]
        for parts, tiling, days in cases:
            fault = year.tiling_fault(parts)
            self.assertEqual((fault.tiling, fault.days), (tiling, period(days)))

    def test_the_day_of_the_report_is_over(self):
        for day, share in [
            (date(2023, 12, 31), Fraction(0)),
            (date(2024, 6, 30), Fraction(182, 366)),
            (date(2024, 12, 31), Fraction(1)),
            (date.max, Fraction(1)),
        ]:
            self.assertEqual(period("2024").elapsed_share(day), share)
        self.assertIsInstance(period("2024").elapsed_share(date(2024, 12, 31)), Fraction)
        with self.assertRaises(TypeError):
            period("2024").elapsed_share(MOMENT)
        self.assertEqual(period("2024").elapsed_months(date(2024, 6, 29)), (5, 12))
        self.assertEqual(period("2023-12-15/2024-12-15").elapsed_months(date(2024, 1, 14)), (1, 12))
        with self.assertRaises(tiendo.Error):
            period("2024-01-15/2024-02-10").elapsed_months(date(2024, 1, 31))


class CalendarTest(unittest.TestCase):
    def test_one_name_is_different_days_for_each(self):
        for calendar, half, year in [
            (Calendar.civil(), "2024-H1", "2024"),
            (Calendar.administrative(), "2023-12-15/2024-06-15", "2023-12-15/2024-12-15"),
            (Calendar.public_investment(), "2024-H1", "2024-01-01/2025-02-01"),
        ]:
            with self.subTest(calendar.name):
                self.assertEqual(str(calendar.window(period("2024-H1"))), half)
                self.assertEqual(str(calendar.window(period("2024"))), year)

    def test_rules_of_ones_own_follow_each_other(self):
        calendar = Calendar([
            ReportingRule(date(2020, 1, 1), first_day=16, month_before=True),
            ReportingRule(date(2024, 1, 1), year_extra_months=12),
        ], name="agency")
        self.assertEqual(str(calendar.window(period("2023-11M"))), "2022-12-16/2023-11-16")
        self.assertEqual(str(calendar.window(period("2024"))), "2024/2025")
        self.assertEqual(repr(calendar), "<Calendar agency>")
        with self.assertRaises(tiendo.Error) as caught:
            calendar.with_year_before(period("2024-02"))
        self.assertEqual(caught.exception.code, "windows_differ")

    def test_a_comparison_has_two_windows_of_one_calendar(self):
        windows = Calendar.administrative().with_year_before(period("2024-02"))
        self.assertEqual([str(window) for window in windows], ["2024-01-15/2024-02-15", "2023-01-15/2023-02-15"])
        self.assertEqual(windows.window, windows[0])

    def test_days_lead_back_to_their_months(self):
        calendar = Calendar.administrative()
        self.assertEqual(calendar.month_of(date(2023, 12, 15)), period("2024-01"))
        self.assertEqual(calendar.months_of([date(2023, 12, 14), date(2024, 1, 14)]),
                         [period("2023-12"), period("2024-01")])
        with self.assertRaises(tiendo.Error) as caught:
            calendar.month_of(date(2018, 1, 1))
        self.assertEqual(caught.exception.code, "no_rule_in_force")

    def test_what_makes_no_sense_is_refused(self):
        rule = ReportingRule(date(2020, 1, 1))
        for rules, code in [([rule, rule], "rules_not_in_order"),
                            ([ReportingRule(date(2020, 1, 1), 29)], "rule_out_of_range"),
                            ([ReportingRule(date(1399, 1, 1))], "date_out_of_range")]:
            with self.subTest(code), self.assertRaises(tiendo.Error) as caught:
                Calendar(rules)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(OverflowError):
            Calendar([ReportingRule(date(2020, 1, 1), 2**32 + 1)])
        with self.assertRaises(TypeError):
            Calendar([ReportingRule(date(2020, 1, 1), 1.0)])
        with self.assertRaises(tiendo.Error) as caught:
            Calendar([]).window(period("2024"))
        self.assertEqual(caught.exception.code, "no_rule_in_force")
        for wrong in ("2024", date(2024, 1, 1)):
            with self.subTest(wrong), self.assertRaises(TypeError):
                Calendar.civil().window(wrong)
        with self.assertRaises(tiendo.Error) as caught:
            Calendar.civil().window(period("2024-01-15/2024-02-15"))
        self.assertEqual(caught.exception.code, "period_not_whole")


class WorkingDaysTest(unittest.TestCase):
    SPRING = WorkingDays(holidays=[date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)],
                         make_up_days=[date(2024, 5, 4)])

    def test_days_are_tested_and_counted(self):
        days = [date(2024, 4, 26) + datetime.timedelta(i) for i in range(10)]
        self.assertEqual(self.SPRING.are_working_days(days), [True] + 5 * [False] + 3 * [True] + [False])
        self.assertTrue(self.SPRING.is_working_day(date(2024, 5, 4)))
        self.assertEqual(self.SPRING.count(Period(days[0], days[-1])), 4)
        self.assertEqual(WorkingDays().count(period("2024")), 262)
        self.assertEqual(WorkingDays([7]).count(period("2024-05")), 27)
        self.assertEqual(WorkingDays([]).count(period("2024-05")), 31)

    def test_steps_skip_days_off(self):
        self.assertEqual(self.SPRING.on_or_after(date(2024, 4, 27)), date(2024, 5, 2))
        self.assertEqual(self.SPRING.plus(date(2024, 4, 26), 3), date(2024, 5, 4))
        self.assertEqual(self.SPRING.plus(date(2024, 5, 5), -4), date(2024, 4, 26))
        self.assertEqual(self.SPRING.plus(date(2024, 5, 5), 0), date(2024, 5, 5))

    def test_between_leaves_both_days_out(self):
        for first, second, count in [
            (date(2024, 5, 14), date(2024, 5, 16), 1),
            (date(2024, 5, 14), date(2024, 5, 15), 0),
            (date(2024, 5, 14), date(2024, 5, 14), 0),
            (date(2024, 5, 14), date(2024, 5, 1), 0),
            (date(2024, 4, 26), date(2024, 5, 2), 0),
            (date.max, date.max, 0),
        ]:
            self.assertEqual(self.SPRING.between(first, second), count, (first, second))

    def test_what_makes_no_sense_is_refused(self):
        day = date(2024, 5, 1)
        with self.assertRaises(tiendo.Error) as caught:
            WorkingDays(holidays=[day], make_up_days=[day])
        self.assertEqual(caught.exception.code, "day_off_conflict")
        for wrong, error in ((0, ValueError), (8, ValueError), (6.0, TypeError), (2**64 + 6, OverflowError)):
            with self.subTest(wrong), self.assertRaises(error):
                WorkingDays([wrong])
        for wrong in (MOMENT, "2024-05-01", 5):
            with self.subTest(wrong), self.assertRaises(TypeError):
                WorkingDays(holidays=[wrong])
            with self.subTest(wrong), self.assertRaises(TypeError):
                self.SPRING.is_working_day(wrong)
        with self.assertRaises(tiendo.Error) as caught:
            WorkingDays(range(1, 8)).on_or_after(day)
        self.assertEqual(caught.exception.code, "no_working_day")
        with self.assertRaises(TypeError):
            self.SPRING.plus(day, 1.0)


class DueDatesTest(unittest.TestCase):
    def test_statistics_are_due_by_the_decree_in_force(self):
        for named, due in [("2024-02", date(2024, 2, 29)), ("2024-07", date(2024, 7, 29)),
                           ("2024-08", date(2024, 9, 6)), ("2024-9M", date(2024, 10, 7)),
                           ("2024", date(2025, 1, 6))]:
            self.assertEqual(DueDates.statistics().due(period(named)), due, named)
        holiday = WorkingDays(holidays=[date(2025, 1, 6)])
        self.assertEqual(DueDates.statistics().due(period("2024"), holiday), date(2025, 1, 7))

    def test_rules_of_ones_own(self):
        dates = DueDates([DueRule(date(2020, 1, 1), months_after=0, day=31)], name="agency")
        self.assertEqual(dates.due(period("2024-04")), date(2024, 4, 30))
        self.assertEqual(repr(dates), "<DueDates agency>")
        with self.assertRaises(tiendo.Error) as caught:
            dates.due(period("2019"))
        self.assertEqual(caught.exception.code, "no_rule_in_force")
        with self.assertRaises(tiendo.Error) as caught:
            DueDates([DueRule(date(2020, 1, 1), 13)]).due(period("2024"))
        self.assertEqual(caught.exception.code, "rule_out_of_range")
        with self.assertRaises(TypeError):
            DueDates([DueRule(date(2020, 1, 1), 1, 1.0)])


def load_tests(_loader, tests, _pattern):
    """With the examples in the documentation of the modules."""
    for name in ("_period", "_calendar", "_working_days"):
        tests.addTests(doctest.DocTestSuite(f"tiendo.{name}"))
    return tests


if __name__ == "__main__":
    unittest.main()
