"use strict";
// Renders the data of a run: every section is a function of it.
(() => {
  function masthead(data) {
    const s = data.summary;
    document.title = s.name + ": " + data.verdict.verdict;
    dom.section("run-name").append(dom.outside(s.name));
    const started = new Date(s.started);
    dom.add(dom.section("run-line"), [s.profile ? [dom.outside(s.profile), " · "] : "",
      started.toLocaleString(undefined, {dateStyle: "medium", timeStyle: "short"}), " · ", format.duration(s.duration_seconds)]);
  }

  function overTime(data) {
    const t = data.timeline;
    const place = dom.section("time");
    const phases = new Set(data.windows.map(w => w.phase).filter(p => p));
    const windows = data.windows.map(w => ({...w, label: phases.size > 1 && w.phase ? w.phase + " · " + w.window : w.window}));
    if (!t.time.length) {
      place.append(dom.element("p", "", "No second of the run was recorded."));
      return windows;
    }
    place.append(dom.element("p", "sub", "Shaded: not measured. Drag over a stretch to look closer, double-click to see all."));

    const keys = ["p50", "p90", "p95", "p99", "max"];
    const tones = ["--c1", "--c2", "--c3", "--c4", "--c5"];
    const lines = keys.map((key, i) => charts.line(key, tones[i], format.millis, key === "max" ? {dash: [4, 4], width: 1.2} : {}));
    const millisAxis = (more) => charts.axis({size: 64, values: (u, ticks) => ticks.map(v => v === null ? "" : format.millis(v)), ...more});
    const latency = log => charts.time.options(windows,
      {y: log ? {distr: 3, range: charts.logRange} : charts.fromZero},
      [millisAxis(log ? {filter: (u, splits) => splits.map(v => Number.isInteger(Math.log10(v)) ? v : null)} : {})], lines);
    const columns = log => [t.time, ...keys.map(key => log ? charts.positive(t[key]) : t[key])];
    const choice = dom.element("span", "choice");
    place.append(dom.element("h3", "", "Response time", choice));
    const chart = charts.draw(place, "Response time percentiles over time", 300, latency(false), columns(false));
    for (const [name, log] of [["linear", false], ["log", true]]) {
      const button = dom.element("button", "", name);
      button.type = "button";
      button.setAttribute("aria-pressed", String(!log));
      button.addEventListener("click", () => {
        charts.change(chart, latency(log), columns(log));
        choice.childNodes.forEach(b => b.setAttribute("aria-pressed", String(b === button)));
      });
      choice.append(button);
    }

    place.append(dom.element("h3", "", "Users and throughput"));
    const rateAxis = charts.axis({size: 64, values: (u, ticks) => ticks.map(v => format.number(v))});
    const usersAxis = charts.axis({scale: "users", side: 1, size: 52, grid: {show: false}, values: (u, ticks) => ticks.map(v => format.number(v))});
    const planned = t.planned_users.some(v => v > 0);
    charts.draw(place, "Users and throughput over time", 220,
      charts.time.options(windows, {y: charts.fromZero, users: charts.fromZero}, [rateAxis, usersAxis], [
        charts.line("requests/s", "--c1", format.rate, {fill: "rgba(60, 140, 200, .10)"}),
        charts.line("users (right)", "--c6", format.number, {scale: "users"}),
        ...planned ? [charts.line("planned users (right)", "--c5", format.number, {scale: "users", dash: [4, 4], width: 1.2})] : [],
      ]), [t.time, t.finished_rate, t.users, ...planned ? [t.planned_users] : []]);

    place.append(dom.element("h3", "", "Errors"));
    const dropped = t.dropped_rate.some(v => v > 0);
    charts.draw(place, "Errors over time", 160,
      charts.time.options(windows, {y: charts.fromZero}, [rateAxis], [
        charts.line("failed/s", "--c4", format.rate, {fill: "rgba(210, 80, 70, .14)"}),
        ...dropped ? [charts.line("dropped arrivals/s", "--c3", format.rate)] : [],
      ]), [t.time, t.failed_rate, ...dropped ? [t.dropped_rate] : []]);
    return windows;
  }

  function distribution(data) {
    const place = dom.section("distribution");
    const {response, service} = data.curves;
    if (!response.ms.length) {
      place.append(dom.element("p", "", "No request finished in a measured window."));
      return;
    }
    place.append(dom.element("p", "sub", "Response time counts from the intended start, service time from the moment the request was written. "
      + "A gap between them is time spent waiting to be sent."));
    const percent = inverse => {
      const nines = Math.max(0, Math.round(Math.log10(inverse)) - 2);
      return (100 * (1 - 1 / inverse)).toFixed(nines) + "%";
    };
    const inner = values => {
      const all = new Map();
      values.inverse.forEach((x, i) => all.set(x, values.ms[i]));
      return all;
    };
    const r = inner(response);
    const s = inner(service);
    const xs = [...new Set([...r.keys(), ...s.keys()])].sort((a, b) => a - b);
    const column = values => xs.map(x => values.has(x) ? values.get(x) : null);
    charts.draw(place, "Percentile distribution of response and service time", 300, {
      legend: {live: true},
      cursor: {y: false, drag: {x: false, y: false}},
      scales: {x: {time: false, distr: 3, range: (u, min, max) => [1, Math.max(10, max)]}, y: charts.fromZero},
      axes: [
        charts.axis({size: 32, gap: 8, values: (u, ticks) => ticks.map(v => v === null ? "" : percent(v)), filter: (u, splits) => splits.map(v => Number.isInteger(Math.round(Math.log10(v) * 1e6) / 1e6) ? v : null)}),
        charts.axis({size: 64, values: (u, ticks) => ticks.map(format.millis)}),
      ],
      series: [
        {label: "percentile", value: (u, v) => v === null ? format.NONE : (100 * (1 - 1 / v)).toFixed(Math.max(1, Math.ceil(Math.log10(v)))) + "%"},
        charts.line("response time", "--c1", format.millis, {spanGaps: true, width: 2}),
        charts.line("service time", "--c2", format.millis, {spanGaps: true, dash: [5, 4]}),
      ],
    }, [xs, column(r), column(s)]);
  }

  function generator(data, windows) {
    const g = data.summary.generator;
    const t = data.timeline;
    const place = dom.section("generator");
    place.append(dom.element("p", "sub", "What the load generator itself added. Its lateness is part of every response time."));
    const spread = times => times.samples ? "p50 " + format.millis(times.p50) + ", p99 " + format.millis(times.p99) + ", max " + format.millis(times.max) : format.NONE;
    const of = (used, most) => format.number(used) + (most ? " of " + format.number(most) : "");
    place.append(dom.terms([
      ["Lag (released after intended)", spread(g.lag_ms)],
      ["Wait for a connection", spread(g.connection_wait_ms)],
      ["Loop delay", spread(g.loop_delay_ms)],
      ["Answers lay before they were handled, at most", spread(g.receive_uncertainty_ms)],
      ["Process delay", spread(g.process_delay_ms)],
      ["Connect, with TLS", spread(g.connect_ms)],
      ["Loops busy", format.share(g.busy_share)],
      ["CPU time", format.number(g.cpu_seconds) + "s, " + format.share(g.cpu_share) + " of what there was"],
      ["Garbage collection pauses", format.number(g.gc_seconds) + "s"],
      ["CPU taken by the hypervisor", format.number(g.steal_seconds) + "s"],
      ["Stopped by its CPU quota", format.number(g.throttled_seconds) + "s, in " + format.number(g.throttled_periods) + " periods"],
      ["Some thread of the machine waited for a CPU", format.number(g.pressure_seconds) + "s"],
      ["Clock jumps", format.number(g.clock_jump_seconds) + "s"],
      ["Bytes that sockets did not take at once", format.bytes(g.bytes_not_taken)],
      ["File descriptors, at most", of(g.descriptors, g.descriptors_max)],
      ["Connections, at most", of(g.connections, g.connections_max)],
      ["Connections opened", format.number(g.connects)],
      ["Requests sent again", format.number(g.retries)],
      ["Redirects refused", format.number(g.redirects_refused)],
    ]));
    if (g.loops.length) {
      place.append(dom.element("h3", "", "Loops"), tables.loops(g));
    }
    if (!t.time.length) {
      return;
    }
    place.append(dom.element("h3", "", "Over time"));
    charts.draw(place, "The generator's lateness and load over time", 200,
      charts.time.options(windows, {y: charts.fromZero, share: {range: [0, 1]}}, [
        charts.axis({size: 64, values: (u, ticks) => ticks.map(format.millis)}),
        charts.axis({scale: "share", side: 1, size: 52, grid: {show: false}, values: (u, ticks) => ticks.map(format.share)}),
      ], [
        charts.line("lag p99", "--c4", format.millis),
        charts.line("loop delay p99", "--c3", format.millis),
        charts.line("busy (right)", "--c5", format.share, {scale: "share", dash: [4, 4]}),
      ]), [t.time, t.lag_p99, t.loop_delay_p99, t.busy_share]);
    charts.draw(place, "The generator's share of the CPU over time, and what was taken from it", 160,
      charts.time.options(windows, {y: charts.fromZero}, [
        charts.axis({size: 64, values: (u, ticks) => ticks.map(format.share)}),
      ], [
        charts.line("CPU used", "--c5", format.share),
        charts.line("taken by the hypervisor", "--c3", format.share),
        charts.line("stopped by the quota", "--c4", format.share),
      ]), [t.time, t.cpu_share, t.steal_share, t.throttled_share]);
  }

  function method(data) {
    const s = data.summary;
    const v = data.verdict;
    const place = dom.section("method");
    place.classList.add("method");
    const judged = v.statistics === "point"
      ? "Objectives compare the estimate alone with the threshold: intervals play no part in this verdict."
      : "An objective passes when its whole " + format.share(v.confidence) + " interval is on the good side of the threshold, fails when all of it is on the "
        + "bad side, and is inconclusive when the evidence does not decide.";
    place.append(
      dom.element("p", "", "A response time counts from the moment the plan wanted the request to start until the last byte of its answer, "
        + "so it holds every wait. In an objective a failed request counts as slower than any threshold; tables and charts show the time it took. Percentiles come from merged histograms "
        + "with three significant digits, never from other percentiles."),
      dom.element("p", "", judged));
    const mono = text => dom.element("span", "mono", dom.outside(text));
    place.append(dom.terms([
      ["Started", dom.outside(s.started)],
      ["Plan digest (SHA-256)", mono(s.digest)],
      ["Seed", mono(data.seed)],
      ...Object.entries(s.facts).map(([key, value]) => [dom.outside(key), dom.outside(value)]),
    ]));
  }

  const data = JSON.parse(dom.section("data").textContent);
  masthead(data);
  verdict.headline(data);
  verdict.tiles(data);
  verdict.objectives(data);
  verdict.load(data);
  const windows = overTime(data);
  distribution(data);
  tables.requests(data.summary);
  tables.errors(data.summary);
  tables.checks(data.summary);
  tables.metrics(data.summary);
  generator(data, windows);
  method(data);
})();
