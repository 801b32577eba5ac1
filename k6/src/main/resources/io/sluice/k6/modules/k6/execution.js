// What a script can know of the run around it: the module "k6/execution".
const host = __sluice.execution();

const readOnly = (getters) => {
  const object = {};
  for (const name of Object.keys(getters)) Object.defineProperty(object, name, { enumerable: true, get: getters[name] });
  return Object.freeze(object);
};

export const scenario = readOnly({
  name: () => host.scenarioText('name'),
  executor: () => host.scenarioText('executor'),
  startTime: () => host.scenarioNumber('startTime'),
  progress: () => host.scenarioNumber('progress'),
  iterationInInstance: () => host.scenarioNumber('iterationInInstance'),
  iterationInTest: () => host.scenarioNumber('iterationInTest'),
});

export const instance = readOnly({
  iterationsInterrupted: () => host.instance('iterationsInterrupted'),
  iterationsCompleted: () => host.instance('iterationsCompleted'),
  vusActive: () => host.instance('vusActive'),
  vusInitialized: () => host.instance('vusInitialized'),
  currentTestRunDuration: () => host.instance('currentTestRunDuration'),
});

const sentence = (what, reason) => (reason === undefined || reason === null ? what : `${what}: ${reason}`);

// k6 shows what the shortcuts came to, a scenario, and not the shortcuts.
const consolidated = (json) => {
  const { vus, iterations, duration, stages, ...rest } = JSON.parse(json, (_, value) => Object.freeze(value));
  return Object.freeze(rest);
};

export const test = {
  abort(reason) { host.abort(sentence('test aborted', reason)); },
  fail(reason) { host.fail(sentence('test marked as failed', reason)); },
  get options() { return consolidated(host.options()); },
};

const entries = () => {
  const flat = host.tags().split('\0');
  const all = {};
  for (let i = 0; i + 1 < flat.length; i += 2) all[flat[i]] = flat[i + 1];
  return all;
};

const tags = new Proxy({}, {
  get: (_, key) => {
    if (key === 'toJSON') return entries;
    const value = typeof key === 'string' ? host.tag(key) : null;
    return value === null ? undefined : value;
  },
  has: (_, key) => typeof key === 'string' && host.tag(key) !== null,
  ownKeys: () => Object.keys(entries()),
  getOwnPropertyDescriptor: (_, key) => {
    const value = typeof key === 'string' ? host.tag(key) : null;
    return value === null ? undefined : { value, writable: true, enumerable: true, configurable: true };
  },
  set(_, key, value) {
    const kind = typeof value;
    if (kind !== 'string' && kind !== 'number' && kind !== 'boolean') {
      throw new TypeError(`only String, Boolean and Number types are accepted as a metric tag value, and "${String(key)}" is none`);
    }
    host.setTag(String(key), String(value));
    return true;
  },
  deleteProperty(_, key) {
    host.setTag(String(key), null);
    return true;
  },
});

const metadata = {};

export const vu = {
  get idInInstance() { return host.vu('idInInstance'); },
  get idInTest() { return host.vu('idInTest'); },
  get iterationInInstance() { return host.vu('iterationInInstance'); },
  get iterationInScenario() { return host.vu('iterationInScenario'); },
  tags,
  metrics: { tags, metadata },
};

export default { scenario, instance, test, vu };
