// Bodies that are objects, and the cookies of one call: what "k6/http" needs only for some requests.
const warnings = __sluice.k6();

const escaped = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase()).replace(/%20/g, '+');

// What Go's fmt prints for a nested value; it is never what the author meant, hence the warning.
function nested(key, value) {
  warnings.warn(`the value of "${key}" in the body is an object: form fields are text; use JSON.stringify for the body`);
  return 'map[' + Object.keys(value).sort().map((k) => `${k}:${value[k]}`).join(' ') + ']';
}

const fieldOf = (key, value) => {
  if (value === null || value === undefined) return '<nil>';
  return typeof value === 'object' ? nested(key, value) : String(value);
};

export function form(object) {
  const fields = [];
  for (const key of Object.keys(object).sort()) {
    const values = Array.isArray(object[key]) ? object[key] : [object[key]];
    for (const value of values) fields.push(escaped(key) + '=' + escaped(fieldOf(key, value)));
  }
  return fields.join('&');
}

export function multipart(object, body, FileData, bufferOf) {
  for (const key of Object.keys(object)) {
    const values = Array.isArray(object[key]) ? object[key] : [object[key]];
    for (const value of values) {
      if (value instanceof FileData) body.file(key, value.filename, value.content_type, bufferOf(value.data));
      else body.field(key, fieldOf(key, value));
    }
  }
  return body;
}

export const hasFile = (object, FileData) => Object.keys(object).some((key) => object[key] instanceof FileData || (Array.isArray(object[key]) && object[key].some((v) => v instanceof FileData)));

export function cookieExtras(extras, cookies) {
  const list = [];
  let replaced = '\0';
  for (const name in cookies) {
    const cookie = cookies[name];
    const own = cookie !== null && typeof cookie === 'object';
    list.push(`${name}=${own ? cookie.value : cookie}`);
    if (own && cookie.replace) replaced += name + '\0';
  }
  extras.cookies = list.join('; ');
  extras.replaced = replaced.length > 1 ? replaced : '';
}
