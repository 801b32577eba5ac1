// Selections in HTML, in the manner of jQuery: the module "k6/html".
const host = __sluice.html();

const automatic = (text) => {
  if (text === undefined) return undefined;
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  if (text !== '' && String(Number(text)) === text) return Number(text);
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (e) {
      return text;
    }
  }
  return text;
};
const camel = (name) => name.slice(5).replace(/-([a-z])/g, (_, c) => c.toUpperCase());
const dashed = (name) => 'data-' + name.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase());
const optional = (value) => (value === null ? undefined : value);

export class Selection {
  #s;

  constructor(selected) { this.#s = selected; }

  static host(selection) { return selection.#s; }

  #filtered(by, wanted) {
    if (typeof by === 'string') return new Selection(this.#s.matching(by, wanted));
    if (typeof by === 'function') return this.#kept((i, element) => !!by(i, element) === wanted);
    const one = by instanceof Element ? Element.host(by) : by.#s;
    return this.#kept((i) => {
      for (let j = 0; j < one.size(); j++) if (one.at(j).same(this.#s.at(i))) return wanted;
      return !wanted;
    });
  }

  #kept(predicate) {
    let result = this.#s.range(0, 0);
    for (let i = 0; i < this.size(); i++) if (predicate(i, this.get(i))) result = result.and(this.#s.at(i));
    return new Selection(result);
  }

  #related(relation, selector) {
    const all = new Selection(this.#s.related(relation));
    return selector === undefined ? all : all.filter(selector);
  }

  #until(relation, selector) {
    const stop = selector === undefined ? undefined : typeof selector === 'string' ? selector : null;
    const all = new Selection(this.#s.related(relation));
    let result = this.#s.range(0, 0);
    for (let i = 0; i < all.size(); i++) {
      const one = all.eq(i);
      if (stop !== undefined && (stop === null ? one.is(selector) : one.is(stop))) break;
      result = result.and(one.#s);
    }
    return new Selection(result);
  }

  get length() { return this.#s.size(); }

  size() { return this.#s.size(); }

  find(selector) { return new Selection(this.#s.find(String(selector))); }

  filter(by) { return this.#filtered(by, true); }

  not(by) { return this.#filtered(by, false); }

  is(by) { return this.filter(by).size() > 0; }

  has(selector) { return new Selection(this.#s.having(String(selector))); }

  eq(i) { return new Selection(this.#s.at(i)); }

  first() { return this.eq(0); }

  last() { return this.eq(-1); }

  slice(from, to) { return new Selection(this.#s.range(from, to === undefined ? this.size() : to)); }

  add(other) { return new Selection(this.#s.and(typeof other === 'string' ? this.#s.closest(':root').find(other) : other.#s)); }

  closest(selector) { return new Selection(this.#s.closest(String(selector))); }

  children(selector) { return this.#related('children', selector); }

  contents() { return this.#related('children'); }

  parent(selector) { return this.#related('parent', selector); }

  parents(selector) { return this.#related('parents', selector); }

  next(selector) { return this.#related('next', selector); }

  nextAll(selector) { return this.#related('nextAll', selector); }

  prev(selector) { return this.#related('prev', selector); }

  prevAll(selector) { return this.#related('prevAll', selector); }

  siblings(selector) { return this.#related('siblings', selector); }

  nextUntil(selector) { return this.#until('nextAll', selector); }

  prevUntil(selector) { return this.#until('prevAll', selector); }

  parentsUntil(selector) { return this.#until('parents', selector); }

  text() { return this.#s.text(); }

  html() { return optional(this.#s.html()); }

  attr(name, otherwise) {
    const value = this.#s.attr(String(name));
    return value === null ? otherwise : value;
  }

  val() {
    switch (this.#s.tag()) {
      case 'textarea': return this.first().text();
      case 'button': case 'input': return this.attr('value', this.attr('type') === 'checkbox' ? 'on' : undefined);
      case 'option': return this.attr('value', this.first().text());
      case 'select': {
        const chosen = this.first().find('option[selected]');
        if (this.attr('multiple') !== undefined) return chosen.map((_, option) => option.val());
        return chosen.size() > 0 ? chosen.first().val() : this.first().find('option').first().val();
      }
      default: return undefined;
    }
  }

  data(name) {
    if (name !== undefined) return automatic(optional(this.#s.attr(dashed(String(name)))));
    const all = {};
    for (const attribute of this.#s.attributeNames().split('\0')) {
      if (attribute.startsWith('data-')) all[camel(attribute)] = automatic(this.#s.attr(attribute));
    }
    return all;
  }

  each(fn) {
    for (let i = 0; i < this.size(); i++) if (fn(i, this.get(i)) === false) break;
    return this;
  }

  map(fn) {
    const values = [];
    for (let i = 0; i < this.size(); i++) {
      const value = fn(i, this.eq(i));
      if (value !== undefined && value !== null) values.push(value);
    }
    return values;
  }

  get(i) {
    if (i === undefined) return this.toArray().map((one) => one.get(0));
    const one = this.#s.at(i);
    return one.size() === 0 ? undefined : new Element(one);
  }

  index(selector) {
    if (selector === undefined) return this.first().prevAll().size();
    const all = typeof selector === 'string' ? this.#s.closest(':root').find(selector) : selector instanceof Element ? Element.host(selector) : selector.#s;
    if (typeof selector === 'string') {
      for (let i = 0; i < all.size(); i++) if (all.at(i).same(this.#s.at(0))) return i;
    } else for (let i = 0; i < this.size(); i++) if (this.#s.at(i).same(all.at(0))) return i;
    return -1;
  }

  toArray() {
    const all = [];
    for (let i = 0; i < this.size(); i++) all.push(this.eq(i));
    return all;
  }

  serializeArray() {
    const fields = [];
    const inputs = this.is('form') ? this.find('input,select,textarea') : this.filter('input,select,textarea');
    for (const input of inputs.toArray()) {
      const name = input.attr('name');
      const type = String(input.attr('type', '')).toLowerCase();
      if (name === undefined || input.attr('disabled') !== undefined) continue;
      if (['submit', 'button', 'reset', 'file', 'image'].includes(type)) continue;
      if ((type === 'checkbox' || type === 'radio') && input.attr('checked') === undefined) continue;
      const value = input.val();
      for (const one of Array.isArray(value) ? value : [value]) fields.push({ name, value: one === undefined ? '' : one });
    }
    return fields;
  }

  serializeObject() {
    const all = {};
    for (const { name, value } of this.serializeArray()) all[name] = value;
    return all;
  }

  serialize() {
    const all = this.serializeObject();
    return Object.keys(all).sort().map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(all[key])}`.replace(/%20/g, '+')).join('&');
  }
}

export class Element {
  #one;

  constructor(selected) { this.#one = selected; }

  static host(element) { return element.#one; }

  selection() { return new Selection(this.#one); }

  #many(relation) { return new Selection(this.#one.related(relation)).get(); }

  #single(relation) { return new Selection(this.#one.related(relation)).get(0); }

  get nodeName() { return this.#one.tag(); }

  get tagName() { return this.#one.tag(); }

  get nodeType() { return 1; }

  get id() { return this.#one.attr('id') || ''; }

  get className() { return this.#one.attr('class') || ''; }

  get classList() { return this.className.split(/\s+/).filter((name) => name !== ''); }

  get textContent() { return this.#one.text(); }

  get innerHTML() { return this.#one.html(); }

  get attributes() {
    const all = {};
    for (const name of this.#one.attributeNames().split('\0')) if (name !== '') all[name] = { name, value: this.#one.attr(name) };
    return all;
  }

  get children() { return this.#many('children'); }

  get childElementCount() { return this.children.length; }

  get firstElementChild() { return this.children[0]; }

  get lastElementChild() { return this.children.at(-1); }

  get parentElement() { return this.#single('parent'); }

  get nextElementSibling() { return this.#single('next'); }

  get previousElementSibling() { return this.#single('prev'); }

  get value() { return this.selection().val(); }

  getAttribute(name) { return optional(this.#one.attr(String(name))); }

  hasAttribute(name) { return this.#one.attr(String(name)) !== null; }

  querySelector(selector) { return new Selection(this.#one.find(selector)).get(0); }

  querySelectorAll(selector) { return new Selection(this.#one.find(selector)).get(); }

  contains(other) { return this.querySelectorAll('*').some((below) => below.#one.same(other.#one)); }

  isSameNode(other) { return this.#one.same(other.#one); }

  toString() { return this.#one.tag(); }
}

export const parseHTML = (text) => new Selection(host.parse(typeof text === 'string' ? text : new TextDecoder().decode(text)));

export default { parseHTML, Selection, Element };
