"""Which warnings of Doxygen fail the manual: docs/build_manual.py judged by its rules."""

import sys
import unittest

from house import ROOT

sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "docs"))
import build_manual  # noqa: E402

HEADER = """\
/// A plan.
class Plan {
 public:
  int first() const;
  int second() const;

  int third() const;
};
""".splitlines()


class ManualTest(unittest.TestCase):
    def is_forgiven(self, line, kind="function", name="first() const"):
        member = f"Member {name} ({kind}) of class Plan"
        warning = f"/src/plan.hpp:{line}: warning: {member} is not documented."
        return build_manual.faults_of([warning], lambda path: HEADER) == []

    def test_a_member_under_another_shares_its_comment(self):
        self.assertTrue(self.is_forgiven(5))

    def test_the_first_of_a_group_needs_one(self):
        self.assertFalse(self.is_forgiven(4))
        self.assertFalse(self.is_forgiven(7))

    def test_variables_and_default_comparisons_need_none(self):
        self.assertTrue(self.is_forgiven(7, kind="variable"))
        self.assertTrue(self.is_forgiven(7, kind="enumvalue"))
        self.assertTrue(
            self.is_forgiven(7, "friend", "operator==(const Plan &, const Plan &)=default")
        )
        self.assertFalse(self.is_forgiven(7, "friend", "operator==(const Plan &a, const Plan &b)"))

    def test_every_other_warning_fails(self):
        for warning in (
            "/src/plan.hpp:5: warning: Compound Plan is not documented.",
            "/src/plan.hpp:5: warning: unable to resolve reference to 'gone' for \\ref command",
            "/src/plan.hpp:5: error: argument 'x' of command @param is not found",
        ):
            self.assertEqual(build_manual.faults_of([warning], lambda path: HEADER), [warning])


if __name__ == "__main__":
    unittest.main()
