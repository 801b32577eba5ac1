"use strict";
// The load generator itself: what it added to every time, and what it had to work with.
const generator = (() => {
  function render(data) {
    const g = data.summary.generator;
    const t = data.timeline;
    const windows = timeline.windows(data);
    const parts = [dom.element("p", "sub", "What the load generator itself added. Its lateness is part of every response time.")];
    const spread = times => times.samples ? "p50 " + format.millis(times.p50) + ", p99 " + format.millis(times.p99) + ", max " + format.millis(times.max) : format.NONE;
    const of = (used, most) => format.number(used) + (most ? " of " + format.number(most) : "");
    parts.push(dom.terms([
      ["Lag (released after intended)", spread(g.lag_ms)],
      ["Wait for a connection", spread(g.connection_wait_ms)],
      ["Loop delay", spread(g.loop_delay_ms)],
      ["Answers lay before they were handled, at most", spread(g.receive_uncertainty_ms)],
      ["Process delay", spread(g.process_delay_ms)],
      ["Connect, with TLS", spread(g.connect_ms)],
      ["Loops busy", format.share(g.busy_share)],
      ["CPU time", format.number(g.cpu_seconds) + "s, " + format.share(g.cpu_share) + " of what there was"],
      ["Garbage collection pauses", format.number(g.gc_seconds) + "s"],
      ["CPU taken by the hypervisor", format.number(g.steal_seconds) + "s"],
      ["Stopped by its CPU quota", format.number(g.throttled_seconds) + "s, in " + format.number(g.throttled_periods) + " periods"],
      ["Some thread of the machine waited for a CPU", format.number(g.pressure_seconds) + "s"],
      ["Clock jumps", format.number(g.clock_jump_seconds) + "s"],
      ["Bytes that sockets did not take at once", format.bytes(g.bytes_not_taken)],
      ["File descriptors, at most", of(g.descriptors, g.descriptors_max)],
      ["Connections, at most", of(g.connections, g.connections_max)],
      ["Connections opened", format.number(g.connects)],
      ["Requests sent again", format.number(g.retries)],
      ["Redirects refused", format.number(g.redirects_refused)],
    ]));
    if (g.loops.length) {
      parts.push(dom.element("h3", "", "Loops"), ...tables.loops(g));
    }
    if (t.time.length) {
      parts.push(dom.element("h3", "", "Over time"), ...overTime(t, windows));
    }
    dom.refill("generator", parts);
  }

  function overTime(t, windows) {
    return [charts.draw("generator", "The generator's lateness and load over time", 200,
      charts.overTime(windows, {y: charts.fromZero, share: {range: [0, 1]}}, [
        charts.axis({size: 64, values: (u, ticks) => ticks.map(format.millis)}),
        charts.axis({scale: "share", side: 1, size: 52, grid: {show: false}, values: (u, ticks) => ticks.map(format.share)}),
      ], [
        charts.line("lag p99", "--c4", format.millis),
        charts.line("loop delay p99", "--c3", format.millis),
        charts.line("busy (right)", "--c5", format.share, {scale: "share", dash: [4, 4]}),
      ]), [t.time, t.lag_p99, t.loop_delay_p99, t.busy_share]),
    charts.draw("generator cpu", "The generator's share of the CPU over time, and what was taken from it", 160,
      charts.overTime(windows, {y: charts.fromZero}, [
        charts.axis({size: 64, values: (u, ticks) => ticks.map(format.share)}),
      ], [
        charts.line("CPU used", "--c5", format.share),
        charts.line("taken by the hypervisor", "--c3", format.share),
        charts.line("stopped by the quota", "--c4", format.share),
      ]), [t.time, t.cpu_share, t.steal_share, t.throttled_share])];
  }

  return {render};
})();
