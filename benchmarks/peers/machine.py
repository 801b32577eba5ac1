"""Facts about this machine and the versions on it."""

import os
import platform
import re
import subprocess
from datetime import datetime, timezone

from places import AUTOCANNON, GATLING, ROOT, SLUICE
from tools import java_options

PACKAGES = {"wrk": "wrk", "hey": "hey", "h2load": "nghttp2-client", "ab": "apache2-utils"}


def facts(java, tools):
    """Date, commit, machine and versions."""
    return {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": _commit(),
        "machine": {
            "cpu": _match(r"model name\s*:\s*(.+)", _file("/proc/cpuinfo")) or platform.machine(),
            "cores": os.cpu_count(),
            "memory_gb": round(int(_match(r"MemTotal:\s+(\d+)", _file("/proc/meminfo")) or 0)
                               / 1024 / 1024, 1),
            "kernel": platform.release(),
            "os": _match(r'PRETTY_NAME="?([^"\n]+)', _file("/etc/os-release")) or "Linux",
        },
        "versions": _versions(java, tools),
    }


def _versions(java, tools):
    found = {"Java": _line([java, "-version"]), "Sluice": _line([str(SLUICE), "--version"]),
             "nginx": _match(r"nginx/(\S+)", _output(["nginx", "-v"])),
             "OpenSSL": _line(["openssl", "version"]), "Python": platform.python_version()}
    if java_options():
        found["SLUICE_JAVA_OPTS"] = java_options()
    for tool, package in PACKAGES.items():
        if tool in tools:
            found[tool] = _line(["dpkg-query", "-W", "-f", "${Version}", package])
    if "autocannon" in tools:
        said = _output(["node", str(AUTOCANNON), "--version"])
        found["autocannon"] = ", ".join(said.split("\n")).strip(", ")
    if "gatling" in tools:
        found["Gatling"] = _match(
            r"<gatling.version>(.+)</gatling.version>", (GATLING / "pom.xml").read_text())
    return {name: version or "unknown" for name, version in found.items()}


def _commit():
    commit = _line(["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"])
    if not re.fullmatch(r"[0-9a-f]{12,}", commit):
        return "unknown"
    changed = _output(["git", "-C", str(ROOT), "status", "--porcelain"]).strip()
    return commit + (" with changes" if changed else "")


def _line(argv):
    lines = _output(argv).strip().splitlines()
    return lines[0] if lines else ""


def _output(argv):
    try:
        done = subprocess.run(argv, capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _file(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _match(pattern, text):
    found = re.search(pattern, text)
    return found.group(1).strip() if found else ""
