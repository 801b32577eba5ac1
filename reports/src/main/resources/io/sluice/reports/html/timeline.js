"use strict";
// The run over time, and the figures of the stretch that is looked at.
const timeline = (() => {
  let logarithmic = false;
  const millisAxis = more => charts.axis({size: 64, values: (u, ticks) => ticks.map(v => v === null ? "" : format.millis(v)), ...more});
  const rateAxis = () => charts.axis({size: 64, values: (u, ticks) => ticks.map(v => format.number(v))});
  const rightAxis = (scale, words) => charts.axis({scale, side: 1, size: 52, grid: {show: false}, values: (u, ticks) => ticks.map(words)});

  /** The plan's windows with the words that a chart writes above them. */
  function windows(data) {
    const phases = new Set(data.windows.map(w => w.phase).filter(p => p));
    return data.windows.map(w => ({...w, label: phases.size > 1 && w.phase ? w.phase + " · " + w.window : w.window}));
  }

  function choice(names, chosen, choose) {
    return dom.element("span", "choice", names.map(name => {
      const button = dom.button(name, () => choose(name), name === chosen);
      button.setAttribute("data-key", "choice " + name);
      return button;
    }));
  }

  /** Which stretch is looked at, how to choose one without a mouse, and its figures. */
  function stretch(data, redraw) {
    const end = data.summary.duration_seconds;
    const parts = [];
    const input = (label, value) => {
      const field = dom.element("input", "");
      field.type = "text";
      field.inputMode = "decimal";
      field.size = 7;
      field.value = value;
      field.setAttribute("data-key", label);
      return {field, node: dom.element("label", "", label + " ", field)};
    };
    const from = input("From", format.clock(range.stretch ? Math.floor(range.stretch.from) : 0));
    const to = input("to", format.clock(range.stretch ? Math.ceil(range.stretch.to) : Math.ceil(end)));
    const form = dom.element("form", "stretch", from.node, to.node);
    const show = dom.element("button", "", "Show");
    show.type = "submit";
    form.append(show);
    form.addEventListener("submit", event => {
      event.preventDefault();
      const [a, b] = [format.seconds(from.field.value), format.seconds(to.field.value)];
      if (b > a) {
        range.set(a, b);
      }
    });
    for (const w of windows(data).filter(w => w.to - w.from < end)) {
      form.append(dom.button(w.label, () => range.set(w.from, w.to)));
    }
    if (range.stretch) {
      form.append(dom.button("All", range.clear));
    }
    parts.push(dom.element("p", "sub", "Drag over a stretch to look closer, or type it (minutes:seconds); double-click to see all. Shaded: not measured."), form);
    if (range.stretch && data.rows) {
      const s = grid.sum([data.rows.get("")], range.stretch, end);
      const figures = dom.terms([
        ["Requests", format.number(s.total)], ["Throughput", format.rate(s.rate)], ["Errors", format.share(s.errorRate)],
        ["p50", format.millis(s.percentile(50))], ["p90", format.millis(s.percentile(90))], ["p95", format.millis(s.percentile(95))],
        ["p99", format.millis(s.percentile(99))], ["Max", format.millis(s.max)]]);
      figures.classList.add("figures");
      figures.id = "stretch-figures";
      const place = dom.element("div", "zoomed", dom.element("b", "", "From " + range.words()), figures,
        dom.element("p", "sub", "From the histograms of this stretch, to 1 %. The requests' table and the distribution below are of the same stretch."));
      place.setAttribute("role", "status");
      parts.push(place);
    }
    return parts;
  }

  function render(data, redraw) {
    const t = data.timeline;
    if (!t.time.length) {
      dom.refill("time", [dom.element("p", "", "No second of the run was recorded.")]);
      return;
    }
    const shaded = windows(data);
    const keys = ["p50", "p90", "p95", "p99", "max"];
    const tones = ["--c1", "--c2", "--c3", "--c4", "--c5"];
    const lines = keys.map((key, i) => charts.line(key, tones[i], format.millis, key === "max" ? {dash: [4, 4], width: 1.2} : {}));
    const choose = name => {
      logarithmic = name === "log";
      redraw();
    };
    const parts = [...stretch(data, redraw),
      dom.element("h3", "", "Response time", choice(["linear", "log"], logarithmic ? "log" : "linear", choose)),
      charts.draw("latency " + logarithmic, "Response time percentiles over time", 300,
        charts.overTime(shaded, {y: logarithmic ? {distr: 3, range: charts.logRange} : charts.fromZero},
          [millisAxis(logarithmic ? {filter: charts.decades} : {})], lines),
        [t.time, ...keys.map(key => logarithmic ? charts.positive(t[key]) : t[key])])];
    for (const series of data.target_series || []) {
      parts.push(dom.element("h3", "", "Of the target: ", dom.outside(series.name)),
        charts.draw("target " + series.name, "Of the target: " + series.name, 150,
          charts.overTime(shaded, {y: charts.fromZero}, [rateAxis()], [
            charts.line("value", "--c6", format.number),
            charts.line("bound", "--c4", format.number, {dash: [5, 4], width: 1.2}),
          ]), [series.times, series.values, series.times.map(() => series.bound)]));
    }
    parts.push(...throughput(t, shaded), ...errors(t, shaded));
    if (data.rows && data.rows.get("").cells.some(cell => cell.ok.times.length + cell.failed.times.length)) {
      parts.push(dom.element("h3", "", "Heat map of response times"),
        charts.heat("heat", "How many requests took how long, over time", 240, data.rows.get(""), shaded));
    }
    dom.refill("time", parts);
  }

  function throughput(t, shaded) {
    const planned = t.planned_users.some(v => v > 0);
    return [dom.element("h3", "", "Users and throughput"),
      charts.draw("throughput", "Users and throughput over time", 220,
        charts.overTime(shaded, {y: charts.fromZero, users: charts.fromZero}, [rateAxis(), rightAxis("users", v => format.number(v))], [
          charts.line("requests/s", "--c1", format.rate, {fill: "rgba(60, 140, 200, .10)"}),
          charts.line("users (right)", "--c6", format.number, {scale: "users"}),
          ...planned ? [charts.line("planned users (right)", "--c5", format.number, {scale: "users", dash: [4, 4], width: 1.2})] : [],
        ]), [t.time, t.finished_rate, t.users, ...planned ? [t.planned_users] : []])];
  }

  function errors(t, shaded) {
    const kinds = Object.keys(t.outcomes).filter(key => key !== "ok");
    const tones = ["--c4", "--c3", "--c6", "--c1", "--c2", "--c5"];
    const dropped = t.dropped_rate.some(v => v > 0);
    const lines = kinds.map((key, i) => charts.line(key + "/s", tones[i % tones.length], format.rate, i ? {} : {fill: "rgba(210, 80, 70, .14)"}));
    return [dom.element("h3", "", "Errors by outcome"),
      charts.draw("errors", "Errors over time", 160,
        charts.overTime(shaded, {y: charts.fromZero}, [rateAxis()], [
          ...kinds.length ? lines : [charts.line("failed/s", "--c4", format.rate)],
          ...dropped ? [charts.line("dropped arrivals/s", "--c5", format.rate, {dash: [4, 4]})] : [],
        ]), [t.time, ...kinds.length ? kinds.map(key => t.outcomes[key]) : [t.failed_rate], ...dropped ? [t.dropped_rate] : []])];
  }

  /** Percentiles and rates over time of some rows of the grid. */
  function ofRows(key, label, rows, shaded) {
    const c = grid.columns(rows);
    return [
      charts.draw(key + " latency", "Response time of " + label + " over time", 200,
        charts.overTime(shaded, {y: charts.fromZero}, [millisAxis()], [
          charts.line("p50", "--c1", format.millis), charts.line("p95", "--c3", format.millis), charts.line("p99", "--c4", format.millis),
          charts.line("max", "--c5", format.millis, {dash: [4, 4], width: 1.2})]), [c.time, c.p50, c.p95, c.p99, c.max]),
      charts.draw(key + " rate", "Throughput and errors of " + label + " over time", 130,
        charts.overTime(shaded, {y: charts.fromZero}, [rateAxis()], [
          charts.line("requests/s", "--c1", format.rate), charts.line("failed/s", "--c4", format.rate)]), [c.time, c.rate, c.failed])];
  }

  return {render, windows, ofRows, millisAxis, rateAxis, rightAxis};
})();
