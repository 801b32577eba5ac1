"use strict";
// Charts by uPlot: over time with the plan's windows shaded, and the percentile distribution.
const charts = (() => {
  const LABEL_BAND = 16;
  const drawn = [];
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const positive = values => values.map(v => v !== null && v > 0 ? v : null);

  function axis(options) {
    return {
      stroke: () => color("--soft"),
      grid: {stroke: () => color("--grid"), width: 1},
      ticks: {show: false},
      font: "12px system-ui, sans-serif",
      ...options,
    };
  }

  function line(label, tone, value, options) {
    return {label, stroke: () => color(tone), width: 1.6, value: (u, v) => value(v), spanGaps: false, points: {show: false}, ...options};
  }

  /** Shades what is not measured and names each window that is wide enough for its name. */
  function shadeWindows(windows) {
    return u => {
      const ctx = u.ctx;
      const {left, top, width, height} = u.bbox;
      const ratio = devicePixelRatio || 1;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, 0, width, top + height);
      ctx.clip();
      ctx.font = 11 * ratio + "px system-ui, sans-serif";
      ctx.textBaseline = "top";
      let labelled = -Infinity;
      for (const w of windows) {
        const from = u.valToPos(w.from, "x", true);
        const to = u.valToPos(w.to, "x", true);
        if (!w.measured) {
          ctx.fillStyle = color("--shade");
          ctx.fillRect(from, top, to - from, height);
        }
        const text = dom.visible(w.label);
        const start = Math.max(from, left) + 2 * ratio;
        if (start > labelled && start + ctx.measureText(text).width < Math.min(to, left + width)) {
          ctx.fillStyle = color("--faint");
          ctx.fillText(text, start, top - LABEL_BAND * ratio);
          labelled = start + ctx.measureText(text).width + 6 * ratio;
        }
      }
      ctx.restore();
    };
  }

  /** Adds a chart to a parent; it follows the width of its place and the colours of the page. */
  function draw(parent, label, height, options, data) {
    const place = dom.element("div", "chart");
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", label);
    parent.append(place);
    const entry = {place, options, data, height, plot: null};
    drawn.push(entry);
    render(entry);
    return entry;
  }

  function render(entry) {
    if (entry.plot) {
      entry.plot.destroy();
    }
    const width = Math.max(200, entry.place.clientWidth);
    entry.plot = new uPlot({...entry.options, width, height: entry.height}, entry.data, entry.place);
  }

  /** Replaces what a chart shows. */
  function change(entry, options, data) {
    entry.options = options;
    entry.data = data;
    render(entry);
  }

  const time = {
    options(windows, scales, axes, series) {
      return {
        cursor: {sync: {key: "time"}, y: false, drag: {x: true, y: false}},
        legend: {live: true},
        padding: [LABEL_BAND + 4, null, null, null],
        scales: {x: {time: false}, ...scales},
        axes: [axis({size: 32, gap: 8, values: (u, ticks) => ticks.map(format.clock), incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200]}), ...axes],
        series: [{label: "at", value: (u, v) => format.clock(v)}, ...series],
        hooks: {drawClear: [shadeWindows(windows)]},
      };
    },
  };

  /** A scale from 0 to a little above the largest value, never empty. */
  const fromZero = {range: (u, min, max) => [0, max > 0 ? max * 1.08 : 1]};

  function logRange(u, min, max) {
    return min > 0 ? [10 ** Math.floor(Math.log10(min)), 10 ** Math.ceil(Math.log10(max * 1.001))] : [1, 10];
  }

  addEventListener("resize", () => drawn.forEach(entry => {
    const width = entry.place.clientWidth;
    if (width > 0 && width !== entry.plot.width) {
      entry.plot.setSize({width, height: entry.height});
    }
  }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(render));

  return {axis, line, draw, change, time, fromZero, logRange, positive};
})();
