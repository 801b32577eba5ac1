// Stands for https://jslib.k6.io/k6-summary/*/index.js: the end of test summary as text, and as JUnit XML.
const palette = { green: 32, red: 31, cyan: 36, faint: 2 };
const order = ['avg', 'min', 'med', 'max'];

const trimmed = (number, digits) => String(parseFloat(number.toFixed(digits)));

const units = { s: [1000, 's'], ms: [1, 'ms'], us: [0.001, 'µs'] };

function duration(ms, unit) {
  if (unit && units[unit]) return (ms / units[unit][0]).toFixed(2) + units[unit][1];
  if (ms === 0) return '0s';
  if (ms < 0.001) return Math.trunc(ms * 1e6) + 'ns';
  if (ms < 1) return trimmed(ms * 1000, 2) + 'µs';
  if (ms < 1000) return trimmed(ms, 2) + 'ms';
  const seconds = Math.trunc(ms / 1000);
  if (seconds < 60) return trimmed(ms / 1000, 2) + 's';
  const minutes = Math.trunc(seconds / 60);
  return minutes < 60 ? `${minutes}m${seconds % 60}s` : `${Math.trunc(minutes / 60)}h${minutes % 60}m${seconds % 60}s`;
}

function bytes(size) {
  const names = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = size;
  let i = 0;
  while (value >= 1000 && i < names.length - 1) {
    value /= 1000;
    i++;
  }
  return (value < 10 && i > 0 ? value.toFixed(1) : value.toFixed(0)) + ' ' + names[i];
}

const shown = (value, metric, unit) => {
  if (metric.type === 'rate') return (Math.trunc(value * 10000) / 100).toFixed(2) + '%';
  if (metric.contains === 'data') return bytes(value);
  if (metric.contains === 'time') return duration(value, unit);
  return trimmed(value, 6);
};

function figures(metric, unit) {
  const v = metric.values;
  switch (metric.type) {
    case 'counter': return [shown(v.count, metric, unit), shown(v.rate, metric, unit) + '/s'];
    case 'gauge': return [shown(v.value, metric, unit), `min=${shown(v.min, metric, unit)}`, `max=${shown(v.max, metric, unit)}`];
    case 'rate': return [shown(v.rate, metric, unit), `${v.passes} out of ${v.passes + v.fails}`];
    default: {
      const names = Object.keys(v).sort((a, b) => (order.indexOf(a) + 9) % 9 - (order.indexOf(b) + 9) % 9);
      return names.map((name) => `${name}=${name === 'count' ? v[name] : shown(v[name], metric, unit)}`);
    }
  }
}

export function textSummary(data, options = {}) {
  const indent = options.indent === undefined ? ' ' : options.indent;
  const color = options.enableColors ? (text, name) => `\x1b[${palette[name]}m${text}\x1b[0m` : (text) => text;
  const unit = options.summaryTimeUnit || (data.options && data.options.summaryTimeUnit) || '';
  const lines = [];
  const checks = (group, depth) => {
    const space = indent + '  '.repeat(depth);
    if (group.name !== '') lines.push(`${space}█ ${group.name}`, '');
    for (const check of group.checks || []) {
      if (check.fails === 0) lines.push(color(`${space}  ✓ ${check.name}`, 'green'));
      else {
        const share = Math.floor((100 * check.passes) / (check.passes + check.fails));
        lines.push(color(`${space}  ✗ ${check.name}`, 'red'), color(`${space}   ↳  ${share}% — ✓ ${check.passes} / ✗ ${check.fails}`, 'red'));
      }
    }
    if ((group.checks || []).length > 0) lines.push('');
    for (const child of group.groups || []) checks(child, depth + 1);
  };
  checks(data.root_group, 0);
  const parent = (name) => name.split('{')[0];
  const names = Object.keys(data.metrics).sort((a, b) => (parent(a) === parent(b) ? (a < b ? -1 : 1) : parent(a) < parent(b) ? -1 : 1));
  const label = (name) => (name.includes('{') ? '  { ' + name.slice(name.indexOf('{') + 1, -1) + ' }' : name);
  const width = Math.max(...names.map((name) => label(name).length), 0) + 3;
  for (const name of names) {
    const metric = data.metrics[name];
    const results = Object.values(metric.thresholds || {});
    const mark = results.length === 0 ? ' ' : results.every((one) => one.ok) ? color('✓', 'green') : color('✗', 'red');
    lines.push(`${indent}${mark} ${label(name)}${color('.'.repeat(width - label(name).length) + ':', 'faint')} ${color(figures(metric, unit).join(' '), 'cyan')}`);
  }
  return lines.join('\n');
}

const xml = (text) => String(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);

export function jUnit(data, options = {}) {
  const cases = [];
  let failures = 0;
  for (const name of Object.keys(data.metrics)) {
    const metric = data.metrics[name];
    for (const expression of Object.keys(metric.thresholds || {})) {
      const title = xml(`${name} - ${expression}`);
      if (metric.thresholds[expression].ok) cases.push(`<testcase name="${title}" />`);
      else {
        failures++;
        const message = xml(Object.entries(metric.values).map(([key, value]) => `${key} value: ${value}`).join(', '));
        cases.push(`<testcase name="${title}"><failure message="failed"><![CDATA[${message}]]></failure></testcase>`);
      }
    }
  }
  const name = xml(options.name || 'k6 thresholds');
  return `<?xml version="1.0"?>\n<testsuites tests="${cases.length}" failures="${failures}">\n<testsuite name="${name}" tests="${cases.length}" failures="${failures}">\n${cases.join('\n')}\n</testsuite >\n</testsuites >`;
}

export const humanizeValue = (value, metric, unit) => shown(value, metric, unit);
export default { textSummary, jUnit, humanizeValue };
