"use strict";
// Renders the data of a run, embedded in the page or fed while the run goes on: every section is a function of it.
(() => {
  let data = null;

  function masthead(data) {
    const s = data.summary;
    document.title = s.name + ": " + (data.running ? "running" : data.verdict ? data.verdict.verdict : "A and B");
    dom.section("run-name").replaceChildren(dom.outside(s.name));
    const started = new Date(s.started);
    dom.section("run-line").replaceChildren();
    dom.add(dom.section("run-line"), [s.profile ? [dom.outside(s.profile), " · "] : "",
      started.toLocaleString(undefined, {dateStyle: "medium", timeStyle: "short"}), " · ",
      format.duration(s.duration_seconds), data.running ? " of " + format.duration(data.planned_seconds) : ""]);
  }

  function method(data) {
    const s = data.summary;
    const v = data.verdict;
    dom.section("method").classList.add("method");
    const mono = text => dom.element("span", "mono", dom.outside(text));
    const judged = !v ? "" : v.statistics === "point"
      ? "Objectives compare the estimate alone with the threshold: intervals play no part in this verdict."
      : "An objective passes when its whole " + format.share(v.confidence) + " interval is on the good side of the threshold, fails when all of it is on the "
        + "bad side, and is inconclusive when the evidence does not decide.";
    dom.refill("method", [
      dom.element("p", "", "A response time counts from the moment the plan wanted the request to start until the last byte of its answer, "
        + "so it holds every wait. In an objective a failed request counts as slower than any threshold; tables and charts show the time it took. Percentiles come from merged histograms "
        + "with three significant digits, never from other percentiles."),
      dom.element("p", "", judged),
      dom.terms([
      ["Started", dom.outside(s.started)],
      ["Plan digest (SHA-256)", mono(s.digest)],
      ["Seed", mono(data.seed)],
      ...Object.entries(s.facts).map(([key, value]) => [dom.outside(key), dom.outside(value)]),
    ])]);
  }

  function render() {
    masthead(data);
    verdict.headline(data);
    verdict.tiles(data);
    verdict.objectives(data);
    verdict.load(data);
    comparison.render(data);
    timeline.render(data, render);
    distribution.render(data);
    requests.render(data, render);
    evidence.errors(data, render);
    evidence.slowest(data, render);
    tables.checks(data.summary);
    tables.metrics(data.summary);
    generator.render(data);
    method(data);
    charts.settle();
    performance.mark("rendered");
    document.documentElement.dataset.rendered = String(Number(document.documentElement.dataset.rendered || 0) + 1);
  }

  async function take(next) {
    try {
      next.rows = await grid.read(next.grid, data && data.rows);
      next.otherRows = next.other ? await grid.read(next.other) : null;
    } catch (e) {
      next.rows = null; // an old browser: all but what needs the histograms
    }
    data = next;
    render();
  }

  let taken = Promise.resolve();

  /** One after the other: data may go on from those before. */
  function show(next) {
    taken = taken.then(() => take(next));
  }

  range.onChange(() => data && render());
  const embedded = dom.section("data").textContent;
  const feed = document.querySelector("meta[name=feed]");
  if (embedded.trim()) {
    show(JSON.parse(embedded));
  } else if (feed) {
    live.follow(feed.content, show);
  }
})();
