"use strict";
// Charts by uPlot. A chart has a key: drawn again under the same key it keeps its place and what is hidden in it.
const charts = (() => {
  const LABEL_BAND = 16;
  const drawn = new Map();
  let fresh = new Set();
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

  /** The place of a chart; it follows the width of that place and the colours of the page. */
  function draw(key, label, height, options, data) {
    const entry = drawn.get(key) || {place: dom.element("div", "chart"), plot: null};
    const shape = JSON.stringify([height, options.scales, (options.series || []).map(s => s.label)]);
    entry.place.setAttribute("role", "img");
    entry.place.setAttribute("aria-label", label);
    const same = entry.plot && entry.shape === shape;
    Object.assign(entry, {options, data, height, shape, bare: options.bare});
    drawn.set(key, entry);
    fresh.add(key);
    if (same) {
      entry.plot.hooks.drawClear = options.hooks && options.hooks.drawClear || [];
      entry.plot.hooks.draw = options.hooks && options.hooks.draw || [];
      entry.plot.setData(data);
    } else {
      destroy(entry);
    }
    return entry.place;
  }

  function destroy(entry) {
    if (entry.plot) {
      entry.plot.destroy();
      entry.plot = null;
    }
  }

  /** Draws what has a place on the page by now, and forgets charts that were not asked for again. */
  function settle() {
    for (const [key, entry] of drawn) {
      if (!fresh.has(key) && !entry.place.isConnected) {
        destroy(entry);
        drawn.delete(key);
      } else if (!entry.plot && entry.place.isConnected) {
        render(entry);
      }
    }
    fresh = new Set();
  }

  function render(entry) {
    destroy(entry);
    const width = entry.bare ? entry.options.width : Math.max(200, entry.place.clientWidth);
    entry.plot = new uPlot({...entry.options, width, height: entry.height}, entry.data, entry.place);
  }

  const clockSteps = [.1, .2, .5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

  /** Options of a chart over time: a stretch is chosen by dragging, all is shown by a double click. */
  function overTime(windows, scales, axes, series) {
    return {
      cursor: {sync: {key: "time", filters: {sub: type => type === "mousemove" || type === "mouseleave"}}, y: false, drag: {x: true, y: false, setScale: false}, bind: {dblclick: () => () => range.clear()}},
      select: {show: true},
      legend: {live: true},
      padding: [LABEL_BAND + 4, null, null, null],
      scales: {x: {time: false, range: (u, min, max) => range.stretch ? [range.stretch.from, range.stretch.to] : [min, max]}, ...scales},
      axes: [axis({size: 32, gap: 8, values: (u, ticks) => ticks.map(format.clock), incrs: clockSteps}), ...axes],
      series: [{label: "at", value: (u, v) => format.clock(v)}, ...series],
      hooks: {
        drawClear: [shadeWindows(windows)],
        setSelect: [u => {
          const {left, width} = u.select;
          if (width > 3) {
            const from = u.posToVal(left, "x");
            const to = u.posToVal(left + width, "x");
            u.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
            range.set(Math.max(0, from), to);
          }
        }],
      },
    };
  }

  /** A few pixels of a line: how a value went. */
  function spark(key, label, time, values, tone) {
    return draw(key, label, 26, {
      bare: true, width: 116, legend: {show: false}, cursor: {show: false}, select: {show: false}, padding: [3, 2, 3, 2],
      scales: {x: {time: false}, y: fromZero}, axes: [{show: false}, {show: false}],
      series: [{}, {stroke: () => color(tone), width: 1.4, points: {show: false}, spanGaps: true}],
    }, [time, values]);
  }

  /** How many ended in which time, as a cloud: time along x, response time up a logarithmic y. */
  function heat(key, label, height, row, windows) {
    const STEPS = 8;
    const level = ms => Math.floor(Math.log2(Math.max(ms, 1e-3)) * STEPS);
    const cells = row.cells.map(cell => {
      const levels = new Map();
      for (const {buckets, times} of [cell.ok, cell.failed]) {
        buckets.forEach((b, i) => levels.set(level(grid.lowest(b)), (levels.get(level(grid.lowest(b))) || 0) + times[i]));
      }
      return levels;
    });
    const all = cells.flatMap(levels => [...levels.keys()]);
    const low = 2 ** (Math.min(...all) / STEPS);
    const high = 2 ** ((Math.max(...all) + 1) / STEPS);
    const most = Math.max(...cells.flatMap(levels => [...levels.values()]));
    const paint = u => {
      const ctx = u.ctx;
      ctx.save();
      ctx.beginPath();
      ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
      ctx.clip();
      ctx.fillStyle = color("--c1");
      cells.forEach((levels, c) => {
        const left = Math.round(u.valToPos(c * row.seconds, "x", true));
        const right = Math.round(u.valToPos((c + 1) * row.seconds, "x", true));
        for (const [l, count] of levels) {
          const top = Math.round(u.valToPos(2 ** ((l + 1) / STEPS), "y", true));
          const bottom = Math.round(u.valToPos(2 ** (l / STEPS), "y", true));
          ctx.globalAlpha = .1 + .9 * Math.log1p(count) / Math.log1p(most);
          ctx.fillRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        }
      });
      ctx.restore();
    };
    const options = overTime(windows, {y: {distr: 3, range: () => [low, high]}},
      [axis({size: 64, values: (u, ticks) => ticks.map(v => v === null ? "" : format.millis(v)), filter: decades})],
      [{label: "response time", show: true, paths: () => null, points: {show: false}}]);
    options.legend = {show: false};
    options.hooks.draw = [paint];
    const time = cells.map((levels, c) => c * row.seconds);
    return draw(key, label, height, options, [[...time, cells.length * row.seconds], [...time.map(() => low), high]]);
  }

  /** Ticks of a logarithmic axis: powers of ten, or more where they would be too few. */
  function decades(u, splits) {
    const tens = splits.filter(v => Number.isInteger(Math.round(Math.log10(v) * 1e9) / 1e9));
    return splits.map(v => tens.length > 1 ? (tens.includes(v) ? v : null) : (/^[125]/.test(v.toPrecision(1)) ? v : null));
  }

  /** A scale from 0 to a little above the largest value, never empty. */
  const fromZero = {range: (u, min, max) => [0, max > 0 ? max * 1.08 : 1]};

  function logRange(u, min, max) {
    return min > 0 ? [10 ** Math.floor(Math.log10(min)), 10 ** Math.ceil(Math.log10(max * 1.001))] : [1, 10];
  }

  addEventListener("resize", () => drawn.forEach(entry => {
    const width = entry.place.clientWidth;
    if (entry.plot && !entry.bare && width > 0 && width !== entry.plot.width) {
      entry.plot.setSize({width, height: entry.height});
    }
  }));
  const again = () => drawn.forEach(entry => entry.place.isConnected && render(entry));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("beforeprint", again);

  return {axis, line, draw, overTime, spark, heat, settle, fromZero, logRange, decades, positive};
})();
