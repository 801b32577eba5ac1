"""The page and the JSON of a few measurements."""

import json
import unittest

import report
from tests.test_measurement import made

FACTS = {
    "date": "2026-01-02 03:04 UTC", "commit": "0123456789ab",
    "machine": {"cpu": "Some CPU", "cores": 2, "memory_gb": 8.0, "kernel": "6.1", "os": "Debian"},
    "versions": {"Java": "25"},
}
SETTINGS = {"command": "benchmarks/peers/run --rounds 2", "rounds": 2, "seconds": 20,
            "tools": ["sluice", "wrk"], "generator_cores": "0", "target_cores": "1"}
TIMES = {"samples": 10, "p50": 1.0, "p99": 2.0, "p999": 3.0}


class ReportTest(unittest.TestCase):

    def setUp(self):
        self.rows = [made("get64", "sluice", 0, 10.0), made("get64", "wrk", 0, 8.0),
                     made("get64", "wrk", 1, 9.0),
                     made("get64", "sluice", 1, 9.0, flaw="3 failed requests")]

    def page(self):
        return report.to_markdown(FACTS, SETTINGS, self.rows, ["A note."])

    def test_a_row_for_each_tool(self):
        self.assertIn("| sluice | 100 | 10.00 | 1.25x | 10.0 | 1.000 | – | 50% | 25% | 1 of 2 |",
                      self.page())
        self.assertIn("| wrk | 100 | 8.50 (8.00–9.00) | 1.00x |", self.page())

    def test_bars_flaws_and_notes(self):
        page = self.page()
        self.assertIn("| get64: CPU per request over wrk's | 1.25 x | <= 1.1 x | 1 "
                      "| **missed**, but on fewer than 5 rounds |", page)
        self.assertIn("- get64, sluice, round 2: 3 failed requests", page)
        self.assertIn("- A note.", page)

    def test_open_loop_beside_the_targets_log(self):
        more = {"lag_us": {"samples": 10, "p50": 1, "p99": 200, "p999": None},
                "whole_run_lag_ms": TIMES, "response_time_ms": TIMES, "service_time_ms": TIMES,
                "target_log": {"count": 11, "p50_ms": 0.9, "p99_ms": 1.9, "p999_ms": 2.9}}
        self.rows = [made("openlog", "sluice", 0, 1.0, more=more)]
        self.assertIn("| start lag in the measured window | 10 | 0.001 | 0.200 | – |", self.page())
        self.assertIn(
            "| time in the server, by the target's own log | 11 | 0.900 | 1.900 | 2.900 |",
            self.page())

    def test_json_holds_every_round(self):
        figures = json.loads(json.dumps(report.to_json(FACTS, SETTINGS, self.rows, [])))
        sluice = figures["cases"]["get64"]["tools"]["sluice"]
        self.assertEqual(1, sluice["rounds_used"])
        self.assertEqual([10.0, 9.0], [row["cpu_us"] for row in sluice["rounds"]])
        self.assertEqual(1.25, sluice["ratio_to_reference"])
        self.assertEqual("0123456789ab", figures["commit"])


if __name__ == "__main__":
    unittest.main()
