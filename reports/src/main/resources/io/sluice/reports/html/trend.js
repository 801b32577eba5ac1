"use strict";
// How runs of the same scenario and profile went: a chart for each objective, changes, a table.
(() => {
  const MARKS = {PASS: "✓", FAIL: "✕", INCONCLUSIVE: "?"};
  const TONES = {PASS: "--good", FAIL: "--bad", INCONCLUSIVE: "--doubt"};
  const CHANGES = {REGRESSION: "FAIL", NO_REGRESSION: "PASS", IMPROVED: "PASS", INCONCLUSIVE: "INCONCLUSIVE"};
  const FORMATS = {
    ms: format.millis,
    share: format.share,
    per_second: format.rate,
    bytes_per_second: value => value === null ? format.NONE : format.bytes(value) + "/s",
    number: format.number,
  };
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const day = run => new Date(run.started).toLocaleDateString(undefined, {month: "short", day: "numeric"});
  const moment = run => new Date(run.started).toLocaleString(undefined, {dateStyle: "medium", timeStyle: "short"});
  const badge = (look, word) => dom.element("span", "badge " + look, MARKS[look] + " " + word);

  /** A dot for each run in the colour of its verdict, of its own shape where it is not a pass. */
  function dots(objective) {
    return u => {
      const ctx = u.ctx;
      const size = 4.5 * (devicePixelRatio || 1);
      ctx.save();
      objective.estimate.forEach((value, i) => {
        if (value === null) {
          return;
        }
        const x = u.valToPos(i, "x", true);
        const y = u.valToPos(value, "y", true);
        ctx.fillStyle = color(TONES[objective.status[i]] || "--faint");
        ctx.beginPath();
        if (objective.status[i] === "PASS") {
          ctx.arc(x, y, size, 0, 2 * Math.PI);
        } else {
          ctx.rect(x - size, y - size, 2 * size, 2 * size);
        }
        ctx.fill();
      });
      ctx.restore();
    };
  }

  function chart(place, group, objective) {
    const show = FORMATS[objective.unit];
    const runs = group.runs;
    const name = value => runs[value] ? day(runs[value]) : "";
    const whole = values => values.map(value => Number.isInteger(value) ? value : null);
    place.append(dom.element("h3", "", dom.outside(objective.expression)));
    place.append(charts.draw(group.name + "\n" + group.profile + "\n" + objective.expression, objective.expression + " over the last " + runs.length + " runs", 220, {
      cursor: {y: false, drag: {x: false, y: false}},
      legend: {live: true},
      scales: {x: {time: false, range: [-0.5, Math.max(0.5, runs.length - 0.5)]}, y: charts.fromZero},
      bands: [{series: [1, 2], fill: "rgba(60, 140, 200, .16)"}],
      axes: [
        charts.axis({size: 32, gap: 8, incrs: [1, 2, 5, 10, 20, 50, 100], filter: (u, splits) => whole(splits), values: (u, ticks) => ticks.map(v => v === null ? "" : name(v))}),
        charts.axis({size: 64, values: (u, ticks) => ticks.map(show)}),
      ],
      series: [
        {label: "run", value: (u, v) => runs[v] ? moment(runs[v]) : format.NONE},
        charts.line("high", "--c5", show, {width: 1}),
        charts.line("low", "--c5", show, {width: 1}),
        charts.line("estimate", "--c1", show, {width: 2}),
        charts.line("threshold", "--text", show, {dash: [5, 4], width: 1.2, spanGaps: true}),
      ],
      hooks: {draw: [dots(objective)]},
    }, [runs.map((run, i) => i), objective.high, objective.low, objective.estimate, objective.threshold]));
  }

  function changes(group) {
    if (!group.changes.length) {
      return dom.element("p", "", "There are no two comparable runs.");
    }
    return dom.element("ul", "changes", [...group.changes].reverse().map(change => dom.element("li", "",
      badge(CHANGES[change.change], change.change.toLowerCase().replace("_", " ")), " ",
      dom.outside(change.sentence),
      dom.element("div", "how", "The run of ", moment(change.to), ", by " + change.method + "."))));
  }

  function table(group) {
    const heads = ["Verdict", "Run", "Requests", "p95", "Errors", "SLOs"];
    const rows = [...group.runs].reverse().map(run => {
      const cells = [
        ["text", badge(run.verdict, run.verdict)],
        ["text wrap wide", [dom.element("div", "name", moment(run)), dom.element("div", "sentence", dom.outside(run.sentence)),
          dom.element("div", "sentence", dom.outside([run.revision, run.folder].filter(text => text).join(" · ")))]],
        ["", format.number(run.requests)],
        ["", format.millis(run.p95_ms)],
        ["", format.share(run.error_rate)],
        ["", run.slos_passed + " of " + run.slos],
      ];
      return dom.element("tr", "", cells.map(([look, content], i) => {
        const cell = dom.element("td", look, content);
        cell.setAttribute("data-label", heads[i]);
        return cell;
      }));
    });
    const head = heads.map((text, i) => {
      const cell = dom.element("th", i < 2 ? "text" : "", text);
      cell.scope = "col";
      return cell;
    });
    return dom.element("div", "scroll", dom.element("table", "",
      dom.element("thead", "", dom.element("tr", "", head)), dom.element("tbody", "", rows)));
  }

  function section(group) {
    const title = group.name + (group.profile && group.profile !== group.name ? " (" + group.profile + ")" : "");
    const place = dom.element("section", "card runs", dom.element("h2", "", dom.outside(title)));
    document.getElementById("main").append(place);
    place.append(dom.element("p", "sub", "Dots are estimates: round where the objective holds, square where it does not or is not settled. "
      + "Thin lines: the interval; dashed: the threshold."));
    group.objectives.forEach(objective => chart(place, group, objective));
    place.append(dom.element("h3", "", "Against the runs before"), changes(group), dom.element("h3", "", "Runs"), table(group));
  }

  const data = JSON.parse(dom.section("data").textContent);
  const count = data.groups.reduce((sum, group) => sum + group.runs.length, 0);
  dom.add(dom.section("run-line"), [count + (count === 1 ? " run" : " runs") + " of ", dom.outside(data.store)]);
  data.groups.forEach(section);
  charts.settle();
  document.documentElement.dataset.rendered = "1";
})();
