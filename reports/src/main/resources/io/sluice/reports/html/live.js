"use strict";
// The feed of a run that goes on: server-sent events, each with all figures; "run" has the times of all stretches, "more" the latest.
const live = (() => {
  function follow(address, show) {
    const source = new EventSource(address);
    const state = dom.element("span", "live", "live");
    dom.section("run-name").after(state);
    for (const name of ["run", "more"]) {
      source.addEventListener(name, event => {
        state.textContent = "live";
        show(JSON.parse(event.data));
      });
    }
    source.addEventListener("end", event => {
      source.close();
      state.remove();
      show(JSON.parse(event.data));
    });
    source.addEventListener("error", () => {
      state.textContent = source.readyState === EventSource.CLOSED ? "the run has gone" : "no connection; trying again";
    });
  }

  return {follow};
})();
