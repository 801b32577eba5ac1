"""The command line."""

import argparse
import json
import os
import shlex
import shutil
import signal
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

import install
import machine
import report
from cases import CASES, GROUPS, TOOLS, chosen
from places import RESULTS
from process import Children, raise_open_files
from rounds import Rounds, Setup

DONE, MISUSE, INTERRUPTED = 0, 2, 130
BUSY = 0.7


def main(arguments):
    options = _options(arguments)
    warnings = _warnings()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        cases = chosen(options.cases)
        tools = _tools(options.tools, cases)
        generator, target = _cores(options)
        java = install.prepare(tools, _say)
    except (ValueError, install.CannotInstall) as e:
        print(f"peers: {e}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return INTERRUPTED
    setup = Setup(options.seconds, options.rounds, tuple(tools), generator, target, java,
                  raise_open_files(), time.monotonic() + options.budget * 60)
    return _measure(setup, cases, options, arguments, warnings)


def _measure(setup, cases, options, arguments, warnings):
    """Runs the rounds; whatever ends them, nothing is left running, and the rest is reported."""
    facts = machine.facts(setup.java, setup.tools)
    os.sched_setaffinity(0, _own_cores(setup))
    folder = Path(tempfile.mkdtemp(prefix="sluice-peers-"))
    folder.chmod(0o755)
    end = DONE
    with Children() as children:
        rounds = Rounds(setup, children, folder, _say)
        rounds.notes += warnings
        try:
            rounds.run(cases)
        except KeyboardInterrupt:
            rounds.notes.append("Interrupted: later rounds are missing.")
            end = INTERRUPTED
        finally:
            if not options.keep:
                shutil.rmtree(folder, ignore_errors=True)
    if rounds.measurements:
        settings = {
            "command": shlex.join(["benchmarks/peers/run", *arguments]),
            "rounds": setup.rounds, "seconds": setup.seconds, "tools": list(setup.tools),
            "generator_cores": _text(setup.generator_cores),
            "target_cores": _text(setup.target_cores)}
        _write(options.out, facts, settings, rounds)
    return end


def _warnings():
    busy = os.getloadavg()[0]
    if busy < BUSY:
        return []
    text = f"The machine was not idle at the start: its load average was {busy:.1f}."
    _say(text)
    return [text]


def _write(out, facts, settings, rounds):
    out.mkdir(parents=True, exist_ok=True)
    name = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    page = report.to_markdown(facts, settings, rounds.measurements, rounds.notes)
    figures = report.to_json(facts, settings, rounds.measurements, rounds.notes)
    (out / f"{name}.md").write_text(page, encoding="utf-8")
    (out / f"{name}.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(page)
    _say(f"written to {out / name}.md and .json")


def _options(arguments):
    parser = argparse.ArgumentParser(
        prog="run", description="Sluice and its peers side by side on this machine.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="cases:\n" + "\n".join(f"  {c.name:<10} {c.title}" for c in CASES.values())
        + "\n\ngroups of cases:\n"
        + "\n".join(f"  {name:<10} {', '.join(members)}" for name, members in GROUPS.items()))
    parser.add_argument("--cases", default="all", help="names of cases or groups (default: all)")
    parser.add_argument("--tools", default=",".join(TOOLS), help="default: %(default)s")
    parser.add_argument("--rounds", type=_positive, default=5, help="default: %(default)s")
    parser.add_argument("--seconds", type=_positive, default=20,
                        help="how long each tool makes load (default: %(default)s)")
    parser.add_argument("--budget", type=_positive, default=240, metavar="MINUTES",
                        help="no measurement starts that would end later (default: %(default)s)")
    parser.add_argument("--generator-cores", metavar="LIST", help="such as 0 or 0,2")
    parser.add_argument("--target-cores", metavar="LIST", help="such as 1")
    parser.add_argument("--out", type=Path, default=RESULTS, help="where results are written")
    parser.add_argument("--keep", action="store_true", help="keep the folder of scratch files")
    return parser.parse_args(arguments)


def _tools(text, cases):
    names = list(dict.fromkeys(filter(None, (word.strip() for word in text.split(",")))))
    for name in names:
        if name not in TOOLS:
            raise ValueError(f"unknown tool '{name}', expected some of {', '.join(TOOLS)}")
    used = [name for name in names if any(name in case.tools for case in cases)]
    if not used:
        raise ValueError("none of the tools takes part in any of the cases")
    return used


def _cores(options):
    free = sorted(os.sched_getaffinity(0))
    generator = _core_list(options.generator_cores) or frozenset(free[:1])
    target = _core_list(options.target_cores) or frozenset(set(free[:2]) - generator)
    if not target or generator & target or not (generator | target) <= set(free):
        raise ValueError("generator and target need cores of their own, of "
                         f"{_text(free)}; were {_text(generator)} and {_text(target) or 'none'}")
    return generator, target


def _own_cores(setup):
    """This program's own little work must not take time from the generator."""
    rest = os.sched_getaffinity(0) - setup.generator_cores - setup.target_cores
    return rest or setup.target_cores


def _core_list(text):
    return frozenset(int(word) for word in text.split(",")) if text else frozenset()


def _positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, was {number}")
    return number


def _interrupt(*_):
    raise KeyboardInterrupt


def _text(cores):
    return ",".join(str(core) for core in sorted(cores))


def _say(text):
    print(f"peers: {text}", file=sys.stderr, flush=True)
