// The globals of every user, and the functions through which Java runs a script. Java calls it with the host, __ENV
// and __VU; what it returns is Prelude.java.
(function (host, env, vu) {
  'use strict';
  const global = globalThis;
  const k6 = host.k6();
  const constant = (name, value) =>
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });

  constant('__sluice', host);
  constant('__ENV', env);
  constant('__VU', vu);
  constant('__ITER', 0);

  const shown = (value) => {
    if (typeof value === 'string') return value;
    if (value === null || typeof value !== 'object') return String(value);
    if (value instanceof Error) return String(value);
    try {
      const json = JSON.stringify(value);
      return json === undefined ? String(value) : json;
    } catch (e) {
      return '[object Object]';
    }
  };
  const log = (level) => (...args) => {
    let line = '';
    for (let i = 0; i < args.length; i++) line += (i ? ' ' : '') + shown(args[i]);
    k6.log(level, line);
  };
  constant('console', {
    log: log('INFO'), info: log('INFO'), debug: log('DEBUG'), warn: log('WARN'), error: log('ERROR'), trace: log('DEBUG'),
  });

  constant('open', (path, mode) => {
    const content = host.files().open(String(path), mode === 'b');
    return mode === 'b' ? new ArrayBuffer(content).slice(0) : content;
  });
  constant('require', (name) => {
    const exports = host.require(String(name));
    return exports.__cjs !== undefined ? exports.__cjs : exports;
  });

  // rarely used globals come with their first use
  const late = (name, module) =>
    Object.defineProperty(global, name, {
      configurable: true,
      get() {
        const value = host.require(module)[name];
        constant(name, value);
        return value;
      },
      set(value) { constant(name, value); },
    });
  for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']) late(name, 'k6/timers');
  late('crypto', 'k6/webcrypto');

  let outcome, failed, rejection;
  const track = (result) => {
    outcome = failed = rejection = undefined;
    if (result !== undefined && result !== null && typeof result.then === 'function') {
      result.then((value) => { outcome = value; }, (e) => { failed = true; rejection = e; });
      return true;
    }
    outcome = result;
    return undefined;
  };

  return {
    thrower(type, message) { throw new global[type](message); },
    quote: JSON.stringify,
    parse: JSON.parse,
    toJson: (value) => JSON.stringify(value),
    nothing: undefined,
    run(fn, data, iteration) {
      global.__ITER = iteration;
      const result = fn(data);
      return result === undefined ? undefined : track(result);
    },
    runForValue(fn, data) {
      track(fn(data));
      return 'value';
    },
    runSummary(fn, json) {
      track(fn(JSON.parse(json)));
      return 'summary';
    },
    settled() {
      if (failed) throw rejection;
      return outcome;
    },
    optionsJson(ns) {
      const options = ns.__cjs !== undefined ? ns.__cjs.options : ns.options;
      return options === undefined || options === null ? undefined : JSON.stringify(options);
    },
    exported(ns, name) {
      const from = ns.__cjs !== undefined ? ns.__cjs : ns;
      return name === 'default' && typeof from === 'function' ? from : from[name];
    },
    functionNames(ns) {
      const from = ns.__cjs !== undefined ? ns.__cjs : ns;
      const names = Object.keys(from).filter((name) => typeof from[name] === 'function');
      if (typeof from === 'function') names.unshift('default');
      return names;
    },
  };
})
