"""How each generator is called, and how its report is read."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import parse
from cases import Case
from places import AUTOCANNON, GATLING, GATLING_CLASSPATH, SCENARIOS, SLUICE


@dataclass(frozen=True)
class Job:
    """One call of one tool: a case with a target's address."""

    case: Case
    base_url: str
    seconds: int
    folder: Path
    java: str
    rate: int = 0
    warmup: int = 0

    @property
    def url(self):
        return self.base_url + self.case.path


def _wrk(job):
    return ["wrk", "-t1", f"-c{job.case.connections}", f"-d{job.seconds}s", "--latency",
            "--timeout", "10s", job.url]


def _hey(job):
    protocol = ["-h2"] if job.case.target == "h2" else []
    return ["hey", "-z", f"{job.seconds}s", "-c", str(job.case.users), *protocol, job.url]


def _h2load(job):
    one = ["--h1"] if job.case.target in ("plain", "tls") else []
    return ["h2load", *one, "-t1", f"-c{job.case.connections}", f"-m{job.case.streams}",
            f"-D{job.seconds}", job.url]


def _ab(job):
    # -n after -t, which would set it to 50,000; ab keeps 32 bytes for each of them
    return ["ab", "-q", "-k", "-l", "-t", str(job.seconds), "-n", str(job.seconds * 200_000),
            "-c", str(job.case.connections), job.url]


def _autocannon(job):
    return ["node", str(AUTOCANNON), "-n", "-j", "-c", str(job.case.connections),
            "-d", str(job.seconds), job.url]


def _gatling(job):
    classpath = f"{GATLING / 'target' / 'classes'}:{GATLING_CLASSPATH.read_text().strip()}"
    return [job.java, "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            # its search for a newer release stays on this machine, and finds nobody
            "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=9",
            f"-Djava.util.prefs.userRoot={job.folder}",
            f"-Dpeers.url={job.base_url}", f"-Dpeers.users={job.case.users}",
            f"-Dpeers.seconds={job.seconds}", "-cp", classpath, "io.gatling.app.Gatling",
            "-s", f"io.sluice.peers.{job.case.simulation}", "-rf", str(job.folder / "reports"),
            "-nr"]


def _script(job):
    argv = [str(SLUICE), "k6", "run", "-q", "--loops", "1", "--run-folder", str(job.folder / "run")]
    for name, value in (("BASE_URL", job.base_url), ("USERS", job.case.users),
                        ("SECONDS", job.seconds)):
        argv += ["-e", f"{name}={value}"]
    own = SCENARIOS / job.case.script
    if own.exists():
        return [*argv, str(own)]
    # a shipped script has a load and objectives of its own
    return [*argv, "-e", "THINK=0", "-u", str(job.case.users), "-d", f"{job.seconds}s",
            "--no-thresholds", "--no-lint", str(SLUICE.parent / "scenarios" / job.case.script)]


def _sluice(job):
    if job.case.script:
        return _script(job)
    common = ["-q", "--loops", "1", "--out", str(job.folder / "run")]
    if job.case.source_addresses:
        common += ["--source-address", ",".join(job.case.source_addresses)]
    if job.case.scenario:
        return [str(SLUICE), "run", *common, "--env", f"BASE_URL={job.base_url}",
                str(_scenario(job))]
    argv = [str(SLUICE), "hit", *common, "-d", f"{job.seconds}s"]
    if job.warmup:
        argv += ["--warmup", f"{job.warmup}s"]
    if job.case.target in ("tls", "h2"):
        argv += ["--insecure"]
    if job.case.streams > 1:
        argv += ["--http", "2",
                 "--connections", f"shared:{job.case.connections}:{job.case.streams}"]
    if job.rate:
        return [*argv, "--rate", f"{job.rate}/s", "--connections",
                f"shared:{job.case.connections}", job.url]
    return [*argv, "--users", str(job.case.users), job.url]


def _scenario(job):
    """A copy of the scenario with the load of this job; profiles is its last key."""
    source = (SCENARIOS / job.case.scenario).read_text(encoding="utf-8")
    head, mark, _ = source.partition("\nprofiles:")
    if not mark:
        raise ValueError(f"{job.case.scenario} has no profiles")
    load = job.case.profile or f"users: {job.case.users}\n    duration: {job.seconds}s"
    copy = job.folder / job.case.scenario
    copy.write_text(f"{head}\nprofiles:\n  benchmark:\n    {load}\n", encoding="utf-8")
    return copy


def _read_sluice(job, _):
    summary = job.folder / "run" / "summary.json"
    if not summary.exists():
        raise parse.Unreadable("sluice left no summary.json")
    return parse.sluice(json.loads(summary.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Tool:
    """A load generator; a call that ended with one of the exit codes was carried out."""

    name: str
    argv: object
    read: object
    exit_codes: tuple = (0,)
    environment: tuple = ()

    def env(self):
        return dict(self.environment)


ALL = {tool.name: tool for tool in (
    # 3 and 4 are verdicts, not failures of the generator
    Tool("sluice", _sluice, _read_sluice, (0, 3, 4)),
    Tool("wrk", _wrk, lambda job, out: parse.wrk(out)),
    Tool("h2load", _h2load, lambda job, out: parse.h2load(out)),
    Tool("ab", _ab, lambda job, out: parse.ab(out)),
    Tool("hey", _hey, lambda job, out: parse.hey(out)),
    Tool("autocannon", _autocannon, lambda job, out: parse.autocannon(out)),
    Tool("gatling", _gatling, lambda job, out: parse.gatling(out, job.seconds)),
)}


def java_options():
    """JVM flags that the caller gives to Sluice, for the record."""
    return os.environ.get("SLUICE_JAVA_OPTS", "")
