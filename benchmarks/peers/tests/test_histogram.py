"""The histograms of a recorded run log against the figures that Sluice gave of the same run."""

import base64
import json
import struct
import unittest
import zlib
from pathlib import Path

import histogram

FIXTURES = Path(__file__).parent / "fixtures"


def encoded(body, digits=3, lowest=1):
    plain = struct.pack(">iiiiqqd", 0x1C849303, len(body), 0, digits, lowest, 3_600_000_000, 1.0)
    packed = zlib.compress(plain + body)
    return base64.b64encode(struct.pack(">ii", 0x1C849304, len(packed)) + packed).decode()


class HistogramTest(unittest.TestCase):

    def test_agrees_with_the_summary_of_the_same_run(self):
        lag = json.loads((FIXTURES / "summary.json").read_text())["generator"]["lag_ms"]
        with (FIXTURES / "run.log").open() as lines:
            found = histogram.of_run_log(lines, "lag", 0)
        self.assertEqual(lag["samples"], found.samples)
        for share, name in ((0.5, "p50"), (0.9, "p90"), (0.99, "p99"), (0.999, "p999"),
                            (1, "max")):
            with self.subTest(name):
                self.assertEqual(round(lag[name] * 1_000), found.quantile(share))

    def test_leaves_out_the_warm_up(self):
        lines = (FIXTURES / "run.log").read_text().splitlines()
        late = [line for line in lines if line.startswith("interval") and "from=0\t" not in line]
        self.assertEqual(
            histogram.of_run_log(late, "lag", 0).samples,
            histogram.of_run_log(lines, "lag", 10**9).samples)
        self.assertLess(0, histogram.of_run_log(lines, "lag", 10**9).samples)

    def test_drops_of_the_warm_up_do_not_count(self):
        lines = ["interval\tn=0\tfrom=0\tdropped=5", "done\tn=0",
                 "interval\tn=1\tfrom=1000000000\tdropped=2", "interval\tn=2\tfrom=2000000000"]
        self.assertEqual(2, histogram.dropped_in_run_log(lines, 10**9))
        self.assertEqual(7, histogram.dropped_in_run_log(lines, 0))

    def test_counts_skips_and_widths(self):
        # 5 values of 0, a gap of 2,048 buckets (-2048 as zigzag), 3 values in the next
        found = histogram.Histogram()
        found.add(encoded(bytes([10]) + bytes([0xFF, 0x1F]) + bytes([6])))
        self.assertEqual(8, found.samples)
        self.assertEqual(0, found.quantile(0.5))
        self.assertEqual(2_051, found.quantile(1))

    def test_no_samples_have_no_quantile(self):
        self.assertIsNone(histogram.Histogram().quantile(0.99))

    def test_refuses_what_does_not_add_up(self):
        found = histogram.Histogram()
        found.add(encoded(bytes([2])))
        with self.assertRaises(ValueError):
            found.add(encoded(bytes([2]), digits=2))
        with self.assertRaises(ValueError):
            found.add(base64.b64encode(bytes(48)).decode())


if __name__ == "__main__":
    unittest.main()
