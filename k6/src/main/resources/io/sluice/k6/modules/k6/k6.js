// check, group, sleep, fail, randomSeed: the module "k6".
const host = __sluice.k6();
const AsyncFunction = (async () => {}).constructor;

function refuseAsync(fn, where) {
  if (fn instanceof AsyncFunction) {
    throw new TypeError(`${where}() does not support async functions as arguments: await before, and give it the value`);
  }
}

const { keys } = Object; // for an interpreter a loop over these is half the work of for-in

function text(tags) {
  let flat = '';
  if (tags !== undefined && tags !== null) for (const key of keys(tags)) flat += `${key}\0${tags[key]}\0`;
  return flat;
}

const conditionOf = (result) => {
  if (result instanceof Promise) {
    result.catch(() => {});
    throw new TypeError('check() does not support async functions as arguments: await before, and give it the value');
  }
  return result;
};

// one try for all conditions: a condition runs in every iteration, and the interpreter pays for each try
export function check(value, sets, tags) {
  if (sets === null || typeof sets !== 'object') {
    throw new TypeError('check() needs an object of names and conditions as its second argument');
  }
  const flat = tags === undefined ? '' : text(tags);
  let all = true;
  let current;
  const names = keys(sets);
  const count = names.length;
  let i = 0;
  try {
    while (i < count) {
      const name = names[i++];
      let passed = sets[name];
      if (typeof passed === 'function') {
        current = name;
        passed = passed(value);
        if (typeof passed === 'object') passed = conditionOf(passed);
        current = undefined;
      }
      if (passed) host.check(name, true, flat);
      else {
        host.check(name, false, flat);
        all = false;
      }
    }
  } catch (e) {
    if (current !== undefined) host.check(current, false, flat);
    throw e;
  }
  return all;
}

export function group(name, fn) {
  if (typeof fn !== 'function') throw new TypeError('group() needs a function as its second argument');
  refuseAsync(fn, 'group');
  host.enterGroup(String(name));
  try {
    return fn();
  } finally {
    host.leaveGroup();
  }
}

export function sleep(seconds) {
  const number = Number(seconds);
  if (!(number > 0)) {
    host.notInInit('using sleep()');
    return;
  }
  host.sleep(number);
}

export function fail(message) {
  throw new Error(message === undefined ? '' : String(message));
}

export function randomSeed(seed) {
  host.seed(Number(seed));
  Math.random = () => host.random();
}

export default { check, group, sleep, fail, randomSeed };
