"""Files that nobody means well with: each ends in an error, within bounded memory and time.

Without the limit on memory where sanitizers run, which claim more than there is.
"""

import os
import pathlib
import resource
import subprocess
import tempfile
import threading
import unittest

from tool import BIM_SON, ROOT

MIB = 1 << 20
GIB = 1 << 30
SANITIZED = "asan" in os.environ.get("LD_PRELOAD", "")


def check(*arguments, most, source=None, seconds=60):
    """Exit status and messages of `tiendo check` with at most so many bytes of memory.

    `source` gives the blocks of standard input, as long as they are read.
    """
    def limit():
        if not SANITIZED:
            resource.setrlimit(resource.RLIMIT_AS, (most, most))

    with subprocess.Popen([os.environ["TIENDO_TOOL"], "check", *map(str, arguments)], cwd=ROOT,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          preexec_fn=limit) as process:
        def feed():
            try:
                for block in source or ():
                    process.stdin.write(block)
                process.stdin.close()
            except OSError:  # it has read enough; what it has not read goes with the pipe
                process.stdin.raw.close()

        def stop():
            process.kill()

        feeder = threading.Thread(target=feed)
        watch = threading.Timer(seconds, stop)
        feeder.start()
        watch.start()
        messages = process.stderr.read().decode("utf-8", "replace")
        status = process.wait()
        watch.cancel()
        feeder.join()
    return status, messages


def endless(start, block, most=GIB):
    """The start, then the block again and again."""
    yield start
    for _ in range(most // len(block)):
        yield block


class Hostile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, content, size=None):
        """A file; with a size, one that has no blocks on the disk beyond its content."""
        path = self.folder / f"file-{len(list(self.folder.iterdir()))}"
        with open(path, "wb") as file:
            file.write(content)
            if size is not None:
                file.truncate(size)
        return path

    def refuse(self, expected, *arguments, most, source=None, count=1):
        """The first of `count` messages begins with "PLACE: error NUMBER NAME" behind the file."""
        status, messages = check(*arguments, most=most, source=source)
        lines = messages.splitlines()
        self.assertEqual(status, 1, messages[:500])
        self.assertEqual(len(lines), count, messages[:500])
        self.assertIn(f":{expected}: ", lines[0])


class PlanTest(Hostile):
    def refuse_plan(self, expected, content, **options):
        path = content if isinstance(content, pathlib.Path) else self.file(content)
        self.refuse(expected, path, most=GIB, **options)

    def test_deep_nesting(self):
        self.refuse_plan("1:65: error 613 nested_too_deep", b"[" * 10**6)
        self.refuse_plan("1:321: error 613 nested_too_deep", b'{"a":' * 10**6)

    def test_one_key_a_million_times(self):
        keys = b'"a": 0,\n' * 999_000
        self.refuse_plan("2:1: error 606 duplicate_key", b"{" + keys + b'"b": 0}')
        self.refuse_plan("1000000:6: error 620 too_many_values", b'{"c": 0,' + 2 * keys + b'"b": 0}')

    def test_a_million_unknown_keys(self):
        keys = b",".join(b'"k%d":0' % i for i in range(300_000))
        self.refuse_plan("1:1: error 603 missing_key", b"{" + keys + b"}", count=100)

    def test_a_long_text(self):
        self.refuse_plan("1:1: error 619 text_too_long", b'"' + b"x" * (16 * MIB) + b'"')
        self.refuse_plan("1:2: error 619 text_too_long", b'{"' + b"x" * (16 * MIB) + b'": 0}')

    def test_a_text_of_a_gibibyte(self):
        self.refuse_plan("1:1: error 618 file_too_large", pathlib.Path("/dev/stdin"),
                         source=endless(b'{"format": "', b"x" * MIB))
        self.refuse_plan("1:1: error 618 file_too_large", self.file(b'{"format": "', GIB))

    def test_long_numbers(self):
        digits = b"9" * 10**6
        self.refuse_plan("1:1: error 601 json_syntax", digits)
        plan = (ROOT / BIM_SON[0]).read_bytes()
        factor = b'"factor": "10000"'
        self.assertIn(factor, plan)
        line = plan[:plan.index(factor)].count(b"\n") + 1
        faulty = plan.replace(factor, b'"factor": "' + digits + b'"')
        status, messages = check(self.file(faulty), most=GIB)
        self.assertEqual((status, len(messages.splitlines())), (1, 1))
        self.assertRegex(messages, rf":{line}:\d+: error 101 number_too_long: ")

    def test_a_list_of_faults(self):
        plan = (b'{"format": "tiendo-plan/1", "measures": [], "units": [{"id": "t"}], "indicators": [],\n'
                b'"plan": {"id": "p", "period": "2024", "unit": "t", "targets": [%s]}}')
        self.refuse_plan("2:64: error 604 wrong_type", plan % b",".join([b"0"] * 900_000), count=100)
        targets = b",".join([b'{"indicator": "a"}'] * 100_000)
        self.refuse_plan("2:64: error 307 condition_missing", plan % targets, count=100)

    def test_lines_without_end(self):
        self.refuse_plan(f"{16 * MIB + 1}:1: error 601 json_syntax", b"\n" * (16 * MIB))


class ObservationsTest(Hostile):
    PLAN = (b'{"format": "tiendo-plan/1", "measures": [{"id": "ha", "kind": "area"}],\n'
            b'"units": [{"id": "town"}], "indicators": [{"id": "land", "measure": "ha", "kind": "flow"}],\n'
            b'"plan": {"id": "p", "unit": "town", "period": "2024"}}')
    HEADER = b"indicator,period,value,revision\n"

    def refuse_observations(self, expected, content, **options):
        path = content if isinstance(content, pathlib.Path) else self.file(content)
        self.refuse(expected, self.file(self.PLAN), path, most=256 * MIB, **options)

    def refuse_source(self, expected, start, block, **options):
        self.refuse_observations(expected, pathlib.Path("/dev/stdin"),
                                 source=endless(start, block), **options)

    def test_a_file_that_is_too_large(self):
        self.refuse_observations("1:1: error 618 file_too_large", self.file(self.HEADER, 3 * GIB))

    def test_zeros(self):
        self.refuse_observations("2:1: error 2 text_encoding", self.file(self.HEADER, GIB))

    def test_ten_million_columns(self):
        self.refuse_observations("1:513: error 620 too_many_values", b"a," * 10**7)

    def test_fields_without_end(self):
        self.refuse_source("2:6: error 619 text_too_long", self.HEADER + b'land,"', b"x" * MIB)
        self.refuse_source("2:6: error 619 text_too_long", self.HEADER + b'land,"', b'""' * MIB)
        self.refuse_source("2:6: error 619 text_too_long", self.HEADER + b"land,", b"x" * MIB)
        self.refuse_source("1:1: error 619 text_too_long", b'"', b"x" * MIB)

    def test_a_long_number(self):
        self.refuse_observations("2:11: error 101 number_too_long",
                                 self.HEADER + b"land,2024," + b"9" * 10**6 + b",0\n")

    def test_faults_without_end(self):
        self.refuse_source("2:1: error 611 field_count", self.HEADER, b"land\n" * 100_000, count=100)

    def test_rows_in_the_worst_order_and_a_fault_in_the_last(self):
        rows = b"".join(b"land,2024-01,1,%d\n" % i for i in range(200_000, 0, -1))
        self.refuse_observations("200002:14: error 100 number_syntax",
                                 self.HEADER + rows + b"land,2024-01,x,0\n")


if __name__ == "__main__":
    unittest.main()
