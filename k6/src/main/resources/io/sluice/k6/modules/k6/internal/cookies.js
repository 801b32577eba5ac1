// Cookie jars, as "k6/http" shows them.
const host = __sluice.http();

export class CookieJar {
  #jar;

  constructor(own) { this.#jar = own || host.newJar(); }

  static host(jar) { return jar.#jar; }

  set(url, name, value, options) {
    let text = `${name}=${value}`;
    const o = options || {};
    if (o.domain) text += `; Domain=${o.domain}`;
    if (o.path) text += `; Path=${o.path}`;
    if (o.expires) text += `; Expires=${o.expires}`;
    if (o.max_age !== undefined) text += `; Max-Age=${o.max_age}`;
    if (o.secure) text += '; Secure';
    if (o.http_only) text += '; HttpOnly';
    return this.#jar.set(String(url), text);
  }

  cookiesForURL(url) {
    const flat = this.#jar.list(String(url)).split('\0');
    const all = {};
    for (let i = 0; i + 1 < flat.length; i += 2) (all[flat[i]] ||= []).push(flat[i + 1]);
    return all;
  }

  clear(url) { this.#jar.forget(String(url), ''); }

  delete(url, name) { this.#jar.forget(String(url), String(name)); }
}
