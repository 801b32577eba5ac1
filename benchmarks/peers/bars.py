"""The bars that Sluice is held to, each computed from the measurements."""

from dataclasses import dataclass

from measurement import median_or_none, ratios, usable


ROUNDS = 5


@dataclass(frozen=True)
class Bar:
    """A bound, and what was measured; rounds says how many rounds it rests on."""

    text: str
    measured: float | None
    bound: float
    at_most: bool
    unit: str
    rounds: int

    @property
    def enough(self):
        """Whether it rests on as many rounds as a statement needs."""
        return self.rounds >= ROUNDS

    @property
    def met(self):
        """True or False, None where nothing was measured."""
        if self.measured is None:
            return None
        return self.measured <= self.bound if self.at_most else self.measured >= self.bound

    def to_json(self):
        return {"text": self.text, "measured": self.measured, "bound": self.bound,
                "kind": "at most" if self.at_most else "at least", "unit": self.unit,
                "rounds": self.rounds, "enough_rounds": self.enough, "met": self.met}


def all_bars(measurements):
    """Every bar, measured or not."""
    return [
        _cost(measurements, "get64", "wrk", 1.10),
        _ratio(measurements, "get64: requests/s over wrk's", "per_second", "get64", "wrk", 0.90),
        _ratio(measurements, "get64: requests per CPU second over Gatling's", "per_cpu_second",
               "get64", "gatling", 9),
        _cost(measurements, "tls64", "wrk", 1.35),
        _cost(measurements, "h2", "h2load", 2),
        _cost(measurements, "h2c", "h2load", 2),
        _ratio(measurements, "journey: requests per CPU second over Gatling's", "per_cpu_second",
               "journey", "gatling", 6),
        _growth(measurements),
        _lag(measurements, "p99", 0.3),
        _lag(measurements, "p999", 1.0),
        _memory(measurements, "connected", 250),
        _memory(measurements, "parked", 200),
        _rate(measurements, "k6get", 35_000),
        _per_cpu_second(measurements, "k6journey", 25_000),
        _memory(measurements, "k6think", 1_500),
    ]


def _cost(measurements, case, peer, bound):
    values = ratios(measurements, "cpu_us", (case, "sluice"), (case, peer))
    return Bar(f"{case}: CPU per request over {peer}'s", median_or_none(values.values()), bound,
               True, "x", len(values))


def _ratio(measurements, text, name, case, peer, bound):
    values = ratios(measurements, name, (case, "sluice"), (case, peer))
    return Bar(text, median_or_none(values.values()), bound, False, "x", len(values))


def _growth(measurements):
    ours = ratios(measurements, "cpu_us", ("get5000", "sluice"), ("get64", "sluice"))
    theirs = ratios(measurements, "cpu_us", ("get5000", "wrk"), ("get64", "wrk"))
    values = [ours[n] / theirs[n] for n in ours.keys() & theirs.keys()]
    return Bar("growth of CPU per request from 64 to 5,000 connections, over wrk's growth",
               median_or_none(values), 1.15, True, "x", len(values))


def _lag(measurements, quantile, bound):
    values = [m.reading.more["lag_us"][quantile] / 1_000
              for m in usable(measurements, "openlag", "sluice").values()
              if m.reading.more["lag_us"][quantile] is not None]
    name = {"p99": "p99", "p999": "p99.9"}[quantile]
    return Bar(f"openlag: start lag {name} at half of the maximum", median_or_none(values), bound,
               True, "ms", len(values))


def _memory(measurements, case, bound):
    values = [m.number("peak_rss_mb") for m in usable(measurements, case, "sluice").values()]
    return Bar(f"{case}: peak RSS", median_or_none(values), bound, True, "MB", len(values))


def _rate(measurements, case, bound):
    values = [m.number("per_second") for m in usable(measurements, case, "sluice").values()]
    return Bar(f"{case}: requests/s on one core", median_or_none(values), bound, False, "/s",
               len(values))


def _per_cpu_second(measurements, case, bound):
    values = [m.number("per_cpu_second") for m in usable(measurements, case, "sluice").values()]
    return Bar(f"{case}: requests per CPU second", median_or_none(values), bound, False, "/s",
               len(values))
