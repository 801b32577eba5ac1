"""Gets what is missing: Debian packages, autocannon, Gatling's class path, a build of Sluice."""

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from places import AUTOCANNON, GATLING, GATLING_CLASSPATH, SLUICE, TOOLS

AUTOCANNON_VERSION = "9.0.0"
_MINUTES = 60
_POLICY = Path("/usr/sbin/policy-rc.d")

# The command, its Debian package, how it says its version, and the oldest that will do.
PROGRAMS = {
    "nginx": ("nginx", ["-v"], (1, 19, 7)),
    "openssl": ("openssl", ["version"], (1, 1, 1)),
    "wrk": ("wrk", ["-v"], (4, 0)),
    "hey": ("hey", None, None),
    "h2load": ("nghttp2-client", ["--version"], (1, 43)),
    "ab": ("apache2-utils", ["-V"], (2, 3)),
    "node": ("nodejs", ["--version"], (18,)),
    "npm": ("npm", ["--version"], (8,)),
    "mvn": ("maven", ["--version"], (3, 8)),
}
NEEDED_BY = {"autocannon": ("node", "npm"), "gatling": ("mvn",), "sluice": ()}


class CannotInstall(Exception):
    """Something that is needed is not there and could not be got."""


def prepare(tools, say):
    """Makes all tools ready, and returns the path of the Java that runs Sluice and Gatling."""
    wanted = ["nginx", "openssl"]
    for tool in tools:
        wanted += NEEDED_BY.get(tool, (tool,))
    _debian([program for program in wanted if not shutil.which(program)], say)
    for program in wanted:
        _check_version(program)
    java_home = _sluice(say)
    if "autocannon" in tools:
        _autocannon(say)
    if "gatling" in tools:
        _gatling(java_home, say)
    return str(Path(java_home) / "bin" / "java")


def _debian(missing, say):
    if not missing:
        return
    packages = sorted({PROGRAMS[program][0] for program in missing})
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise CannotInstall(f"missing: {' '.join(missing)}; as root: apt-get install "
                            + " ".join(packages))
    say(f"installing {' '.join(packages)} ...")
    with _no_services():
        _call(["apt-get", "update", "-q"], 5)
        _call(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], 15)


@contextmanager
def _no_services():
    """Debian starts what it installs, such as a web server, unless this policy forbids it."""
    if _POLICY.exists():
        yield
        return
    _POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    try:
        _POLICY.chmod(0o755)
        yield
    finally:
        _POLICY.unlink(missing_ok=True)


def _check_version(program):
    _, argument, oldest = PROGRAMS[program]
    if oldest is None:
        return
    done = subprocess.run([program, *argument], capture_output=True, text=True, timeout=60)
    found = version_in(done.stdout + done.stderr)
    if found is None or found < oldest:
        raise CannotInstall(f"{program} must be {'.'.join(map(str, oldest))} or newer, is "
                            + (".".join(map(str, found)) if found else "of unknown version"))


def version_in(text):
    """The first dotted version number in a text, as a tuple of numbers, or None."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return tuple(int(n) for n in found.group().split(".")) if found else None


def _sluice(say):
    say("preparing Sluice ...")
    _call([str(SLUICE), "--version"], 15)
    return _call([str(SLUICE), "--java-home"], 1).strip()


def _autocannon(say):
    folder = TOOLS / "autocannon"
    installed = folder / "node_modules" / "autocannon" / "package.json"
    if AUTOCANNON.exists() and f'"version": "{AUTOCANNON_VERSION}"' in installed.read_text():
        return
    say(f"installing autocannon {AUTOCANNON_VERSION} ...")
    folder.mkdir(parents=True, exist_ok=True)
    _call(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund",
           f"autocannon@{AUTOCANNON_VERSION}"], 5)


def _gatling(java_home, say):
    sources = [GATLING / "pom.xml", *(GATLING / "src").rglob("*.*")]
    newest = max(path.stat().st_mtime for path in sources)
    if GATLING_CLASSPATH.exists() and GATLING_CLASSPATH.stat().st_mtime > newest and all(
            Path(jar).exists() for jar in GATLING_CLASSPATH.read_text().strip().split(":")):
        return
    say("compiling the simulations for Gatling ...")
    GATLING_CLASSPATH.unlink(missing_ok=True)
    _call(["mvn", "-B", "-q", "-f", str(GATLING / "pom.xml"), "clean", "compile",
           "dependency:build-classpath"], 15, {"JAVA_HOME": java_home})


def _call(argv, minutes, env=None):
    try:
        done = subprocess.run(
            argv, capture_output=True, text=True, timeout=minutes * _MINUTES,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", **(env or {})})
    except subprocess.TimeoutExpired as e:
        raise CannotInstall(f"{argv[0]} did not end within {minutes} minutes") from e
    except OSError as e:
        raise CannotInstall(f"{argv[0]}: {e}") from e
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise CannotInstall(f"{' '.join(argv)} ended with {done.returncode}:\n{tail}")
    return done.stdout
