"""Runs the rounds: all cases, in each all tools, starting with another tool each round."""

import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace

import histogram
import tools
from cases import rotated
from measurement import Measurement
from parse import Unreadable
from process import steal_seconds
from targets import LoggedStorefront, Nginx, Storefront, TargetFailed

START_UP_SECONDS = 45
SETTLE_SECONDS = 1.0
WARM_UP_SECONDS = 3
OPEN_WARM_UP_SECONDS = 5
CALIBRATION_SECONDS = 10


@dataclass(frozen=True)
class Setup:
    """How it is measured. Cores are sets of core numbers, the budget is a monotonic time."""

    seconds: int
    rounds: int
    tools: tuple
    generator_cores: frozenset
    target_cores: frozenset
    java: str
    open_files: int
    deadline: float


class Rounds:
    """Collects measurements; those made before an interruption stay."""

    def __init__(self, setup, children, folder, say):
        self._setup, self._children, self._folder, self._say = setup, children, folder, say
        self._rates = {}
        self.measurements = []
        self.notes = []

    def run(self, cases):
        """Measures until all is done or the budget is used up."""
        with self._nginx(cases) as nginx:
            for number in range(self._setup.rounds):
                for case in cases:
                    if not self._round(case, number, nginx):
                        return

    @contextmanager
    def _nginx(self, cases):
        if all(case.target in ("storefront", "logged") for case in cases):
            yield None
            return
        with Nginx(self._children, self._setup.target_cores, self._new_folder("nginx"),
                   self._setup.open_files) as nginx:
            yield nginx

    def _round(self, case, number, nginx):
        names = [name for name in case.tools if name in self._setup.tools]
        if not names:
            return True
        needed = len(names) * (self._seconds(case) + SETTLE_SECONDS + 5)
        if time.monotonic() + needed > self._setup.deadline:
            self._note(f"The budget ended in round {number + 1}, before {case.name}.")
            return False
        try:
            if case.target == "logged":
                self._logged(case, number)
            elif case.target == "storefront":
                with self._storefront() as shop:
                    self._warm(case, shop)
                    self._all_tools(case, number, names, shop)
            else:
                self._all_tools(case, number, names, nginx)
        except TargetFailed as e:
            self._note(f"{case.name}, round {number + 1}: {e}")
        return True

    def _all_tools(self, case, number, names, target):
        for name in rotated(names, number):
            rate = self._rate(case, target) if case.rate_share else 0
            self._keep(self._measure(case, name, number, target, rate))

    def _logged(self, case, number):
        """One open run on a storefront of its own, whose log tells what there was to see."""
        if case.name not in self._rates:
            with self._logged_storefront("") as calm:
                self._rate(case, calm)
        with self._logged_storefront(case.latency) as shop:
            made = self._measure(case, "sluice", number, shop, self._rates[case.name])
            log = shop.close()
        if made.reading:
            more = {**made.reading.more, "target_log": log}
            made = replace(made, reading=replace(made.reading, more=more))
        self._keep(made)

    def _rate(self, case, target):
        """Half (or another share) of what a closed loop reached once; the same in all rounds."""
        if case.name not in self._rates:
            closed = replace(case, rate_share=None, latency="")
            made = self._measure(closed, "sluice", 0, target, 0,
                                 min(self._setup.seconds, CALIBRATION_SECONDS))
            if made.flaw:
                raise TargetFailed(f"the maximum could not be found: {made.flaw}")
            self._rates[case.name] = max(1, round(case.rate_share * made.number("per_second")))
            self._note(f"{case.name}: the closed loop reached {made.number('per_second'):,.0f}/s, "
                       f"the open one asks for {self._rates[case.name]:,}/s.")
        return self._rates[case.name]

    def _warm(self, case, target):
        """The target's JIT should not favour the tool that comes last."""
        self._measure(replace(case, profile=""), "sluice", 0, target, 0, WARM_UP_SECONDS)

    def _measure(self, case, name, number, target, rate, seconds=None):
        seconds = seconds or self._seconds(case)
        warmup = OPEN_WARM_UP_SECONDS if rate else 0
        tool = tools.ALL[name]
        folder = self._new_folder("job")
        job = tools.Job(case, target.url(case.target), seconds, folder, self._setup.java, rate,
                        warmup)
        time.sleep(SETTLE_SECONDS)
        cpu, steal = target.cpu_seconds(), steal_seconds()
        usage = self._children.measure(
            tool.argv(job), self._setup.generator_cores, folder,
            seconds + warmup + START_UP_SECONDS, tool.env())
        made = Measurement(case.name, name, number, usage, None,
                           target.cpu_seconds() - cpu, steal_seconds() - steal)
        made = _read(made, tool, job)
        shutil.rmtree(folder, ignore_errors=True)
        return made

    def _keep(self, made):
        self.measurements.append(made)
        rate, cpu = made.number("per_second"), made.number("cpu_us")
        self._say(f"round {made.round + 1}  {made.case:<10} {made.tool:<10} "
                  + (f"{rate:>10,.0f}/s" if rate is not None else f"{'-':>12}")
                  + (f"  {cpu:8.2f} us/request" if cpu is not None else "")
                  + (f"  NOT USED: {made.flaw}" if made.flaw else ""))

    def _seconds(self, case):
        return case.fixed_seconds or self._setup.seconds

    def _storefront(self):
        return Storefront(self._children, self._setup.target_cores, self._new_folder("shop"))

    def _logged_storefront(self, latency):
        return LoggedStorefront(self._children, self._setup.target_cores,
                                self._new_folder("shop"), self._setup.java, latency,
                                self._setup.seconds)

    def _new_folder(self, name):
        folder = self._folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def _note(self, text):
        self.notes.append(text)
        self._say(text)


def _read(made, tool, job):
    usage = made.usage
    if usage.timed_out:
        return replace(made, flaw="stopped: it did not end in time")
    try:
        reading = tool.read(job, usage.out)
    except Unreadable as e:
        last = " ".join(usage.err.split())[-200:]
        flaw = f"exit code {usage.exit_code}, no report: {e}; {last}".strip("; ")
        return replace(made, flaw=flaw)
    if job.rate:
        lines = (job.folder / "run" / "run.log").read_text(encoding="utf-8").splitlines()
        lag = histogram.of_run_log(lines, "lag", job.warmup * 10**9)
        dropped = histogram.dropped_in_run_log(lines, job.warmup * 10**9)
        reading = replace(reading, more={
            **reading.more, "rate": job.rate, "dropped_in_window": dropped,
            "lag_us": {"samples": lag.samples, "p50": lag.quantile(0.5),
                       "p99": lag.quantile(0.99), "p999": lag.quantile(0.999)}})
    return replace(made, reading=reading, flaw=_flaw(job.case, tool, usage, reading))


def _flaw(case, tool, usage, reading):
    if usage.exit_code not in tool.exit_codes:
        return f"exit code {usage.exit_code}"
    if reading.more.get("dropped_in_window"):
        return f"{reading.more['dropped_in_window']:,} dropped arrivals"
    if reading.failed:
        return f"{reading.failed:,} failed requests"
    if case.needs_requests and not reading.finished:
        return "no request finished"
    if tool.name == "h2load" and case.streams > 1 and reading.more["protocol"] == "http/1.1":
        return "spoke HTTP/1.1"
    most = reading.more.get("max_users")
    if case.profile and most is not None and most < case.users:
        return f"only {most:,} of {case.users:,} users"
    if case.name == "connected" and reading.more["connects"] < case.users:
        return f"only {reading.more['connects']:,} connections"
    return ""
