"""Each tool's recorded output, read."""

import json
import unittest
from pathlib import Path

import parse

FIXTURES = Path(__file__).parent / "fixtures"


def recorded(name):
    return (FIXTURES / name).read_text(encoding="utf-8")


class ParseTest(unittest.TestCase):

    def test_counts_and_rates_of_good_runs(self):
        rows = (
            ("wrk.txt", parse.wrk, 11016, 10297.06, 0.248, 23.92),
            ("hey.txt", parse.hey, 6446, None, 0.7, 10.9),
            ("h2load-http1.txt", parse.h2load, 14883, 14883.0, None, None),
            ("h2load-h2c.txt", parse.h2load, 3515, 3515.0, None, None),
            ("ab.txt", parse.ab, 19952, 19877.32, 0.0, 4.0),
            ("autocannon.json", parse.autocannon, 8090, 8090 / 1.08, 0.0, None),
            ("gatling.txt", lambda text: parse.gatling(text, 2), 601, 300.5, None, None),
        )
        for name, read, finished, rate, p50, p99 in rows:
            with self.subTest(name):
                reading = read(recorded(name))
                self.assertEqual(finished, reading.finished)
                self.assertEqual(0, reading.failed)
                if rate is not None:
                    self.assertAlmostEqual(rate, reading.per_second, 6)
                self.assertEqual(p50, None if reading.p50_ms is None else round(reading.p50_ms, 6))
                if p99 is not None:
                    self.assertAlmostEqual(p99, reading.p99_ms, 6)

    def test_counts_failures(self):
        rows = (
            ("wrk-404.txt", parse.wrk, 8218),
            ("wrk-socket-errors.txt", parse.wrk, 4644),
            ("hey-404.txt", parse.hey, 3062),
            ("hey-errors.txt", parse.hey, 2093),
            ("h2load-404.txt", parse.h2load, 8030),
            ("ab-404.txt", parse.ab, 18869),
            ("autocannon-404.json", parse.autocannon, 7403),
            ("gatling-404.txt", lambda text: parse.gatling(text, 2), 728),
        )
        for name, read, failed in rows:
            with self.subTest(name):
                self.assertEqual(failed, read(recorded(name)).failed)

    def test_nothing_finished_where_all_connections_were_closed(self):
        for name, read in (("wrk-socket-errors.txt", parse.wrk), ("hey-errors.txt", parse.hey),
                           ("autocannon-errors.json", parse.autocannon)):
            with self.subTest(name):
                self.assertEqual(0, read(recorded(name)).finished)

    def test_h2load_tells_the_protocol(self):
        self.assertEqual("http/1.1", parse.h2load(recorded("h2load-http1.txt")).more["protocol"])
        self.assertEqual("h2c", parse.h2load(recorded("h2load-h2c.txt")).more["protocol"])

    def test_hey_counts_by_its_rate_beyond_a_million(self):
        text = recorded("hey.txt").replace("[200]\t6446", "[200]\t1000000").replace(
            "Requests/sec:\t", "Requests/sec:\t1")
        reading = parse.hey(text)
        self.assertGreater(reading.finished, 1_000_000 // 100)
        self.assertEqual(round(reading.per_second * self._total(text)), reading.finished)

    @staticmethod
    def _total(text):
        return float(text.partition("Total:")[2].split()[0])

    def test_summary_of_sluice(self):
        summary = json.loads(recorded("summary.json"))
        reading = parse.sluice(summary)
        self.assertEqual(summary["whole_run"]["requests"]["finished"], reading.finished)
        self.assertEqual(summary["total"]["rate_per_second"], reading.per_second)
        self.assertEqual(summary["total"]["response_time_ms"]["p99"], reading.p99_ms)
        self.assertGreater(reading.finished, summary["total"]["requests"]["finished"])
        self.assertEqual(0, reading.failed)

    def test_failures_of_sluice_are_those_of_the_whole_run(self):
        summary = json.loads(recorded("summary.json"))
        summary["whole_run"]["requests"]["failed"] = 7
        self.assertEqual(7, parse.sluice(summary).failed)

    def test_other_text_is_unreadable(self):
        readers = (parse.wrk, parse.hey, parse.h2load, parse.ab, parse.autocannon,
                   lambda text: parse.gatling(text, 1))
        for read in readers:
            for text in ("", "connection refused", "{}", "[1]", "null"):
                with self.subTest(text), self.assertRaises(parse.Unreadable):
                    read(text)
        with self.assertRaises(parse.Unreadable):
            parse.sluice({})

    def test_units_of_time(self):
        for text, expected in (("566.00us", 0.566), ("1.07ms", 1.07), ("1.04s", 1040),
                               ("2.00m", 120_000), ("1.00h", 3_600_000)):
            with self.subTest(text):
                self.assertAlmostEqual(expected, parse.milliseconds(text))


if __name__ == "__main__":
    unittest.main()
