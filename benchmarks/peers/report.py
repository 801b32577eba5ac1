"""The results as Markdown and as JSON."""

from bars import ROUNDS, all_bars
from cases import CASES
from measurement import NUMBERS, median_or_none, medians, ratios, span, usable

REFERENCE = {"h2": "h2load", "h2c": "h2load", "post": "gatling", "journey": "gatling"}


def to_json(facts, settings, measurements, notes):
    cases = {}
    for case, tools in _by_case(measurements).items():
        cases[case] = {"title": CASES[case].title, "tools": {
            tool: {
                "medians": medians(measurements, case, tool),
                "rounds_used": len(usable(measurements, case, tool)),
                "rounds": [m.to_json() for m in measurements
                           if m.case == case and m.tool == tool],
                "ratio_to_reference": _to_reference(measurements, case, tool),
            } for tool in tools}}
    return {"schema_version": 1, **facts, "settings": settings, "numbers": list(NUMBERS),
            "cases": cases, "bars": [bar.to_json() for bar in all_bars(measurements)],
            "notes": notes}


def to_markdown(facts, settings, measurements, notes):
    machine = facts["machine"]
    lines = [
        "# Sluice and its peers", "",
        f"{facts['date']}, commit {facts['commit']}. {machine['cpu']}, {machine['cores']} cores, "
        f"{machine['memory_gb']:g} GB, {machine['os']}, kernel {machine['kernel']}.", "",
        f"`{settings['command']}`: rounds: {settings['rounds']}, seconds: {settings['seconds']}, "
        f"generator on core {settings['generator_cores']}, target on core "
        f"{settings['target_cores']}. Medians over rounds; CPU is user and system time of the "
        "whole process, start and end included, over all finished requests. "
        f"A hypervisor took at most {_most_steal(measurements):.0%} of a core.", ""]
    for case, tools in _by_case(measurements).items():
        lines += _case(measurements, case, tools)
    lines += _bars(measurements) + _flaws(measurements)
    if notes:
        lines += ["## Notes", "", *(f"- {note}" for note in notes), ""]
    lines += ["## Versions", "", "| | |", "| --- | --- |",
              *(f"| {name} | {version} |" for name, version in facts["versions"].items()), ""]
    return "\n".join(lines)


def _case(measurements, case, tools):
    reference = REFERENCE.get(case, "wrk")
    lines = [f"## {case}: {CASES[case].title}", "",
             f"| tool | requests/s | CPU us/request (min–max) | over {reference}'s | peak RSS MB "
             "| p50 ms | p99 ms | generator busy | target busy | rounds used |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for tool in tools:
        m = medians(measurements, case, tool)
        made = sum(1 for one in measurements if one.case == case and one.tool == tool)
        used = len(usable(measurements, case, tool))
        bounds = span(measurements, case, tool, "cpu_us")
        cpu = _number(m["cpu_us"], 2) + (
            f" ({bounds[0]:,.2f}–{bounds[1]:,.2f})" if bounds and used > 1 else "")
        lines.append("| " + " | ".join([
            tool, _number(m["per_second"], 0), cpu,
            _number(_to_reference(measurements, case, tool), 2, "x"),
            _number(m["peak_rss_mb"], 1), _number(m["p50_ms"], 3), _number(m["p99_ms"], 3),
            _share(m["generator_busy"]), _share(m["target_busy"]), f"{used} of {made}"]) + " |")
    return lines + [""] + (_open(measurements, case) if CASES[case].rate_share else [])


def _open(measurements, case):
    rows = list(usable(measurements, case, "sluice").values())
    if not rows:
        return []
    lines = ["| | samples | p50 ms | p99 ms | p99.9 ms |", "| --- | ---: | ---: | ---: | ---: |",
             _times_row("start lag in the measured window", rows, lambda m: {
                 k: v if k == "samples" or v is None else v / 1_000
                 for k, v in m["lag_us"].items()}),
             _times_row("start lag of the whole run, warm-up included", rows,
                        lambda m: m["whole_run_lag_ms"]),
             _times_row("response time, reported", rows, lambda m: m["response_time_ms"]),
             _times_row("service time, reported", rows, lambda m: m["service_time_ms"])]
    if all("target_log" in row.reading.more for row in rows):
        lines.append(_times_row("time in the server, by the target's own log", rows, lambda m: {
            "samples": m["target_log"].get("count"), "p50": m["target_log"].get("p50_ms"),
            "p99": m["target_log"].get("p99_ms"), "p999": m["target_log"].get("p999_ms")}))
    return lines + [""]


def _times_row(name, rows, times):
    found = [times(row.reading.more) for row in rows]
    cells = [_number(median_or_none([f[key] for f in found if f.get(key) is not None]), digits)
             for key, digits in (("samples", 0), ("p50", 3), ("p99", 3), ("p999", 3))]
    return f"| {name} | " + " | ".join(cells) + " |"


def _bars(measurements):
    lines = ["## Bars", "", "| bar | measured | bound | rounds | |",
             "| --- | ---: | ---: | ---: | --- |"]
    for bar in all_bars(measurements):
        sign = "<=" if bar.at_most else ">="
        verdict = {True: "met", False: "**missed**", None: "not measured"}[bar.met]
        if bar.met is not None and not bar.enough:
            verdict += f", but on fewer than {ROUNDS} rounds"
        lines.append(f"| {bar.text} | {_number(bar.measured, 2, ' ' + bar.unit)} "
                     f"| {sign} {bar.bound:g} {bar.unit} | {bar.rounds} | {verdict} |")
    return [*lines, ""]


def _flaws(measurements):
    rows = [m for m in measurements if m.flaw]
    if not rows:
        return []
    return ["## Measurements that are not used", "",
            *(f"- {m.case}, {m.tool}, round {m.round + 1}: {m.flaw}" for m in rows), ""]


def _most_steal(measurements):
    return max((m.steal_seconds / m.usage.wall_seconds for m in measurements if m.usage),
               default=0.0)


def _by_case(measurements):
    found = {}
    for m in measurements:
        tools = found.setdefault(m.case, [])
        if m.tool not in tools:
            tools.append(m.tool)
    return {case: [t for t in CASES[case].tools if t in tools] for case, tools in found.items()}


def _to_reference(measurements, case, tool):
    reference = REFERENCE.get(case, "wrk")
    return median_or_none(
        ratios(measurements, "cpu_us", (case, tool), (case, reference)).values())


def _number(value, digits, unit=""):
    return "–" if value is None else f"{value:,.{digits}f}{unit}"


def _share(value):
    return "–" if value is None else f"{value:.0%}"
