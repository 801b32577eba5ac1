"use strict";
// Writes figures; what does not exist is a dash.
const format = (() => {
  const NONE = "–";
  const missing = value => value === null || value === undefined || Number.isNaN(value);

  /** Three digits that count, and all digits of larger whole numbers. */
  function number(value) {
    if (missing(value)) {
      return NONE;
    }
    const size = Math.abs(value);
    const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
    const text = value.toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits});
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  }

  function millis(value) {
    if (missing(value)) {
      return NONE;
    }
    if (value >= 1000) {
      return number(value / 1000) + "s";
    }
    return value >= 1 || value === 0 ? number(value) + "ms" : number(value * 1000) + "µs";
  }

  function share(value) {
    if (missing(value)) {
      return NONE;
    }
    return (value * 100).toFixed(2).replace(/\.?0+$/, "") + "%";
  }

  const rate = value => missing(value) ? NONE : number(value) + "/s";

  function clock(seconds) {
    if (missing(seconds)) {
      return NONE;
    }
    const whole = Math.floor(seconds + 1e-9);
    const two = n => String(n).padStart(2, "0");
    return whole >= 3600
      ? Math.floor(whole / 3600) + ":" + two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60)
      : Math.floor(whole / 60) + ":" + two(whole % 60);
  }

  function duration(seconds) {
    return seconds >= 60 ? clock(seconds) + (seconds >= 3600 ? " h" : " min") : number(seconds) + "s";
  }

  function bytes(value) {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let i = 0;
    while (value >= 1000 && i < units.length - 1) {
      value /= 1000;
      i++;
    }
    return number(value) + " " + units[i];
  }

  /** Reads minutes:seconds, hours:minutes:seconds or seconds; NaN if it is none of them. */
  function seconds(text) {
    return text.trim().split(":").reduce((sum, part) => part === "" ? NaN : sum * 60 + Number(part), 0);
  }

  return {NONE, seconds, number, millis, share, rate, clock, duration, bytes};
})();
