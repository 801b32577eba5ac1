"use strict";
// Tables that can be sorted by their heads.
const tables = (() => {
  const order = new Map();
  const sought = new Map();

  /**
   * A table under a key, which remembers how it was sorted. Columns are {head, value(row), show(row)?, text?}; a foot is a row that
   * stays at the end; options: search (a label), under(row) for what stands below a row.
   */
  function sortable(key, columns, rows, foot, options = {}) {
    const body = dom.element("tbody", "");
    const heads = columns.map((column, c) => {
      if (!column.value) {
        return dom.element("th", "", column.head);
      }
      const button = dom.button(column.head, () => {
        const up = order.get(key) && order.get(key).c === c ? !order.get(key).up : Boolean(column.text);
        order.set(key, {c, up});
        fill();
      });
      button.setAttribute("data-key", key + " by " + column.head);
      const head = dom.element("th", column.text ? "text" : "", button);
      head.scope = "col";
      return head;
    });
    const cell = (column, row) => dom.element("td", column.text ? "text wrap" : "", column.show ? column.show(row) : column.value(row));
    const line = row => dom.element("tr", "", columns.map(column => cell(column, row)));

    function lines(row) {
      const below = options.under ? options.under(row) : null;
      if (!below) {
        return [line(row)];
      }
      const wide = dom.element("td", "below", below);
      wide.colSpan = columns.length;
      return [line(row), dom.element("tr", "", wide)];
    }

    function fill() {
      const by = order.get(key);
      heads.forEach(head => head.removeAttribute("aria-sort"));
      let shown = rows;
      if (by) {
        heads[by.c].setAttribute("aria-sort", by.up ? "ascending" : "descending");
        shown = [...rows].sort((a, b) => (by.up ? 1 : -1) * compare(columns[by.c].value(a), columns[by.c].value(b)));
      }
      const words = (sought.get(key) || "").toLowerCase();
      shown = shown.filter(row => !words || columns.some(column => column.text && String(column.value(row)).toLowerCase().includes(words)));
      body.replaceChildren(...shown.flatMap(lines));
      if (body.isConnected) {
        charts.settle();
      }
    }

    const table = dom.element("table", "",
      dom.element("thead", "", dom.element("tr", "", heads)), body,
      foot ? dom.element("tfoot", "", line(foot)) : "");
    if (options.caption) {
      table.prepend(dom.element("caption", "", options.caption));
    }
    const scroll = dom.element("div", "scroll", table);
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", options.caption || key);
    fill();
    return options.search && rows.length > 5 ? [search(key, options.search, fill), scroll] : [scroll];
  }

  function search(key, label, fill) {
    const field = dom.element("input", "");
    field.type = "search";
    field.value = sought.get(key) || "";
    field.placeholder = label;
    field.setAttribute("aria-label", label);
    field.setAttribute("data-key", key + " search");
    field.addEventListener("input", () => {
      sought.set(key, field.value);
      fill();
    });
    return dom.element("p", "search", field);
  }

  /** Numbers by size, texts by their letters, what is missing below everything. */
  function compare(a, b) {
    if (a === null || b === null) {
      return (a === null ? 0 : 1) - (b === null ? 0 : 1);
    }
    return typeof a === "number" ? a - b : String(a).localeCompare(String(b));
  }

  const hot = (bad, text) => dom.element("span", bad ? "hot" : "", text);

  function checks(summary) {
    const has = key => summary.checks.some(c => c[key]);
    dom.refill("checks", !summary.checks.length ? [] : sortable("checks", [
      {head: "Check", text: true, value: c => c.name, show: c => dom.outside(c.name)},
      ...(has("request") ? [{head: "Request", text: true, value: c => c.request, show: c => dom.outside(c.request)}] : []),
      ...(has("group") ? [{head: "Group", text: true, value: c => c.group, show: c => dom.outside(c.group)}] : []),
      {head: "Passed", value: c => c.passes, show: c => format.number(c.passes)},
      {head: "Failed", value: c => c.fails, show: c => hot(c.fails > 0, format.number(c.fails))},
      {head: "Pass rate", value: c => c.pass_rate, show: c => format.share(c.pass_rate)},
    ], summary.checks, null, {search: "Find a check", caption: "Checks of the measured windows"}));
  }

  function metrics(summary) {
    const parts = [];
    const trends = summary.metrics.filter(m => m.kind === "trend");
    const numbers = summary.metrics.filter(m => m.kind === "numbers");
    const rates = summary.metrics.filter(m => m.kind === "rate");
    const name = {head: "Metric", text: true, value: m => m.name, show: m => dom.outside(m.name)};
    if (trends.length) {
      const time = (head, key) => ({head, value: m => m.time_ms[key], show: m => format.millis(m.time_ms[key])});
      parts.push(...sortable("trends", [name, {head: "Count", value: m => m.time_ms.samples, show: m => format.number(m.time_ms.samples)},
        time("Mean", "mean"), time("p50", "p50"), time("p90", "p90"), time("p95", "p95"), time("p99", "p99"), time("Max", "max")], trends, null));
    }
    if (numbers.length) {
      const of = (head, key) => ({head, value: m => m.distribution[key], show: m => format.number(m.distribution[key])});
      parts.push(...sortable("numbers", [name, of("Count", "samples"), of("Smallest", "min"), of("Mean", "mean"),
        of("p50", "p50"), of("p90", "p90"), of("p95", "p95"), of("p99", "p99"), of("Largest", "max")], numbers, null));
    }
    if (rates.length) {
      parts.push(...sortable("rates", [name,
        {head: "True", value: m => m.trues, show: m => format.number(m.trues)},
        {head: "Of", value: m => m.total, show: m => format.number(m.total)},
        {head: "Share", value: m => m.share, show: m => format.share(m.share)}], rates, null));
    }
    const number = (head, key) => ({head, value: m => m[key], show: m => format.number(m[key])});
    const counters = summary.metrics.filter(m => m.kind === "counter");
    const gauges = summary.metrics.filter(m => m.kind === "gauge");
    if (counters.length) {
      parts.push(...sortable("counters", [name, number("Sum", "sum")], counters, null));
    }
    if (gauges.length) {
      parts.push(...sortable("gauges", [name, number("Times set", "values"), number("Last", "last"), number("Smallest", "smallest"), number("Largest", "largest")], gauges, null));
    }
    dom.refill("metrics", parts);
  }

  /** A row for each loop of the generator, and one for all of them. */
  function loops(generator) {
    const p99 = (head, key) => ({head, value: l => l.figures[key].p99, show: l => format.millis(l.figures[key].p99)});
    return sortable("loops", [
      {head: "Loop", value: l => l.name},
      p99("Lag p99", "lag_ms"), p99("Loop delay p99", "loop_delay_ms"),
      {head: "Longest turn", value: l => l.figures.longest_turn_ms.max, show: l => format.millis(l.figures.longest_turn_ms.max)},
      p99("Answers lay p99", "receive_uncertainty_ms"), p99("Wait p99", "connection_wait_ms"),
      {head: "Busy", value: l => l.figures.busy_share, show: l => hot(l.figures.busy_share > .85, format.share(l.figures.busy_share))},
      {head: "Dropped", value: l => l.figures.dropped, show: l => hot(l.figures.dropped > 0, format.number(l.figures.dropped))},
    ], generator.loops.map((figures, name) => ({name, figures})), {name: "all", figures: generator});
  }

  return {sortable, hot, checks, metrics, loops};
})();
