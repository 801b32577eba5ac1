"""Starts processes on chosen cores, measures them, and leaves none behind."""

import ctypes
import os
import resource
import select
import signal
import subprocess
import time
from dataclasses import dataclass

_SAMPLE_SECONDS = 0.2
_TICKS = os.sysconf("SC_CLK_TCK")
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


@dataclass(frozen=True)
class Usage:
    """What a process and its descendants used until it ended."""

    exit_code: int
    timed_out: bool
    wall_seconds: float
    cpu_seconds: float
    peak_rss_mb: float
    out: str
    err: str


class Children:
    """Every process that was started and not yet waited for; leaving the block ends them all."""

    def __init__(self):
        self._running = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for child in reversed(self._running[:]):
            self.stop(child)

    def start(self, argv, cores, cwd, out=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=None,
              err=subprocess.STDOUT):
        """Starts a process in a group of its own, so that the whole group can be ended."""
        child = subprocess.Popen(
            argv, cwd=cwd, stdin=stdin, stdout=out, stderr=err,
            env={**os.environ, **(env or {})}, start_new_session=True,
            preexec_fn=lambda: _prepare(cores))
        self._running.append(child)
        return child

    def stop(self, child, patience=5.0):
        """Asks the process to end, then ends its group."""
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(patience)
            except subprocess.TimeoutExpired:
                pass
        self._forget(child)

    def measure(self, argv, cores, folder, timeout, env=None):
        """Runs a process to its end, at most for the timeout, and says what it used."""
        out_file, err_file = os.path.join(folder, "stdout"), os.path.join(folder, "stderr")
        with open(out_file, "wb") as out, open(err_file, "wb") as err:
            begin = time.monotonic()
            child = self.start(argv, cores, folder, out, env=env, err=err)
            try:
                used = _await_end(child, begin + timeout)
            finally:
                self._forget(child)
        status, cpu, peak_kb, timed_out = used
        return Usage(
            exit_code=os.waitstatus_to_exitcode(status), timed_out=timed_out,
            wall_seconds=time.monotonic() - begin, cpu_seconds=cpu, peak_rss_mb=peak_kb / 1024,
            out=_text(out_file), err=_text(err_file))

    def _forget(self, child):
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        if child.returncode is None:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                pass
        if child in self._running:
            self._running.remove(child)


def raise_open_files(wanted=65_536):
    """Lets this process and its children open as many files as the system grants; says how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for limits in ((wanted, max(wanted, hard)), (min(wanted, hard), hard)):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
            return limits[0]
        except (ValueError, OSError):
            continue
    return soft


def cpu_seconds(pid):
    """User and system time so far of a process and its living descendants."""
    total = 0
    for one in _tree(pid):
        fields = _read(f"/proc/{one}/stat").rpartition(")")[2].split()
        if fields:
            total += int(fields[11]) + int(fields[12])
    return total / _TICKS


def thread_cpu_seconds(pid, name):
    """Time on a core so far of the process' living threads whose names begin so."""
    total = 0.0
    for task in _tasks(pid):
        if _read(f"/proc/{pid}/task/{task}/comm").startswith(name):
            ran = _read(f"/proc/{pid}/task/{task}/schedstat").split()
            total += int(ran[0]) / 1e9 if ran else 0.0
    return total


def steal_seconds():
    """Time that a hypervisor took from all cores of this machine so far."""
    fields = _read("/proc/stat").split("\n", 1)[0].split()
    return int(fields[8]) / _TICKS if len(fields) > 8 else 0.0


def _prepare(cores):
    os.sched_setaffinity(0, cores)
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _await_end(child, deadline):
    # The kernel's own peak (ru_maxrss) would count what this interpreter held when it forked.
    # The high-water mark of the program's own memory is read while it runs instead.
    peak, timed_out = 0, False
    ended = select.poll()
    ended_fd = os.pidfd_open(child.pid)
    try:
        ended.register(ended_fd, select.POLLIN)
        while not ended.poll(_SAMPLE_SECONDS * 1000):
            peak = max(peak, sum(_peak_kb(one) for one in _tree(child.pid)))
            if time.monotonic() > deadline and not timed_out:
                timed_out = True
                os.killpg(child.pid, signal.SIGKILL)
    finally:
        os.close(ended_fd)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return status, used.ru_utime + used.ru_stime, peak, timed_out


def _tree(pid):
    found, left = [], [pid]
    while left:
        one = left.pop()
        found.append(one)
        for task in _tasks(one):
            left += [int(c) for c in _read(f"/proc/{one}/task/{task}/children").split()]
    return found


def _tasks(pid):
    try:
        return os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []


def _peak_kb(pid):
    for line in _read(f"/proc/{pid}/status").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def _read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _text(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
