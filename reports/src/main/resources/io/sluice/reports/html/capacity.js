"use strict";
// How much a deployment can take: the curve of all probes, and where its limit lies.
(() => {
  const data = JSON.parse(dom.section("data").textContent);
  const rate = value => value === null || value === undefined ? format.NONE : format.rate(value);
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const LOOKS = {PASS: "PASS", FAIL: "FAIL", INCONCLUSIVE: "INCONCLUSIVE"};
  const TONES = {PASS: "--good", FAIL: "--bad", INCONCLUSIVE: "--doubt"};

  function headline() {
    document.title = "Capacity of " + data.scenario;
    dom.section("run-name").append(dom.outside(data.scenario));
    dom.add(dom.section("run-line"), ["capacity · ", dom.outside(data.objectives.join(", "))]);
    const found = data.proven_pass !== null;
    const place = dom.section("verdict");
    place.classList.add(found ? "PASS" : "INCONCLUSIVE");
    const mark = dom.element("div", "mark", found ? "✓" : "?");
    mark.setAttribute("aria-hidden", "true");
    place.append(mark, dom.element("div", "",
      dom.element("div", "word", data.conclusion.replaceAll("_", " ")),
      dom.element("p", "sentence", dom.outside(data.sentence))));
  }

  function tiles() {
    const tile = (value, label) => dom.element("div", "tile", dom.element("b", "", value), dom.element("span", "", label));
    const of = both => both ? rate(both.iterations_per_second) : format.NONE;
    const estimate = data.estimate.kind === "unknown" ? format.NONE : rate(data.estimate.rate);
    dom.section("figures").append(
      tile(of(data.proven_pass), "proven to pass"), tile(estimate, "estimated capacity"), tile(of(data.proven_fail), "proven to fail"),
      tile(rate(data.knee.rate), "knee"), tile(String(data.probes.length), "probes"));
  }

  /** Lines at the rates that were found, with the interval of the estimate behind them. */
  function marks(u) {
    const ctx = u.ctx;
    const {top, height} = u.bbox;
    const line = (at, tone, dash) => {
      if (at === null || at === undefined) {
        return;
      }
      const x = u.valToPos(at, "x", true);
      ctx.strokeStyle = color(tone);
      ctx.setLineDash(dash);
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
      ctx.stroke();
    };
    ctx.save();
    ctx.lineWidth = 1.6 * (devicePixelRatio || 1);
    const e = data.estimate;
    if (e.kind !== "unknown") {
      const from = u.valToPos(e.low, "x", true);
      ctx.fillStyle = color("--shade");
      ctx.fillRect(from, top, u.valToPos(e.high, "x", true) - from, height);
      line(e.rate, "--text", []);
    }
    line(data.proven_pass && data.proven_pass.iterations_per_second, "--good", [6, 4]);
    line(data.proven_fail && data.proven_fail.iterations_per_second, "--bad", [6, 4]);
    ctx.restore();
  }

  const points = tone => ({width: 0, paths: () => null, points: {show: true, size: 8, stroke: () => color(tone), fill: () => color(tone)}});

  /** As far as anything that is marked. */
  function farthest(max) {
    const ends = [data.estimate.high, data.proven_pass, data.proven_fail].map(end => end && (end.iterations_per_second || end));
    return Math.max(max, ...ends.filter(end => typeof end === "number")) * 1.06;
  }

  function curve() {
    const probes = [...data.probes].sort((a, b) => a.rate - b.rate);
    const of = (status, value) => probes.map(p => p.status === status ? value(p) : null);
    const statuses = Object.keys(LOOKS);
    const chart = (key, label, height, show, value, more) => charts.draw(key, label, height, {
      cursor: {y: false, drag: {x: false, y: false}},
      legend: {live: true},
      scales: {x: {time: false, range: (u, min, max) => [0, farthest(max)]}, y: charts.fromZero},
      axes: [charts.axis({size: 32, gap: 8, values: (u, ticks) => ticks.map(rate)}), charts.axis({size: 64, values: (u, ticks) => ticks.map(show)})],
      series: [{label: "offered", value: (u, v) => rate(v)},
        ...statuses.map(s => charts.line(s, TONES[s], show, points(TONES[s]))), ...more.map(m => m.line)],
      hooks: {drawClear: [marks]},
    }, [probes.map(p => p.rate), ...statuses.map(s => of(s, value)), ...more.map(m => m.values)]);
    dom.refill("curve", [
      dom.element("p", "sub", "A dot is a probe, by the iterations that it offered each second. Solid: the estimate, with its interval shaded; dashed: the highest rate proven to pass and the lowest proven to fail."),
      dom.element("h3", "", "Response time, p99"),
      chart("p99", "p99 of the response time by offered rate", 260, format.millis, p => p.p99_ms, []),
      dom.element("h3", "", "What came of it: iterations finished each second"),
      chart("achieved", "Achieved by offered rate", 220, rate, p => p.iterations_per_second,
        [{line: charts.line("as offered", "--c5", rate, {dash: [4, 4], width: 1.2, spanGaps: true}), values: probes.map(p => p.rate)}])]);
  }

  function probes() {
    dom.refill("probes", tables.sortable("probes", [
      {head: "No.", value: p => p.number},
      {head: "Offered", value: p => p.rate, show: p => rate(p.rate)},
      {head: "Finished", value: p => p.iterations_per_second, show: p => rate(p.iterations_per_second)},
      {head: "p50", value: p => p.p50_ms, show: p => format.millis(p.p50_ms)},
      {head: "p99", value: p => p.p99_ms, show: p => format.millis(p.p99_ms)},
      {head: "Concurrency", value: p => p.concurrency, show: p => format.number(p.concurrency)},
      {head: "Measured", value: p => p.measured_s, show: p => format.duration(p.measured_s)},
      {head: "Why", text: true, value: p => p.reason, show: p => dom.outside(p.purpose + (p.reason ? ": " + p.reason : ""))},
      {head: "Result", text: true, value: p => p.status, show: p => dom.element("span", "badge " + LOOKS[p.status], p.status)},
    ], data.probes, null, {caption: "All probes"}));
  }

  function law() {
    const u = data.usl;
    const range = (r, show) => r ? show(r.value) + " (" + show(r.low) + " to " + show(r.high) + ")" : "";
    dom.refill("law", u.refused ? [dom.element("p", "", dom.outside("The universal scalability law was not fitted: " + u.refused))] : [dom.terms([
      ["Of one at a time (gamma)", range(u.gamma, rate)], ["Contention (sigma)", range(u.sigma, format.share)], ["Crosstalk (kappa)", range(u.kappa, v => v.toExponential(1))],
      ["Peak concurrency", u.peak_concurrency ? range(u.peak_concurrency, format.number) : dom.outside(u.peak_refused || "")],
      ["Peak throughput", range(u.peak_throughput, rate)]])]);
  }

  headline();
  tiles();
  curve();
  probes();
  law();
  charts.settle();
  document.documentElement.dataset.rendered = "1";
})();
