// Paths into JSON, as res.json('a.b.0.c') takes them:
//   path = part *( ( "." / "|" ) part )      part = key / index / "#" / "#(" query ")" [ "#" ] / "@" modifier
// A key may hold the wildcards * and ?, and any character escaped by a backslash.

function split(path) {
  const parts = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < path.length; i++) {
    const c = path[i];
    if (c === '\\' && i + 1 < path.length) {
      part += c + path[++i];
      continue;
    }
    if (c === '"' && depth > 0) quoted = !quoted;
    if (!quoted && (c === '(' || c === '[')) depth++;
    if (!quoted && (c === ')' || c === ']')) depth--;
    if (depth === 0 && (c === '.' || c === '|')) {
      parts.push({ text: part, pipe: c === '|' });
      part = '';
    } else part += c;
  }
  parts.push({ text: part, pipe: false });
  return parts;
}

const wild = (pattern) => new RegExp('^' + pattern.replace(/\\?[\s\S]/g, (c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/^\\/, '').replace(/[.*+?^${}()|[\]\\]/, '\\$&'))) + '$', 's');

function member(value, key) {
  if (value === null || typeof value !== 'object') return undefined;
  if (/(^|[^\\])[*?]/.test(key)) {
    const matcher = wild(key);
    const found = Object.keys(value).find((name) => matcher.test(name));
    return found === undefined ? undefined : value[found];
  }
  const plain = key.replace(/\\([\s\S])/g, '$1');
  return Object.hasOwn(value, plain) && plain !== 'length' ? value[plain] : undefined;
}

const PLAIN = /^[A-Za-z0-9_ -]+$/;
const MOST = 200;
const known = new Map();

// the parts of a path; { key } alone for a path that is one plain key
function parsed(path) {
  const plain = PLAIN.test(path) && path !== 'length';
  const parts = plain ? { key: path } : { key: undefined, parts: split(path) };
  if (known.size >= MOST) known.clear();
  known.set(path, parts);
  return parts;
}

const literal = (text) => {
  try {
    return JSON.parse(text);
  } catch (e) {
    return text;
  }
};

function condition(query) {
  const found = /^(.*?)\s*(==|!=|<=|>=|<|>|!%|%|=)\s*(.*)$/s.exec(query);
  if (!found) return (element) => get(element, query.trim()) !== undefined;
  const [, path, operator, right] = found;
  const wanted = literal(right.trim());
  const matcher = operator.endsWith('%') ? wild(String(wanted)) : null;
  return (element) => {
    const value = path.trim() === '' ? element : get(element, path.trim());
    if (value === undefined) return false;
    switch (operator) {
      case '==': case '=': return value === wanted;
      case '!=': return value !== wanted;
      case '<': return value < wanted;
      case '<=': return value <= wanted;
      case '>': return value > wanted;
      case '>=': return value >= wanted;
      case '%': return matcher.test(String(value));
      default: return !matcher.test(String(value));
    }
  };
}

const modifiers = {
  reverse: (value) => (Array.isArray(value) ? [...value].reverse() : value),
  keys: (value) => Object.keys(value),
  values: (value) => Object.values(value),
  flatten: (value) => value.flat(),
  this: (value) => value,
  tostr: (value) => JSON.stringify(value),
  fromstr: (value) => JSON.parse(value),
  valid: (value) => value,
};

function walk(value, parts, from) {
  for (let i = from; i < parts.length; i++) {
    const { text } = parts[i];
    if (value === undefined) return undefined;
    if (text[0] === '@' && modifiers[text.slice(1)]) value = modifiers[text.slice(1)](value);
    else if (text === '#') {
      if (!Array.isArray(value)) return undefined;
      if (i === parts.length - 1) return value.length;
      if (parts[i].pipe) return walk(value.length, parts, i + 1);
      const end = parts.findIndex((part, at) => at > i && part.pipe);
      const inner = end < 0 ? parts.slice(i + 1) : parts.slice(i + 1, end + 1);
      value = value.map((element) => walk(element, inner, 0)).filter((found) => found !== undefined);
      if (end < 0) return value;
      i = end;
    } else if (text.startsWith('#(') || text.startsWith('#[')) {
      if (!Array.isArray(value)) return undefined;
      const all = text.endsWith('#');
      const matches = condition(text.slice(2, all ? -2 : -1));
      if (!all) value = value.find(matches);
      else {
        value = value.filter(matches);
        if (i === parts.length - 1) return value;
        if (!parts[i].pipe) return value.map((element) => walk(element, parts, i + 1)).filter((found) => found !== undefined);
      }
    } else value = member(value, text);
  }
  return value;
}

export function get(value, path) {
  const { key, parts } = known.get(path) || parsed(path);
  if (key === undefined) return walk(value, parts, 0);
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : undefined;
}
