"use strict";
// The stretch of the run that the reader looks at: all of it, or from a second to another.
const range = (() => {
  const listeners = [];
  let stretch = null;

  function set(from, to) {
    stretch = to > from ? {from, to} : null;
    listeners.forEach(listener => listener());
  }

  const clear = () => set(0, 0);
  const onChange = listener => listeners.push(listener);
  const words = () => stretch ? format.clock(stretch.from) + " to " + format.clock(stretch.to) : "the whole run";

  return {set, clear, onChange, words, get stretch() { return stretch; }};
})();
