// What a person does with a page: send a form, follow a link.

export function submitForm(response, { formSelector, fields, submitSelector, params }, request, resolve) {
  const selector = formSelector === undefined ? 'form' : formSelector;
  const form = response.html(selector);
  if (form.size() === 0) throw new Error(`no form found for selector '${selector}' in response '${response.url}'`);
  const first = form.first();
  const method = String(first.attr('method', 'GET')).toUpperCase();
  const action = first.attr('action');
  const url = action === undefined ? response.url : resolve(response.url, action);
  const values = first.serializeObject();
  const submit = first.find(submitSelector === undefined ? '[type="submit"]' : submitSelector);
  const name = submit.attr('name');
  if (name !== undefined) values[name] = submit.attr('value', '');
  for (const key in fields || {}) values[key] = fields[key];
  if (method !== 'GET') return request(method, url, values, params);
  const query = Object.keys(values).sort()
    .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(values[key])}`.replace(/%20/g, '+')).join('&');
  const plain = url.split('?')[0];
  return request(method, query === '' ? plain : `${plain}?${query}`, undefined, params);
}

export function clickLink(response, { selector, params }, request, resolve) {
  const wanted = selector === undefined ? 'a[href]' : selector;
  const link = response.html(wanted);
  if (link.size() === 0) throw new Error(`no element found for selector '${wanted}' in response '${response.url}'`);
  const href = link.attr('href');
  if (href === undefined) throw new Error(`no valid href attribute value found on element '${wanted}' in response '${response.url}'`);
  return request('GET', resolve(response.url, href), undefined, params);
}
