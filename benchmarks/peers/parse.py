"""What each tool says of itself at its end, read from its own output."""

import json
import re
from dataclasses import dataclass, field


class Unreadable(Exception):
    """The output is not the tool's report."""


@dataclass(frozen=True)
class Reading:
    """A tool's own report.

    finished counts requests that got an answer, failed those that did not or got a wrong one;
    times are milliseconds, None where the tool does not report them.
    """

    finished: int
    failed: int
    per_second: float
    p50_ms: float | None = None
    p99_ms: float | None = None
    more: dict = field(default_factory=dict)


def wrk(text):
    finished, seconds = _find(r"(\d+) requests in ([\d.]+\w+),", text)
    failed = _sum(
        r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    failed += _sum(r"Non-2xx or 3xx responses: (\d+)", text)
    return Reading(
        int(finished), failed, float(_find(r"Requests/sec:\s+([\d.]+)", text)[0]),
        _wrk_percentile(50, text), _wrk_percentile(99, text))


def hey(text):
    # hey keeps status codes of the first million answers only; the rate counts all of them.
    total, rate = _find(r"Total:\s+([\d.]+) secs[\s\S]*?Requests/sec:\s+([\d.]+)", text)
    by_status = re.findall(r"^  \[(\d{3})\]\t(\d+) responses$", text, re.M)
    answered = sum(int(n) for _, n in by_status)
    finished = answered if answered < 1_000_000 else round(float(rate) * float(total))
    failed = sum(int(n) for status, n in by_status if not 200 <= int(status) < 400)
    errors = text.partition("Error distribution:")[2]
    failed += sum(int(n) for n in re.findall(r"^  \[(\d+)\]\t", errors, re.M))
    return Reading(finished, failed, answered / float(total) if finished == answered
                   else float(rate), _hey_percentile(50, text), _hey_percentile(99, text))


def h2load(text):
    rate, = _find(r"finished in [\d.]+\w+, ([\d.]+) req/s", text)
    done, failed, errored, late = _find(
        r"requests: \d+ total, \d+ started, (\d+) done, \d+ succeeded, (\d+) failed, "
        r"(\d+) errored, (\d+) timeout", text)
    wrong = _sum(r"status codes: \d+ 2xx, \d+ 3xx, (\d+) 4xx, (\d+) 5xx", text)
    bad = max(int(failed), wrong) + int(errored) + int(late)
    protocol = _all(r"Application protocol: (\S+)", text)
    return Reading(int(done), bad, float(rate), more={"protocol": protocol[0] if protocol else ""})


def ab(text):
    finished, = _find(r"Complete requests:\s+(\d+)", text)
    failed, = _find(r"Failed requests:\s+(\d+)", text)
    wrong = _sum(r"Non-2xx responses:\s+(\d+)", text)
    rate, = _find(r"Requests per second:\s+([\d.]+)", text)
    return Reading(
        int(finished), int(failed) + wrong, float(rate),
        _first_number(r"^\s+50%\s+(\d+)", text), _first_number(r"^\s+99%\s+(\d+)", text))


def autocannon(text):
    try:
        report = json.loads(_last_line(text))
        total, latency = report["requests"]["total"], report["latency"]
        # its errors hold its timeouts
        failed = sum(report[key] for key in ("errors", "resets", "non2xx", "mismatches"))
        return Reading(total, failed, total / report["duration"],
                       float(latency["p50"]), float(latency["p99"]))
    except (ValueError, KeyError, TypeError) as e:
        raise Unreadable(f"autocannon: {e}") from e


def gatling(text, seconds):
    # Its console writes no rate without reports: the rate is over the planned time.
    rows = re.findall(r"^> Global\s+\|\s*([\d,]+)\s*\|\s*([\d,]+)\s*\|\s*([\d,-]+)\s*$", text, re.M)
    if not rows:
        raise Unreadable("gatling: no line '> Global'")
    total, _, bad = (int(n.replace(",", "").replace("-", "0")) for n in rows[-1])
    return Reading(total, bad, total / seconds)


def sluice(summary):
    """The summary.json of a run. CPU is divided by all requests of the run, rates by its window."""
    try:
        whole, window = summary["whole_run"]["requests"], summary["total"]
        times = window["response_time_ms"]
        health = summary["generator"]
        return Reading(
            whole["finished"], whole["failed"], window["rate_per_second"] or 0.0,
            times["p50"], times["p99"],
            more={
                "dropped": summary["load"]["dropped"],
                "connects": health["connects"],
                "max_users": summary["load"]["max_users"],
                "response_time_ms": times,
                "service_time_ms": window["service_time_ms"],
                "whole_run_lag_ms": health["lag_ms"],
                "transport": summary["facts"].get("transport", ""),
            })
    except (KeyError, TypeError) as e:
        raise Unreadable(f"sluice: summary.json has no {e}") from e


def milliseconds(text):
    """A time with its unit, such as 566.00us or 1.04s."""
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m|h)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}[unit]


def _wrk_percentile(percent, text):
    found = _all(rf"^\s+{percent}%\s+([\d.]+\w+)$", text)
    return milliseconds(found[0]) if found else None


def _hey_percentile(percent, text):
    found = _all(rf"^\s+{percent}% in ([\d.]+) secs", text)
    return float(found[0]) * 1_000 if found else None


def _first_number(pattern, text):
    found = _all(pattern, text)
    return float(found[0]) if found else None


def _find(pattern, text):
    found = re.search(pattern, text)
    if not found:
        raise Unreadable(f"nothing matches {pattern!r}")
    return found.groups()


def _all(pattern, text):
    found = re.search(pattern, text, re.M)
    return found.groups() if found else ()


def _sum(pattern, text):
    return sum(int(n) for n in _all(pattern, text))


def _last_line(text):
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""
