"use strict";
// The first screen: the verdict, the key figures, the objectives, the load.
const verdict = (() => {
  const MARKS = {PASS: "✓", FAIL: "✕", INCONCLUSIVE: "?"};

  function headline(data) {
    const v = data.verdict;
    const place = dom.section("verdict");
    if (!v && data.comparison) {
      between(data.comparison, place);
      return;
    }
    const status = v ? v.verdict : "RUNNING";
    const mark = dom.element("div", "mark", MARKS[status] || "…");
    mark.setAttribute("aria-hidden", "true");
    place.className = "verdict " + (data.running ? "RUNNING" : status);
    const word = data.running ? "RUNNING" + (v ? " · so far " + v.verdict : "") : status;
    const sentence = v ? v.sentence : "The run goes on; it is judged as soon as there is something to judge.";
    place.replaceChildren(mark, dom.element("div", "",
      dom.element("div", "word", word),
      dom.element("p", "sentence", dom.outside(sentence)),
      v && v.notes.length ? dom.element("ul", "", v.notes.map(note => dom.element("li", "", dom.outside(note)))) : ""));
  }

  /** Of two runs, neither of which is judged here: whether B is worse than A. */
  function between(c, place) {
    const status = comparison.status(c);
    const mark = dom.element("div", "mark", MARKS[status]);
    mark.setAttribute("aria-hidden", "true");
    place.className = "verdict " + status;
    place.replaceChildren(mark, dom.element("div", "",
      dom.element("div", "word", comparison.word(c)),
      dom.element("p", "sentence", dom.outside(c.sentence)),
      c.notes.length ? dom.element("ul", "", c.notes.map(note => dom.element("li", "", dom.outside(note)))) : ""));
  }

  function tiles(data) {
    const s = data.summary;
    const t = s.total;
    const tile = (value, label) => dom.element("div", "tile", dom.element("b", "", value), dom.element("span", "", label));
    dom.section("figures").replaceChildren(
      tile(format.number(t.requests.finished), "requests measured"),
      tile(format.rate(t.rate_per_second), "throughput"),
      tile(format.share(t.error_rate), "errors"),
      tile(format.millis(t.response_time_ms.p50), "p50 response time"),
      tile(format.millis(t.response_time_ms.p95), "p95 response time"),
      tile(format.millis(t.response_time_ms.p99), "p99 response time"));
  }

  /** The interval on a scale against the threshold; the side that breaks the objective is tinted. */
  function scale(slo, texts) {
    const unbounded = new Set(slo.unbounded);
    const known = [slo.threshold, slo.estimate, slo.low, slo.high].filter(v => v !== null);
    const top = slo.unit === "share" && slo.comparison.startsWith(">") ? 1 : Math.max(...known) * 1.18 || 1;
    const bottom = slo.unit === "share" && slo.comparison.startsWith(">") ? Math.min(...known) - (1 - Math.min(...known)) * .25 : 0;
    const x = v => Math.max(0, Math.min(200, 200 * (v - bottom) / (top - bottom || 1)));
    const at = x(slo.threshold);
    const below = slo.comparison.startsWith(">");
    const picture = dom.svg("svg", {viewBox: "0 0 200 26", preserveAspectRatio: "none", role: "img",
      "aria-label": "interval " + texts.interval + ", threshold " + texts.threshold},
      dom.svg("rect", {class: "bad-side", x: below ? 0 : at, y: 2, width: below ? at : 200 - at, height: 22, rx: 2}),
      dom.svg("line", {class: "axis", x1: 0, x2: 200, y1: 13, y2: 13}));
    if (slo.low !== null || slo.high !== null || unbounded.size) {
      const from = slo.low === null ? (unbounded.has("low") ? 200 : 0) : x(slo.low);
      const to = slo.high === null ? 200 : x(slo.high);
      const wide = Math.max(3, to - from);
      picture.append(dom.svg("rect", {class: "interval", x: Math.min(from, 200 - wide), y: 7, width: wide, height: 12, rx: 2}));
    }
    if (slo.estimate !== null || unbounded.has("estimate")) {
      const e = slo.estimate === null ? 198 : x(slo.estimate);
      picture.append(dom.svg("rect", {class: "estimate", x: Math.min(197, Math.max(0, e - 1.5)), y: 4, width: 3, height: 18, rx: 1}));
    }
    picture.append(dom.svg("line", {class: "threshold", x1: at, x2: at, y1: 1, y2: 25}));
    return picture;
  }

  function objectives(data) {
    const v = data.verdict;
    dom.section("slos").classList.add("slos");
    if (!v) {
      dom.refill("slos", data.running ? [dom.element("p", "", "Not judged yet.")] : []);
      return;
    }
    if (!v.slos.length) {
      dom.refill("slos", [dom.element("p", "", "The plan has no objectives.")]);
      return;
    }
    const interval = v.statistics === "point" ? "Interval" : format.share(v.confidence) + " interval";
    const heads = ["Objective", "Estimate", interval, "Against the threshold", "Samples", "Status"];
    const rows = v.slos.map((slo, i) => {
      const texts = data.slo_texts[i];
      const warns = slo.severity === "warn" && slo.status === "FAIL";
      const look = warns ? "INCONCLUSIVE" : slo.status;
      const cells = [
        dom.element("td", "text wrap wide",
          dom.element("div", "expression", dom.outside(slo.expression)),
          slo.reason ? dom.element("div", "reason", dom.outside(slo.reason)) : ""),
        dom.element("td", "", texts.estimate),
        dom.element("td", "", texts.interval),
        dom.element("td", "wide", scale(slo, texts)),
        dom.element("td", "", format.number(slo.samples)),
        dom.element("td", "", dom.element("span", "badge " + look, MARKS[look] + " " + (warns ? "WARN" : slo.status))),
      ];
      cells.forEach((cell, c) => cell.setAttribute("data-label", heads[c]));
      return dom.element("tr", look, cells);
    });
    const head = dom.element("tr", "", heads.map((h, i) => dom.element("th", i ? "" : "text", h)));
    const scroll = dom.element("div", "scroll", dom.element("table", "",
      dom.element("thead", "", head), dom.element("tbody", "", rows)));
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", "Objectives");
    dom.refill("slos", [scroll]);
  }

  function load(data) {
    const s = data.summary;
    const models = {
      open: "open: iterations start on a schedule, whatever the target does",
      closed: "closed: each user waits for its responses",
      mixed: "open and closed phases",
    };
    const parts = [];
    if (s.insecure) {
      parts.push(dom.element("p", "warning", "Certificates were not verified (--insecure)."));
    }
    if (!data.running && s.end.reason !== "completed") {
      parts.push(dom.element("p", "warning", "The run was " + s.end.reason + " after "
        + format.duration(s.duration_seconds) + " of " + format.duration(data.planned_seconds)
        + (s.end.detail ? ": " + s.end.detail : ".")));
    }
    const planned = s.load.planned;
    parts.push(dom.terms([
      ["Target", dom.outside(s.targets.join(", "))],
      ["Model", models[s.model]],
      ["Profile", s.profile ? dom.outside(s.profile) : ""],
      ["Duration", format.duration(s.duration_seconds) + ", of which " + format.duration(s.measured_seconds) + " measured"],
      ["Planned iterations", format.number(planned)],
      ["Offered iterations", format.number(s.load.offered) + (planned ? " (" + format.share(s.load.offered / planned) + ")" : "")],
      ["Dropped arrivals", dom.element("span", s.load.dropped ? "hot" : "", format.number(s.load.dropped))],
      ["Iterations finished", format.number(s.load.iterations) + (s.load.interrupted ? ", " + format.number(s.load.interrupted) + " interrupted" : "")],
      ["Users at most", format.number(s.load.max_users)],
      ["Requests of the whole run", format.number(s.whole_run.requests.started) + " started, " + format.number(s.whole_run.requests.finished) + " finished, " + format.number(s.whole_run.requests.aborted) + " aborted"],
      ["Bytes", format.bytes(s.whole_run.bytes.sent) + " sent, " + format.bytes(s.whole_run.bytes.received) + " received"],
      ["Generator's own lag", s.generator.lag_ms.samples ? "p99 " + format.millis(s.generator.lag_ms.p99) + ", at most " + format.millis(s.generator.lag_ms.max) : format.NONE],
      ["Generator's loops busy", format.share(s.generator.busy_share) + ", CPU " + format.share(s.generator.cpu_share)],
    ]));
    dom.refill("load", parts);
  }

  return {headline, tiles, objectives, load};
})();
