// The module "k6/http": reads what scripts give, and shows them answers; the rest is HttpApi.java.
import * as constants from 'k6/internal/http-constants';
import { CookieJar } from 'k6/internal/cookies';

export * from 'k6/internal/http-constants';
export { CookieJar };

const host = __sluice.http();
// modules that few scripts need, loaded once when one does
const loaded = {};
const late = (name) => (loaded[name] ||= __sluice.require(name));

const { keys } = Object; // for an interpreter a loop over these is half the work of for-in

const pairs = (object) => {
  let flat = '';
  const all = keys(object);
  const count = all.length;
  let i = 0;
  while (i < count) {
    const key = all[i++];
    flat += `${key}\0${object[key]}\0`;
  }
  return flat;
};

class HttpUrl {
  constructor(url, name) {
    this.url = url;
    this.name = name;
  }

  toString() { return this.url; }
}

export class FileData {
  constructor(data, filename, type) {
    this.data = data;
    this.filename = filename;
    this.content_type = type;
  }
}

class ExpectedStatuses {
  #set;

  constructor(set) { this.#set = set; }

  static set(statuses) { return statuses.#set; }
}

const bufferOf = (data) => {
  if (ArrayBuffer.isView(data)) return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
  return data instanceof ArrayBuffer ? data : String(data);
};

let headers, tags, name, compression, extras;

function readTags(given) {
  const all = keys(given);
  const count = all.length;
  let flat = '';
  let i = 0;
  while (i < count) {
    const tag = all[i++];
    if (tag === 'name') name = String(given.name);
    else flat += `${tag}\0${given[tag]}\0`;
  }
  tags = flat;
}

function read(params) {
  const { headers: ofHeaders, tags: ofTags } = params;
  let usual = 0;
  if (ofHeaders !== undefined) {
    usual++;
    if (ofHeaders !== null) headers = pairs(ofHeaders);
  }
  if (ofTags !== undefined) {
    usual++;
    if (ofTags !== null) readTags(ofTags);
  }
  if (keys(params).length > usual) readSeldom(params);
}

function readSeldom(params) {
  for (const key in params) {
    const value = params[key];
    if (value === undefined || (value === null && key !== 'responseCallback')) continue;
    switch (key) {
      case 'compression': compression = String(value); break;
      case 'timeout': case 'redirects': case 'throw': case 'auth': case 'responseType':
        (extras ||= {})[key] = value;
        break;
      case 'cookies': late('k6/internal/bodies').cookieExtras(extras ||= {}, value); break;
      case 'jar':
        if (!(value instanceof CookieJar)) throw new TypeError('params.jar must be an http.CookieJar');
        (extras ||= {}).jar = CookieJar.host(value);
        break;
      case 'responseCallback':
        if (value !== null && !(value instanceof ExpectedStatuses)) {
          throw new TypeError('unsupported responseCallback: expected http.expectedStatuses(...) or null');
        }
        (extras ||= {}).expected = value === null ? null : ExpectedStatuses.set(value);
        break;
    }
  }
}

function start(url, params) {
  headers = tags = name = compression = '';
  extras = null;
  let address = url;
  if (typeof url !== 'string') {
    if (url instanceof HttpUrl) {
      name = url.name;
      address = url.url;
    } else address = String(url);
  }
  if (params !== undefined && params !== null) read(params);
  return address;
}

function prepare(method, url, body, params) {
  const address = start(url, params);
  let type = '';
  let content = null;
  if (body !== undefined && body !== null) {
    if (typeof body === 'string') content = body;
    else if (typeof body !== 'object') content = String(body);
    else if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) content = bufferOf(body);
    else {
      const bodies = late('k6/internal/bodies');
      if (bodies.hasFile(body, FileData)) {
        content = bodies.multipart(body, host.multipart(), FileData, bufferOf);
        type = content.type();
      } else {
        content = bodies.form(body);
        type = 'application/x-www-form-urlencoded';
      }
    }
  }
  return host.prepare(method, address, name, content, type, headers, tags, extras, compression);
}

function call(method, url, body, params) {
  if (body === undefined || body === null) {
    const address = start(url, params);
    if (extras === null) return new Response(host.get(method, address, name, headers, tags));
  }
  return new Response(host.send(prepare(method, url, body, params)));
}

export class Response {
  #x;
  #memo; // what was asked for already

  constructor(exchange) {
    this.#x = exchange;
    this.status = exchange.status;
  }

