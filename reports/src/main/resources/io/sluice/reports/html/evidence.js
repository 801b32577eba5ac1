"use strict";
// Single requests that were kept as evidence: failures of each kind, and the slowest.
const evidence = (() => {
  const PHASES = [["waited to be started", "lag"], ["waited for a connection", "connection_wait"], ["name look-up", "lookup"], ["connect", "connect"], ["TLS", "tls"],
    ["waited for the answer", "wait"], ["download", "download"]];
  const open = new Set();

  function pre(title, text) {
    return text ? [dom.element("h4", "", title), dom.element("pre", "", dom.outside(text))] : [];
  }

  /** One request: where it went, how long each part took, what came back. */
  function single(s) {
    return dom.element("div", "single",
      dom.element("p", "mono", s.method + " ", dom.outside(s.url)),
      dom.terms([
        ["At", format.clock(s.at_seconds)], ["Response time", format.millis(s.response_ms)],
        ...PHASES.map(([label, key]) => [label, s.phases_ms[key] === null || s.phases_ms[key] === undefined ? "" : format.millis(s.phases_ms[key])]),
        ["Status", s.status ? String(s.status) : ""], ["Outcome", s.outcome],
        ["traceparent", s.traceparent ? dom.element("span", "mono", dom.outside(s.traceparent)) : ""]]),
      ...pre("Headers of the answer", s.headers), ...pre(s.body_bytes > s.body.length ? "Body (its first part)" : "Body", s.body));
  }

  function opener(key, text, redraw) {
    const button = dom.button("", () => {
      open.has(key) ? open.delete(key) : open.add(key);
      redraw();
    });
    button.className = "opener";
    button.append(dom.outside(text));
    button.setAttribute("aria-expanded", String(open.has(key)));
    button.setAttribute("data-key", key);
    return button;
  }

  function errors(data, redraw) {
    const list = data.summary.errors.map(e => ({...e, key: "error " + e.request + "\n" + e.outcome + "\n" + e.detail}));
    if (!list.length) {
      dom.refill("errors", [dom.element("p", "", "No request of the run failed.")]);
      return;
    }
    const seen = e => (data.examples || []).find(x => x.request === e.request && x.outcome === e.outcome && x.detail === e.detail);
    const when = (head, key) => ({head, value: e => e[key], show: e => format.clock(e[key])});
    dom.refill("errors", [dom.element("p", "sub", "Of the whole run, warm-up included. An underlined detail opens an example."),
      ...tables.sortable("errors", [
        {head: "Request", text: true, value: e => e.request, show: e => dom.outside(e.request)},
        {head: "Outcome", text: true, value: e => e.outcome},
        {head: "Detail", text: true, value: e => e.detail, show: e => seen(e) ? opener(e.key, e.detail || "example", redraw) : dom.outside(e.detail)},
        {head: "Count", value: e => e.count, show: e => format.number(e.count)},
        when("First", "first_seconds"), when("Last", "last_seconds"),
      ], list, null, {search: "Find an error", caption: "Errors of the whole run", under: e => open.has(e.key) && seen(e) ? single(seen(e)) : null})]);
  }

  function slowest(data, redraw) {
    const list = (data.slowest || []).map((s, i) => ({...s, key: "slow " + i}));
    const phase = (head, key) => ({head, value: s => s.phases_ms[key], show: s => format.millis(s.phases_ms[key])});
    dom.refill("slowest", !list.length ? [] : [
      dom.element("p", "sub", "The slowest of each request in the whole run, and where their time went."),
      ...tables.sortable("slowest", [
        {head: "Request", text: true, value: s => s.request, show: s => opener(s.key, s.request, redraw)},
        {head: "At", value: s => s.at_seconds, show: s => format.clock(s.at_seconds)},
        {head: "Response time", value: s => s.response_ms, show: s => format.millis(s.response_ms)},
        phase("Lag", "lag"), phase("Connection", "connection_wait"), phase("Wait", "wait"), phase("Download", "download"),
        {head: "Status", value: s => s.status, show: s => s.status || format.NONE},
      ], list, null, {caption: "The slowest requests", under: s => open.has(s.key) ? single(s) : null})]);
  }

  return {errors, slowest};
})();
