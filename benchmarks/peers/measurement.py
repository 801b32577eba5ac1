"""One measurement, and the medians and ratios of many."""

from dataclasses import asdict, dataclass
from statistics import median

from parse import Reading
from process import Usage

NUMBERS = ("per_second", "cpu_us", "per_cpu_second", "peak_rss_mb", "p50_ms", "p99_ms",
           "generator_busy", "target_busy")


@dataclass(frozen=True)
class Measurement:
    """What one tool did in one case of one round.

    A flaw says why the figures must not be used: failed requests, a time-out, no report.
    """

    case: str
    tool: str
    round: int
    usage: Usage | None
    reading: Reading | None
    target_cpu_seconds: float = 0.0
    steal_seconds: float = 0.0
    flaw: str = ""

    def number(self, name):
        """One of NUMBERS, None where it is unknown."""
        if self.usage is None or self.reading is None:
            return None
        return getattr(self, "_" + name)()

    def _per_second(self):
        return self.reading.per_second

    def _cpu_us(self):
        finished = self.reading.finished
        return self.usage.cpu_seconds * 1e6 / finished if finished else None

    def _per_cpu_second(self):
        used = self.usage.cpu_seconds
        return self.reading.finished / used if used and self.reading.finished else None

    def _peak_rss_mb(self):
        return self.usage.peak_rss_mb

    def _p50_ms(self):
        return self.reading.p50_ms

    def _p99_ms(self):
        return self.reading.p99_ms

    def _generator_busy(self):
        return self.usage.cpu_seconds / self.usage.wall_seconds

    def _target_busy(self):
        return self.target_cpu_seconds / self.usage.wall_seconds

    def to_json(self):
        row = {"round": self.round, "flaw": self.flaw,
               "steal_seconds": round(self.steal_seconds, 2)}
        if self.usage:
            usage = asdict(self.usage)
            del usage["out"], usage["err"]
            row |= usage
        if self.reading:
            row |= asdict(self.reading)
        row |= {name: self.number(name) for name in NUMBERS}
        return row


def usable(measurements, case, tool):
    """The measurements without flaw, by round."""
    return {m.round: m for m in measurements
            if m.case == case and m.tool == tool and not m.flaw}


def medians(measurements, case, tool):
    """The median of each number over the usable rounds; None where no round has it."""
    rows = usable(measurements, case, tool).values()
    result = {}
    for name in NUMBERS:
        known = [n for n in (row.number(name) for row in rows) if n is not None]
        result[name] = median(known) if known else None
    return result


def span(measurements, case, tool, name):
    """The smallest and the largest of a number over the usable rounds, or None."""
    rows = usable(measurements, case, tool).values()
    known = [n for n in (row.number(name) for row in rows) if n is not None]
    return (min(known), max(known)) if known else None


def ratios(measurements, name, above, below):
    """The ratio of a number within each round in which both are usable.

    above and below are pairs of case and tool.
    """
    over, under = usable(measurements, *above), usable(measurements, *below)
    result = {}
    for number in sorted(over.keys() & under.keys()):
        a, b = over[number].number(name), under[number].number(name)
        if a is not None and b:
            result[number] = a / b
    return result


def median_or_none(values):
    values = list(values)
    return median(values) if values else None
