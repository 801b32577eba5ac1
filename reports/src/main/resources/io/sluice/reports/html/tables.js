"use strict";
// Tables that can be sorted by their heads.
const tables = (() => {
  /** Columns are {head, value(row), show(row)?, text?}; a foot is a row that stays at the end. */
  function sortable(columns, rows, foot) {
    const body = dom.element("tbody", "");
    const heads = columns.map(column => {
      const button = dom.element("button", "", column.head);
      button.type = "button";
      const head = dom.element("th", column.text ? "text" : "", button);
      head.scope = "col";
      button.addEventListener("click", () => sort(column, head));
      return head;
    });
    const cell = (column, row) => dom.element("td", column.text ? "text wrap" : "", column.show ? column.show(row) : column.value(row));
    const line = row => dom.element("tr", "", columns.map(column => cell(column, row)));
    const fill = sorted => body.replaceChildren(...sorted.map(line));

    function sort(column, head) {
      const current = head.getAttribute("aria-sort");
      const up = column.text ? current !== "ascending" : current === "descending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      fill([...rows].sort((a, b) => (up ? 1 : -1) * compare(column.value(a), column.value(b))));
    }

    fill(rows);
    return dom.element("div", "scroll", dom.element("table", "",
      dom.element("thead", "", dom.element("tr", "", heads)), body,
      foot ? dom.element("tfoot", "", line(foot)) : ""));
  }

  /** Numbers by size, texts by their letters, what is missing below everything. */
  function compare(a, b) {
    if (a === null || b === null) {
      return (a === null ? 0 : 1) - (b === null ? 0 : 1);
    }
    return typeof a === "number" ? a - b : String(a).localeCompare(String(b));
  }

  const hot = (bad, text) => dom.element("span", bad ? "hot" : "", text);

  function requestColumns(first) {
    const time = (head, key) => ({head, value: r => r.figures.response_time_ms[key], show: r => format.millis(r.figures.response_time_ms[key])});
    return [
      {head: first, text: true, value: r => r.name, show: r => dom.outside(r.name)},
      {head: "Count", value: r => r.figures.requests.finished, show: r => format.number(r.figures.requests.finished)},
      {head: "Rate", value: r => r.figures.rate_per_second, show: r => format.rate(r.figures.rate_per_second)},
      {head: "Errors", value: r => r.figures.error_rate, show: r => hot(r.figures.error_rate > 0, format.share(r.figures.error_rate))},
      time("Mean", "mean"), time("p50", "p50"), time("p90", "p90"), time("p95", "p95"), time("p99", "p99"), time("Max", "max"),
    ];
  }

  const entries = object => Object.entries(object).map(([name, figures]) => ({name, figures}));

  function requests(summary) {
    const place = dom.section("requests");
    place.append(dom.element("p", "sub", "Response times of the measured windows, from the intended start to the last byte."));
    place.append(sortable(requestColumns("Request"), entries(summary.requests_by_name), {name: "all", figures: summary.total}));
    const groups = entries(summary.groups);
    if (groups.length) {
      place.append(dom.element("h3", "", "Groups"), sortable(requestColumns("Group"), groups, null));
    }
  }

  function errors(summary) {
    const place = dom.section("errors");
    if (!summary.errors.length) {
      place.append(dom.element("p", "", "No request of the run failed."));
      return;
    }
    place.append(dom.element("p", "sub", "Of the whole run, warm-up included."), sortable([
      {head: "Request", text: true, value: e => e.request, show: e => dom.outside(e.request)},
      {head: "Outcome", text: true, value: e => e.outcome},
      {head: "Detail", text: true, value: e => e.detail, show: e => dom.outside(e.detail)},
      {head: "Count", value: e => e.count, show: e => format.number(e.count)},
    ], summary.errors, null));
  }

  function checks(summary) {
    const place = dom.section("checks");
    if (!summary.checks.length) {
      place.remove();
      return;
    }
    place.append(sortable([
      {head: "Check", text: true, value: c => c.name, show: c => dom.outside(c.name)},
      {head: "Request", text: true, value: c => c.request, show: c => dom.outside(c.request)},
      {head: "Passed", value: c => c.passes, show: c => format.number(c.passes)},
      {head: "Failed", value: c => c.fails, show: c => hot(c.fails > 0, format.number(c.fails))},
      {head: "Pass rate", value: c => c.pass_rate, show: c => format.share(c.pass_rate)},
    ], summary.checks, null));
  }

  function metrics(summary) {
    const place = dom.section("metrics");
    const trends = summary.metrics.filter(m => m.kind === "trend");
    const rates = summary.metrics.filter(m => m.kind === "rate");
    if (!summary.metrics.length) {
      place.remove();
      return;
    }
    const name = {head: "Metric", text: true, value: m => m.name, show: m => dom.outside(m.name)};
    if (trends.length) {
      const time = (head, key) => ({head, value: m => m.time_ms[key], show: m => format.millis(m.time_ms[key])});
      place.append(sortable([name, {head: "Count", value: m => m.time_ms.samples, show: m => format.number(m.time_ms.samples)},
        time("Mean", "mean"), time("p50", "p50"), time("p90", "p90"), time("p95", "p95"), time("p99", "p99"), time("Max", "max")], trends, null));
    }
    if (rates.length) {
      place.append(sortable([name,
        {head: "True", value: m => m.trues, show: m => format.number(m.trues)},
        {head: "Of", value: m => m.total, show: m => format.number(m.total)},
        {head: "Share", value: m => m.share, show: m => format.share(m.share)}], rates, null));
    }
    const number = (head, key) => ({head, value: m => m[key], show: m => format.number(m[key])});
    const counters = summary.metrics.filter(m => m.kind === "counter");
    const gauges = summary.metrics.filter(m => m.kind === "gauge");
    if (counters.length) {
      place.append(sortable([name, number("Sum", "sum")], counters, null));
    }
    if (gauges.length) {
      place.append(sortable([name, number("Times set", "values"), number("Last", "last"), number("Smallest", "smallest"), number("Largest", "largest")], gauges, null));
    }
  }

  /** A row for each loop of the generator, and one for all of them. */
  function loops(generator) {
    const p99 = (head, key) => ({head, value: l => l.figures[key].p99, show: l => format.millis(l.figures[key].p99)});
    return sortable([
      {head: "Loop", value: l => l.name},
      p99("Lag p99", "lag_ms"), p99("Loop delay p99", "loop_delay_ms"),
      {head: "Longest turn", value: l => l.figures.longest_turn_ms.max, show: l => format.millis(l.figures.longest_turn_ms.max)},
      p99("Answers lay p99", "receive_uncertainty_ms"), p99("Wait p99", "connection_wait_ms"),
      {head: "Busy", value: l => l.figures.busy_share, show: l => hot(l.figures.busy_share > .85, format.share(l.figures.busy_share))},
      {head: "Dropped", value: l => l.figures.dropped, show: l => hot(l.figures.dropped > 0, format.number(l.figures.dropped))},
    ], generator.loops.map((figures, name) => ({name, figures})), {name: "all", figures: generator});
  }

  return {requests, errors, checks, metrics, loops};
})();
