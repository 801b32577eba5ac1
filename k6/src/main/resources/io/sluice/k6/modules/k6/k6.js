// check, group, sleep, fail, randomSeed: the module "k6".
const host = __sluice.k6();
const AsyncFunction = (async () => {}).constructor;

function refuseAsync(fn, where) {
  if (fn instanceof AsyncFunction) {
    throw new TypeError(`${where}() does not support async functions as arguments: await before, and give it the value`);
  }
}

function text(tags) {
  let flat = '';
  if (tags !== undefined && tags !== null) for (const key in tags) flat += key + '\0' + tags[key] + '\0';
  return flat;
}

export function check(value, sets, tags) {
  if (sets === null || typeof sets !== 'object') {
    throw new TypeError('check() needs an object of names and conditions as its second argument');
  }
  const flat = tags === undefined ? '' : text(tags);
  let all = true;
  for (const name in sets) {
    if (name.includes('::')) throw new Error("group and check names may not contain '::'");
    let passed = sets[name];
    if (typeof passed === 'function') {
      try {
        refuseAsync(passed, 'check');
        passed = passed(value);
      } catch (e) {
        host.check(name, false, flat);
        throw e;
      }
    }
    const ok = !!passed;
    host.check(name, ok, flat);
    if (!ok) all = false;
  }
  return all;
}

export function group(name, fn) {
  if (typeof fn !== 'function') throw new TypeError('group() needs a function as its second argument');
  refuseAsync(fn, 'group');
  const since = host.now();
  const outer = host.enterGroup(String(name));
  try {
    return fn();
  } finally {
    host.leaveGroup(outer, since);
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