  #once(name) {
    const memo = (this.#memo ||= {});
    const known = memo[name];
    return known === undefined ? (memo[name] = JSON.parse(this.#x[name]())) : known;
  }

  get body() {
    const memo = (this.#memo ||= {});
    if (memo.body === undefined) {
      const bytes = this.#x.binary() ? this.#x.bytes() : undefined;
      memo.body = bytes === undefined ? this.#x.text() : bytes === null ? null : new ArrayBuffer(bytes).slice(0);
    }
    return memo.body;
  }

  set body(value) { (this.#memo ||= {}).body = value; }

  get url() { return this.#x.url(); }

  get status_text() { return this.#x.statusText(); }

  get proto() { return this.#x.proto(); }

  get error() { return this.#x.error(); }

  get error_code() { return this.#x.errorCode(); }

  get headers() { return this.#once('headers'); }

  get cookies() { return this.#once('cookies'); }

  get timings() {
    const memo = (this.#memo ||= {});
    if (memo.timings === undefined) {
      const x = this.#x;
      memo.timings = {
        duration: x.duration(), blocked: x.blocked(), looking_up: 0, connecting: x.connecting(),
        tls_handshaking: x.handshaking(), sending: x.sending(), waiting: x.waiting(), receiving: x.receiving(),
      };
    }
    return memo.timings;
  }

  get request() { return this.#once('request'); }

  get ocsp() { return { produced_at: 0, this_update: 0, next_update: 0, revoked_at: 0, revocation_reason: '', status: '' }; }

  get remote_ip() { return this.#once('peer')[0]; }

  get remote_port() { return this.#once('peer')[1]; }

  get tls_version() { return this.#once('peer')[2]; }

  get tls_cipher_suite() { return this.#once('peer')[3]; }

  json(selector) {
    const body = this.body;
    const memo = this.#memo;
    if (memo.parsed === undefined) {
      if (body === null) {
        throw new Error("the body is null so we can't transform it to JSON - this likely was because of a request error getting the response");
      }
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
      try {
        memo.parsed = JSON.parse(text);
      } catch (e) {
        throw new Error(`cannot parse json due to an error: ${e.message}`);
      }
    }
    return selector === undefined || selector === null ? memo.parsed : late('k6/internal/gjson').get(memo.parsed, String(selector));
  }

  html(selector) {
    const body = this.body;
    if (body === null) throw new Error("the body is null so we can't transform it to HTML - this likely was because of a request error getting the response");
    const root = late('k6/html').parseHTML(body);
    return selector === undefined || selector === null ? root : root.find(String(selector));
  }

  submitForm(options) { return late('k6/internal/forms').submitForm(this, options || {}, request, host.resolve); }

  clickLink(options) { return late('k6/internal/forms').clickLink(this, options || {}, request, host.resolve); }

  toJSON() {
    const all = {};
    for (const name of ['remote_ip', 'remote_port', 'url', 'status', 'status_text', 'proto', 'headers', 'cookies', 'body',
      'timings', 'tls_version', 'tls_cipher_suite', 'ocsp', 'error', 'error_code', 'request']) all[name] = this[name];
    return all;
  }
}

export const get = (url, params) => call('GET', url, undefined, params);
export const head = (url, params) => call('HEAD', url, undefined, params);
export const post = (url, body, params) => call('POST', url, body, params);
export const put = (url, body, params) => call('PUT', url, body, params);
export const patch = (url, body, params) => call('PATCH', url, body, params);
export const del = (url, body, params) => call('DELETE', url, body, params);
export const options = (url, body, params) => call('OPTIONS', url, body, params);
export const request = (method, url, body, params) => call(String(method).toUpperCase(), url, body, params);

export const asyncRequest = (method, url, body, params) =>
  new Promise((resolve, reject) => {
    const flight = prepare(String(method).toUpperCase(), url, body, params);
    host.launch(flight, () => {
      try {
        resolve(new Response(host.result(flight)));
      } catch (e) {
        reject(e);
      }
    });
  });

function entry(item, key) {
  if (typeof item === 'string' || item instanceof HttpUrl) return prepare('GET', item);
  if (Array.isArray(item)) {
    if (item.length < 2) throw new TypeError(`batch request '${key}' needs a method and a URL`);
    return prepare(String(item[0]).toUpperCase(), item[1], item[2], item[3]);
  }
  if (item === null || typeof item !== 'object') throw new TypeError(`invalid method type '${typeof item}' in batch request '${key}'`);
  if (item.url === undefined) throw new TypeError(`batch request ${key} doesn't have a url key`);
  return prepare(String(item.method || 'GET').toUpperCase(), item.url, item.body, item.params);
}

export function batch(requests) {
  if (requests === null || typeof requests !== 'object') throw new TypeError('batch() needs an array or an object of requests');
  const names = keys(requests);
  const flights = names.map((key) => entry(requests[key], key));
  host.batch(flights);
  const results = Array.isArray(requests) ? [] : {};
  names.forEach((key, i) => { results[key] = new Response(host.result(flights[i])); });
  return results;
}

export const url = (parts, ...values) => {
  let address = parts[0];
  let pattern = parts[0];
  for (let i = 0; i < values.length; i++) {
    address += values[i] + parts[i + 1];
    pattern += '${}' + parts[i + 1];
  }
  return new HttpUrl(address, pattern);
};

export const file = (data, filename, type) => new FileData(data, filename || String(Date.now() * 1e6), type || 'application/octet-stream');

let ownJar;
export const cookieJar = () => (ownJar ||= new CookieJar(host.jar()));

export function expectedStatuses(...statuses) {
  if (statuses.length === 0) throw new TypeError('no arguments for expectedStatuses: expected numbers or objects {min, max}');
  const bounds = [];
  for (const status of statuses) {
    if (Number.isInteger(status)) bounds.push(status, status);
    else if (status !== null && typeof status === 'object' && Number.isInteger(status.min) && Number.isInteger(status.max)) bounds.push(status.min, status.max);
    else throw new TypeError(`argument number ${bounds.length / 2 + 1} to expectedStatuses was neither an integer nor an object like {min:100, max:329}`);
  }
  return new ExpectedStatuses(host.statuses(bounds));
}

export function setResponseCallback(callback) {
  if (callback !== null && !(callback instanceof ExpectedStatuses)) throw new TypeError('unsupported argument, expected http.expectedStatuses');
  host.expect(callback === null ? null : ExpectedStatuses.set(callback));
}

export default {
  get, head, post, put, patch, del, options, request, asyncRequest, batch, url, file, cookieJar, CookieJar, FileData,
  Response, expectedStatuses, setResponseCallback, ...constants,
};
