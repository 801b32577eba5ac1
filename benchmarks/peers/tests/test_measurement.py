"""Medians, ratios within rounds, and the bars."""

import unittest

from bars import all_bars
from measurement import Measurement, medians, ratios, span
from parse import Reading
from process import Usage


def made(case, tool, number, cpu_seconds, finished=1_000_000, flaw="", rate=100.0, rss=10.0,
         more=None):
    usage = Usage(0, False, 20.0, cpu_seconds, rss, "", "")
    return Measurement(case, tool, number, usage, Reading(finished, 0, rate, 1.0, None, more or {}),
                       5.0, 0.0, flaw)


class MeasurementTest(unittest.TestCase):

    def test_numbers_of_one(self):
        one = made("get64", "wrk", 0, 10.0)
        self.assertEqual(10.0, one.number("cpu_us"))
        self.assertEqual(100_000.0, one.number("per_cpu_second"))
        self.assertEqual(0.5, one.number("generator_busy"))
        self.assertEqual(0.25, one.number("target_busy"))
        self.assertIsNone(one.number("p99_ms"))

    def test_numbers_without_requests_or_report(self):
        self.assertIsNone(made("parked", "sluice", 0, 1.0, finished=0).number("cpu_us"))
        self.assertIsNone(Measurement("get1", "wrk", 0, None, None).number("per_second"))

    def test_median_of_odd_and_even_counts(self):
        rows = [made("get64", "wrk", n, cpu) for n, cpu in enumerate((9.0, 30.0, 10.0))]
        self.assertEqual(10.0, medians(rows, "get64", "wrk")["cpu_us"])
        rows.append(made("get64", "wrk", 3, 11.0))
        self.assertEqual(10.5, medians(rows, "get64", "wrk")["cpu_us"])
        self.assertIsNone(medians(rows, "get64", "wrk")["p99_ms"])
        self.assertIsNone(medians(rows, "get64", "hey")["cpu_us"])

    def test_flawed_measurements_are_left_out(self):
        rows = [made("get64", "wrk", 0, 9.0), made("get64", "wrk", 1, 90.0, flaw="3 failed")]
        self.assertEqual(9.0, medians(rows, "get64", "wrk")["cpu_us"])
        self.assertEqual((9.0, 9.0), span(rows, "get64", "wrk", "cpu_us"))

    def test_ratios_pair_the_same_round_only(self):
        rows = [made("get64", "sluice", 0, 10.0), made("get64", "wrk", 0, 8.0),
                made("get64", "sluice", 1, 30.0), made("get64", "wrk", 1, 20.0),
                made("get64", "sluice", 2, 99.0), made("get64", "wrk", 3, 1.0),
                made("get64", "sluice", 4, 9.0, flaw="x"), made("get64", "wrk", 4, 9.0)]
        self.assertEqual(
            {0: 1.25, 1: 1.5}, ratios(rows, "cpu_us", ("get64", "sluice"), ("get64", "wrk")))


class BarsTest(unittest.TestCase):

    def bar(self, rows, text):
        found = [bar for bar in all_bars(rows) if text in bar.text]
        self.assertEqual(1, len(found), text)
        return found[0]

    def test_is_the_median_of_ratios_not_the_ratio_of_medians(self):
        rows = []
        for number, (ours, theirs) in enumerate(((10, 10), (24, 20), (33, 30))):
            rows += [made("get64", "sluice", number, ours), made("get64", "wrk", number, theirs)]
        bar = self.bar(rows, "get64: CPU per request over wrk's")
        self.assertAlmostEqual(1.1, bar.measured)
        self.assertTrue(bar.met)
        self.assertFalse(bar.enough)

    def test_both_directions(self):
        rows = [made("get64", "sluice", 0, 10, rate=89.0), made("get64", "wrk", 0, 10, rate=100.0),
                made("get64", "gatling", 0, 91)]
        self.assertFalse(self.bar(rows, "requests/s over wrk's").met)
        self.assertAlmostEqual(9.1, self.bar(rows, "get64: requests per CPU second").measured)
        self.assertTrue(self.bar(rows, "get64: requests per CPU second").met)

    def test_growth_is_taken_off_what_the_peer_grows(self):
        rows = [made("get64", "sluice", 0, 10), made("get64", "wrk", 0, 10),
                made("get5000", "sluice", 0, 15), made("get5000", "wrk", 0, 12)]
        self.assertAlmostEqual(1.25, self.bar(rows, "growth").measured)

    def test_lag_and_memory(self):
        rows = [made("openlag", "sluice", 0, 1, more={"lag_us": {"p99": 250, "p999": None}}),
                made("connected", "sluice", 0, 1, rss=251.0)]
        self.assertEqual(0.25, self.bar(rows, "start lag p99 ").measured)
        self.assertIsNone(self.bar(rows, "start lag p99.9").met)
        self.assertFalse(self.bar(rows, "connected").met)

    def test_nothing_measured_is_not_met(self):
        self.assertEqual({None}, {bar.met for bar in all_bars([])})


if __name__ == "__main__":
    unittest.main()
