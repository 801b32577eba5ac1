// Stands for https://jslib.k6.io/url/*/index.js: URL and URLSearchParams. Addresses are taken apart by Java.
const host = __sluice.http();

const encode = (text) => encodeURIComponent(text).replace(/[!'()~]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase()).replace(/%20/g, '+');
const decode = (text) => {
  const plain = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(plain);
  } catch (e) {
    return plain;
  }
};

export class URLSearchParams {
  #pairs = [];
  #changed = () => {};

  constructor(init = '') {
    if (typeof init === 'string') {
      for (const pair of init.replace(/^\?/, '').split('&')) {
        if (pair === '') continue;
        const equals = pair.indexOf('=');
        this.#pairs.push(equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]);
      }
    } else if (typeof init[Symbol.iterator] === 'function') for (const [name, value] of init) this.#pairs.push([String(name), String(value)]);
    else for (const name of Object.keys(init)) this.#pairs.push([name, String(init[name])]);
  }

  static watch(params, changed) { params.#changed = changed; }

  append(name, value) {
    this.#pairs.push([String(name), String(value)]);
    this.#changed();
  }

  delete(name) {
    this.#pairs = this.#pairs.filter((pair) => pair[0] !== name);
    this.#changed();
  }

  get(name) {
    const found = this.#pairs.find((pair) => pair[0] === name);
    return found ? found[1] : null;
  }

  getAll(name) { return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]); }

  has(name) { return this.#pairs.some((pair) => pair[0] === name); }

  set(name, value) {
    const at = this.#pairs.findIndex((pair) => pair[0] === name);
    if (at < 0) this.#pairs.push([String(name), String(value)]);
    else {
      this.#pairs[at] = [String(name), String(value)];
      this.#pairs = this.#pairs.filter((pair, i) => i <= at || pair[0] !== name);
    }
    this.#changed();
  }

  sort() {
    this.#pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#changed();
  }

  forEach(fn) { for (const [name, value] of this.#pairs) fn(value, name, this); }

  keys() { return this.#pairs.map((pair) => pair[0]).values(); }

  values() { return this.#pairs.map((pair) => pair[1]).values(); }

  entries() { return this.#pairs.map((pair) => [...pair]).values(); }

  [Symbol.iterator]() { return this.entries(); }

  get size() { return this.#pairs.length; }

  toString() { return this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'); }
}

export class URL {
  #params;

  constructor(address, base) {
    const whole = base === undefined ? String(address) : host.resolve(String(base), String(address));
    const parts = /^([a-z][a-z0-9+.-]*:)\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(whole);
    if (!parts) throw new TypeError(`Invalid URL: ${address}`);
    const usual = { 'http:': '80', 'https:': '443' };
    this.protocol = parts[1].toLowerCase();
    this.username = parts[2] || '';
    this.password = parts[3] || '';
    this.hostname = parts[4].toLowerCase();
    this.port = parts[5] && parts[5] !== usual[this.protocol] ? parts[5] : '';
    this.pathname = parts[6] || '/';
    this.hash = parts[8] && parts[8] !== '#' ? parts[8] : '';
    this.search = parts[7] || '';
  }

  get search() {
    const text = this.#params.toString();
    return text === '' ? '' : '?' + text;
  }

  set search(text) { this.#params = new URLSearchParams(String(text)); }

  get searchParams() { return this.#params; }

  get host() { return this.hostname + (this.port === '' ? '' : ':' + this.port); }

  get origin() { return `${this.protocol}//${this.host}`; }

  get href() {
    const user = this.username === '' ? '' : this.username + (this.password === '' ? '' : ':' + this.password) + '@';
    return `${this.protocol}//${user}${this.host}${this.pathname}${this.search}${this.hash}`;
  }

  toString() { return this.href; }

  toJSON() { return this.href; }
}

export default { URL, URLSearchParams };
