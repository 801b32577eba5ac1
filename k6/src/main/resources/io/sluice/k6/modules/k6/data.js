// SharedArray: the module "k6/data".
const host = __sluice.data();

function frozen(value) {
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) frozen(value[key]);
    Object.freeze(value);
  }
  return value;
}

function build(name, fn) {
  if (fn.constructor.name === 'AsyncFunction') {
    throw new TypeError('SharedArray constructor does not support async functions as second argument');
  }
  const array = fn();
  if (!Array.isArray(array)) throw new TypeError('only arrays can be made into SharedArray');
  return host.keep(name, array.map((element) => JSON.stringify(element === undefined ? null : element)));
}

const INDEX = /^(?:0|[1-9]\d*)$/;
const refuse = () => { throw new TypeError('SharedArray is immutable'); };

// Looks like an array; every access parses the element anew, so that no user holds the whole.
export function SharedArray(name, fn) {
  host.onlyInInit();
  if (typeof name !== 'string' || name === '') throw new TypeError('empty name provided to SharedArray\'s constructor');
  if (typeof fn !== 'function') throw new TypeError('a function is expected as the second argument of SharedArray\'s constructor');
  const shared = host.find(name) || build(name, fn);
  const length = shared.size();
  const at = (key) => {
    const index = Number(key);
    return index < length ? frozen(JSON.parse(shared.get(index))) : undefined;
  };
  const target = [];
  return new Proxy(target, {
    get(_, key) {
      if (typeof key === 'string') {
        if (key === 'length') return length;
        if (INDEX.test(key)) return at(key);
      }
      return target[key];
    },
    has: (_, key) => (typeof key === 'string' && INDEX.test(key) ? Number(key) < length : key in target),
    ownKeys: () => [...Array.from({ length }, (_, i) => String(i)), 'length'],
    getOwnPropertyDescriptor(_, key) {
      if (key === 'length') return { value: 0, writable: true, enumerable: false, configurable: false };
      return typeof key === 'string' && INDEX.test(key) && Number(key) < length
        ? { value: at(key), writable: false, enumerable: true, configurable: true }
        : undefined;
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    preventExtensions: refuse,
    setPrototypeOf: refuse,
  });
}

export default { SharedArray };
