"use strict";
// Requests and groups: a table each, with what lies behind a row.
const requests = (() => {
  const open = new Set();
  const entries = object => Object.entries(object).map(([name, figures]) => ({name, figures}));

  /** A row's figures of the measured windows, or of the stretch that is looked at. */
  function measured(row) {
    const f = row.figures;
    const t = f.response_time_ms;
    return {...row, count: f.requests.finished, rate: f.rate_per_second, errors: f.error_rate,
      mean: t.mean, p50: t.p50, p90: t.p90, p95: t.p95, p99: t.p99, max: t.max};
  }

  function ofStretch(row, data) {
    const s = grid.sum(row.rows, range.stretch, data.summary.duration_seconds);
    return {...row, count: s.total, rate: s.rate, errors: s.errorRate, mean: s.mean,
      p50: s.percentile(50), p90: s.percentile(90), p95: s.percentile(95), p99: s.percentile(99), max: s.max};
  }

  function table(kind, label, list, data, foot, redraw) {
    const time = (head, key) => ({head, value: r => r[key], show: r => format.millis(r[key])});
    const figures = row => range.stretch && data.rows ? ofStretch(row, data) : measured(row);
    const columns = [
      {head: label, text: true, value: r => r.name, show: r => r.rows.length && r !== total ? opener(kind, r, redraw) : dom.outside(r.name)},
      ...data.rows ? [{head: "p95 over time", show: r => r.rows.length ? sparkline(kind, r) : ""}] : [],
      {head: "Count", value: r => r.count, show: r => format.number(r.count)},
      {head: "Rate", value: r => r.rate, show: r => format.rate(r.rate)},
      {head: "Errors", value: r => r.errors, show: r => tables.hot(r.errors > 0, format.share(r.errors))},
      time("Mean", "mean"), time("p50", "p50"), time("p90", "p90"), time("p95", "p95"), time("p99", "p99"), time("Max", "max"),
    ];
    const total = foot && figures(foot);
    return tables.sortable(kind, columns, list.map(figures), total, {
      search: "Find a " + label.toLowerCase(), caption: label + "s, " + (range.stretch ? "from " + range.words() : "measured windows"),
      under: row => open.has(kind + row.name) && row.rows.length ? behind(kind, row, data) : null});
  }

  function opener(kind, row, redraw) {
    const key = kind + row.name;
    const button = dom.button("", () => {
      open.has(key) ? open.delete(key) : open.add(key);
      redraw();
    });
    button.className = "opener";
    button.append(dom.outside(row.name));
    button.setAttribute("aria-expanded", String(open.has(key)));
    button.setAttribute("data-key", key);
    return button;
  }

  function sparkline(kind, row) {
    const c = grid.columns(row.rows);
    return charts.spark("spark " + kind + row.name, "p95 of " + row.name + " over time", c.time, c.p95, "--c3");
  }

  /** What lies behind a row: its own charts and counts. */
  function behind(kind, row, data) {
    const key = kind + row.name;
    const f = row.figures;
    const counts = object => Object.entries(object).filter(([, n]) => n > 0).map(([name, n]) => name + ": " + format.number(n)).join(", ");
    const spread = t => t.samples ? "p50 " + format.millis(t.p50) + ", p95 " + format.millis(t.p95) + ", p99 " + format.millis(t.p99) : format.NONE;
    const curve = grid.sum(row.rows, range.stretch, data.summary.duration_seconds).curve();
    const errors = data.summary.errors.filter(e => e.request === row.name && e.outcome !== "ok");
    return dom.element("div", "behind",
      timeline.ofRows(key, row.name, row.rows, timeline.windows(data)),
      curve.ms.length ? [dom.element("h3", "", "Percentile distribution"), distribution.chart(key + " distribution", "Percentile distribution of " + row.name, 180, [{label: "response time", tone: "--c1", ...curve}])] : "",
      dom.terms([
        ["Outcomes", counts(f.outcomes)], ["Statuses", counts(f.status)],
        ["Service time", spread(f.service_time_ms)], ["To the first byte", spread(f.time_to_first_byte_ms)],
        ["Bytes", format.bytes(f.bytes.sent) + " sent, " + format.bytes(f.bytes.received) + " received"],
        ["Redirects followed", f.redirects ? format.number(f.redirects) : ""],
        ["Errors of the whole run", dom.outside(errors.map(e => e.detail + ": " + format.number(e.count)).join(", "))],
      ].filter(([, value]) => value instanceof Node ? value.textContent : value)));
  }

  function render(data, redraw) {
    const s = data.summary;
    const rows = names => data.rows ? names.map(name => data.rows.get(name)).filter(row => row) : [];
    const list = entries(s.requests_by_name).map(row => ({...row, rows: rows([row.name])}));
    const groups = entries(s.groups).map(row => ({...row, rows: rows(data.members[row.name] || [])}));
    const all = {name: "all", figures: s.total, rows: rows([""])};
    dom.refill("requests", [
      dom.element("p", "sub", (range.stretch ? "Response times of what ended from " + range.words() : "Response times of the measured windows")
        + ", from the intended start to the last byte. A name opens what lies behind it."),
      ...table("request", "Request", list, data, all, redraw),
      ...groups.length ? [dom.element("h3", "", "Groups"), ...table("group", "Group", groups, data, null, redraw)] : []]);
  }

  return {render};
})();
