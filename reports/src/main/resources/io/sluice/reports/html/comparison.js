"use strict";
// A and B beside each other: differences with their intervals, and both over time.
const comparison = (() => {
  const WORDS = {REGRESSION: ["FAIL", "worse"], NO_REGRESSION: ["PASS", "no regression"], IMPROVED: ["PASS", "better"], INCONCLUSIVE: ["INCONCLUSIVE", "undecided"]};
  const signed = v => v === null ? format.NONE : (v > 0 ? "+" : "") + format.number(v * 100) + "%";

  /** The interval of a difference on a scale around none; what is beyond the margin is tinted. */
  function scale(m) {
    const most = Math.max(m.margin * 2, Math.abs(m.low || 0), Math.abs(m.high || 0), Math.abs(m.difference || 0)) * 1.1 || 1;
    const x = v => Math.max(0, Math.min(200, 100 + 100 * v / most));
    const low = m.low === null ? 0 : x(m.low);
    const high = m.high === null ? 200 : x(m.high);
    return dom.svg("svg", {viewBox: "0 0 200 26", preserveAspectRatio: "none", role: "img",
      "aria-label": "difference " + signed(m.difference) + ", interval " + signed(m.low) + " to " + signed(m.high)},
      dom.svg("rect", {class: "bad-side", x: x(m.margin), y: 2, width: 200 - x(m.margin), height: 22, rx: 2}),
      dom.svg("line", {class: "axis", x1: 0, x2: 200, y1: 13, y2: 13}),
      dom.svg("rect", {class: "interval", x: Math.min(low, 197), y: 7, width: Math.max(3, high - low), height: 12, rx: 2}),
      m.difference === null ? "" : dom.svg("rect", {class: "estimate", x: Math.min(197, Math.max(0, x(m.difference) - 1.5)), y: 4, width: 3, height: 18, rx: 1}),
      dom.svg("line", {class: "threshold", x1: 100, x2: 100, y1: 1, y2: 25}));
  }

  function table(c) {
    const parts = [{name: "all", ...c.total}, ...Object.entries(c.requests_by_name).map(([name, request]) => ({name, ...request}))];
    const rows = parts.flatMap(part => part.metrics.map(m => ({...m, request: part.name})));
    const value = (m, v) => m.unit === "ms" ? format.millis(v) : m.unit === "share" ? format.share(v) : format.number(v);
    return tables.sortable("comparison", [
      {head: "Request", text: true, value: m => m.request, show: m => dom.outside(m.request)},
      {head: "Of", text: true, value: m => m.metric},
      {head: "A", value: m => m.a, show: m => value(m, m.a)},
      {head: "B", value: m => m.b, show: m => value(m, m.b)},
      {head: "Difference", value: m => m.difference, show: m => signed(m.difference)},
      {head: "Interval", value: m => m.low, show: m => signed(m.low) + " to " + signed(m.high)},
      {head: "Around none", show: scale},
      {head: "B is", text: true, value: m => m.verdict, show: m => dom.element("span", "badge " + WORDS[m.verdict][0], WORDS[m.verdict][1])},
    ], rows, null, {search: "Find a request", caption: "Differences of B from A"});
  }

  /** p50 and p95 of both over the time since each one's start. */
  function overTime(data) {
    const arms = data.otherRows && data.rows ? [[data.otherRows.get("")], [data.rows.get("")]] : ["a", "b"].map(arm => data.rows ? [...data.rows.values()].filter(row => row.name.endsWith(" [" + arm + "]")) : []);
    if (arms.some(rows => !rows.length)) {
      return [];
    }
    const [a, b] = arms.map(grid.columns);
    const at = new Map();
    [[a, 0], [b, 1]].forEach(([c, side]) => c.time.forEach((t, i) => {
      const both = at.get(t) || [null, null, null, null];
      both[2 * side] = c.p50[i];
      both[2 * side + 1] = c.p95[i];
      at.set(t, both);
    }));
    const time = [...at.keys()].sort((x, y) => x - y);
    return [dom.element("h3", "", "Response time of both"),
      charts.draw("comparison", "Response time of A and B over time", 240,
        charts.overTime(timeline.windows(data), {y: charts.fromZero}, [timeline.millisAxis()], [
          charts.line("A p50", "--c1", format.millis, {dash: [5, 4]}), charts.line("A p95", "--c1", format.millis),
          charts.line("B p50", "--c4", format.millis, {dash: [5, 4]}), charts.line("B p95", "--c4", format.millis)]),
        [time, ...[0, 1, 2, 3].map(i => time.map(t => at.get(t)[i]))])];
  }

  function render(data) {
    const c = data.comparison;
    if (!c) {
      dom.refill("comparison", []);
      return;
    }
    dom.section("comparison").classList.add("slos");
    const [tone, word] = WORDS[c.verdict];
    dom.refill("comparison", [
      dom.element("p", "", dom.element("span", "badge " + tone, "B is " + word), " ", dom.outside(c.sentence)),
      dom.element("p", "sub", "A: ", dom.outside(c.a.name + " " + c.a.targets.join(", ")), " · B: ", dom.outside(c.b.name + " " + c.b.targets.join(", "))),
      ...table(c), ...overTime(data)]);
  }

  const status = c => WORDS[c.verdict][0];
  const word = c => "B IS " + WORDS[c.verdict][1].toUpperCase();

  return {render, status, word};
})();
