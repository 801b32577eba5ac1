// Counter, Gauge, Rate, Trend: the module "k6/metrics".
const host = __sluice.metrics();

class Metric {
  #id;
  #rate;

  constructor(type, name, time) {
    if (name === undefined) throw new TypeError('a metric needs a name');
    this.name = String(name);
    this.#rate = type === 'RATE';
    this.#id = host.define(this.name, type, !!time);
    Object.defineProperty(this, 'name', { writable: false });
  }

  add(value, tags) {
    let number = typeof value === 'number' ? value : value === null || value === '' ? NaN : Number(value);
    if (number !== number) {
      host.refused(this.name, String(value));
      return false;
    }
    if (this.#rate) number = number ? 1 : 0;
    let flat = '';
    if (tags !== undefined && tags !== null) for (const key of Object.keys(tags)) flat += `${key}\0${tags[key]}\0`;
    host.add(this.#id, number, flat);
    return true;
  }
}

export class Counter extends Metric {
  constructor(name, time) { super('COUNTER', name, time); }
}
export class Gauge extends Metric {
  constructor(name, time) { super('GAUGE', name, time); }
}
export class Rate extends Metric {
  constructor(name, time) { super('RATE', name, time); }
}
export class Trend extends Metric {
  constructor(name, time) { super('TREND', name, time); }
}
export default { Counter, Gauge, Rate, Trend };
