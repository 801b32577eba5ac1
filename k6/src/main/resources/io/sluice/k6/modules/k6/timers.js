// Timers: the module "k6/timers", and the globals of the same names.
const host = __sluice.timers();

const set = (name, repeats) => (callback, delay, ...args) => {
  if (typeof callback !== 'function') throw new TypeError(`${name}() needs a function as its first argument`);
  return host.set(args.length ? () => callback(...args) : () => callback(), Number(delay) || 0, repeats);
};
const clear = (id) => { if (typeof id === 'number') host.clear(id); };

export const setTimeout = set('setTimeout', false);
export const setInterval = set('setInterval', true);
export const clearTimeout = clear;
export const clearInterval = clear;
export default { setTimeout, setInterval, clearTimeout, clearInterval };
