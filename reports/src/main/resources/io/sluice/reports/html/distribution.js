"use strict";
// The percentile distribution: response times against 1 / (1 - p) on a logarithmic axis.
const distribution = (() => {
  const percent = inverse => (100 * (1 - 1 / inverse)).toFixed(Math.max(0, Math.round(Math.log10(inverse)) - 2)) + "%";

  /** A chart of curves {label, tone, inverse, ms, dash}. */
  function chart(key, label, height, curves) {
    const maps = curves.map(curve => new Map(curve.inverse.map((x, i) => [x, curve.ms[i]])));
    const xs = [...new Set(maps.flatMap(map => [...map.keys()]))].sort((a, b) => a - b);
    return charts.draw(key, label, height, {
      legend: {live: true},
      cursor: {y: false, drag: {x: false, y: false}},
      scales: {x: {time: false, distr: 3, range: (u, min, max) => [1, Math.max(10, max)]}, y: charts.fromZero},
      axes: [
        charts.axis({size: 32, gap: 8, values: (u, ticks) => ticks.map(v => v === null ? "" : percent(v)), filter: (u, splits) => splits.map(v => Number.isInteger(Math.round(Math.log10(v) * 1e6) / 1e6) ? v : null)}),
        timeline.millisAxis(),
      ],
      series: [
        {label: "percentile", value: (u, v) => v === null ? format.NONE : (100 * (1 - 1 / v)).toFixed(Math.max(1, Math.ceil(Math.log10(v)))) + "%"},
        ...curves.map(curve => charts.line(curve.label, curve.tone, format.millis, {spanGaps: true, width: curve.dash ? 1.6 : 2, dash: curve.dash})),
      ],
    }, [xs, ...maps.map(map => xs.map(x => map.has(x) ? map.get(x) : null))]);
  }

  function render(data) {
    const {response, service} = data.curves;
    if (range.stretch && data.rows) {
      const sum = grid.sum([data.rows.get("")], range.stretch, data.summary.duration_seconds);
      dom.refill("distribution", sum.total
        ? [dom.element("p", "sub", "Response times of all requests that ended from " + range.words() + "."),
          chart("distribution of a stretch", "Percentile distribution of the response time in the stretch", 300, [{label: "response time", tone: "--c1", ...sum.curve()}])]
        : [dom.element("p", "", "No request ended from " + range.words() + ".")]);
      return;
    }
    if (!response.ms.length) {
      dom.refill("distribution", [dom.element("p", "", "No request finished in a measured window.")]);
      return;
    }
    dom.refill("distribution", [
      dom.element("p", "sub", "Response time counts from the intended start, service time from the moment the request was written. "
        + "A gap between them is time spent waiting to be sent."),
      chart("distribution", "Percentile distribution of response and service time", 300, [
        {label: "response time", tone: "--c1", ...response},
        {label: "service time", tone: "--c2", dash: [5, 4], ...service}])]);
  }

  return {render, chart};
})();
