"""The log: what a function or a logger is told; and which features there are."""

import io
import logging
import os
import signal
import unittest

import tiendo

FOLDER = "docs/examples/bim-son-2024/"
WRONG = "indicator,period,value\nnone,2024,1\ngross-output,2024-13,1\n"


class LogTest(unittest.TestCase):
    def setUp(self):
        self.book = tiendo.load(FOLDER + "plan.json", FOLDER + "observations.csv")
        self.told = []

    def note(self, severity, text):
        self.told.append((severity, text))

    def test_findings_and_failures_are_told(self):
        with tiendo.logged(self.note):
            with self.assertRaises(tiendo.Error) as caught:
                self.book.read(io.StringIO(WRONG))
            with self.assertRaises(tiendo.Error) as failed:
                tiendo.parse_number("1,5")
        whole = [str(finding) for finding in caught.exception.findings] + [str(failed.exception)]
        self.assertEqual(self.told, [(tiendo.Severity.ERROR, text) for text in whole])
        with self.assertRaises(tiendo.Error):
            tiendo.parse_number("1,5")
        self.assertEqual(len(self.told), 3)

    def test_a_logger_is_told_with_its_levels(self):
        logger = logging.getLogger("tiendo-test")
        with self.assertLogs(logger, "INFO") as seen, tiendo.logged(logger):
            findings = self.book.check()
            with self.assertRaises(tiendo.Error):
                tiendo.parse_number("")
        self.assertEqual(len(seen.records), len(findings) + 1)
        self.assertEqual(seen.records[-1].levelno, logging.ERROR)
        levels = {tiendo.Severity.NOTE: logging.INFO, tiendo.Severity.WARNING: logging.WARNING}
        self.assertEqual([one.levelno for one in seen.records[:-1]], [levels[one.severity] for one in findings])

    def test_what_a_log_raises_comes_out(self):
        def fails(severity, text):
            self.note(severity, tiendo.format_number(1))  # a log may use the library
            raise LookupError(text)

        with self.assertRaises(LookupError), tiendo.logged(fails):
            with self.assertRaises(tiendo.Error):
                self.book.read(io.StringIO(WRONG))
        self.assertEqual(self.told, [(tiendo.Severity.ERROR, "1")] * 2)

    def test_ctrl_c_in_a_log_comes_out(self):
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with self.assertRaises(KeyboardInterrupt):
                with tiendo.logged(lambda *_: os.kill(os.getpid(), signal.SIGINT)):
                    self.book.read(io.StringIO(WRONG))
            self.assertIs(signal.getsignal(signal.SIGINT), signal.default_int_handler)
        finally:
            signal.signal(signal.SIGINT, before)

    def test_features(self):
        self.assertTrue(tiendo.has_feature("arrow-c-stream"))
        self.assertFalse(tiendo.has_feature("time-travel"))


if __name__ == "__main__":
    unittest.main()
