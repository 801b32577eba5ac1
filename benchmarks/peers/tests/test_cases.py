"""Which cases are chosen, and how tools are called."""

import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import tools
from cases import CASES, GROUPS, TOOLS, chosen, rotated
from install import version_in
from tools import Job


class CasesTest(unittest.TestCase):

    def test_names_and_groups_once_each_in_order(self):
        self.assertEqual(["get5000", "get64"], [c.name for c in chosen("get5000,scale, get64")])
        self.assertEqual(list(CASES), [c.name for c in chosen("all")])

    def test_unknown_name(self):
        with self.assertRaisesRegex(ValueError, "unknown case 'get65', expected some of get1,"):
            chosen("get65")

    def test_groups_and_cases_name_what_exists(self):
        for members in GROUPS.values():
            self.assertLessEqual(set(members), set(CASES))
        for case in CASES.values():
            self.assertLessEqual(set(case.tools), set(TOOLS))
            self.assertEqual(set(TOOLS), set(tools.ALL))

    def test_each_round_starts_with_another(self):
        self.assertEqual([["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"], ["a", "b", "c"]],
                         [rotated(("a", "b", "c"), n) for n in range(4)])
        self.assertEqual([], rotated((), 2))


class ToolsTest(unittest.TestCase):

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = Path(self._folder.name)

    def argv(self, tool, case, **changes):
        job = Job(CASES[case], "http://127.0.0.1:8080", 20, self.folder, "java")
        return tools.ALL[tool].argv(replace(job, **changes))

    def test_the_same_load_for_all(self):
        rows = (
            ("wrk", "get64", ["-t1", "-c64", "-d20s"]),
            ("h2load", "get64", ["--h1", "-t1", "-c64", "-m1", "-D20"]),
            ("h2load", "h2", ["-c10", "-m32"]),
            ("hey", "h2", ["-c", "320", "-h2"]),
            ("ab", "get1000", ["-k", "-t", "20", "-c", "1000"]),
            ("sluice", "get64", ["hit", "--users", "64", "-d", "20s", "--loops", "1"]),
            ("sluice", "h2", ["--http", "2", "--connections", "shared:10:32", "--insecure"]),
            ("sluice", "get5000", ["--source-address", "127.0.0.2,127.0.0.3,127.0.0.4,127.0.0.5"]),
        )
        for tool, case, expected in rows:
            with self.subTest(tool=tool, case=case):
                self.assertLessEqual(set(expected), set(self.argv(tool, case)))

    def test_open_load_has_a_rate_and_no_users(self):
        argv = self.argv("sluice", "openlag", rate=25_000, warmup=5)
        self.assertLessEqual({"--rate", "25000/s", "--warmup", "5s"}, set(argv))
        self.assertNotIn("--users", argv)

    def test_a_scenario_gets_the_load_of_the_job(self):
        argv = self.argv("sluice", "journey", seconds=7)
        text = Path(argv[-1]).read_text(encoding="utf-8")
        self.assertIn("name: complete checkout", text)
        self.assertIn("    users: 64\n    duration: 7s\n", text)
        self.assertEqual(1, text.count("profiles:"))

    def test_a_fixed_profile_stays(self):
        text = Path(self.argv("sluice", "connected")[-1]).read_text(encoding="utf-8")
        self.assertIn("stages: [10000 in 10s, 10000 in 20s]", text)


class VersionTest(unittest.TestCase):

    def test_first_dotted_number(self):
        for text, expected in (("nginx version: nginx/1.22.1", (1, 22, 1)),
                               ("\x1b[1mApache Maven 3.8.7\x1b[m", (3, 8, 7)),
                               ("v20.20.2\n", (20, 20, 2)), ("none", None)):
            with self.subTest(text):
                self.assertEqual(expected, version_in(text))


if __name__ == "__main__":
    unittest.main()
