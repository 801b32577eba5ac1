"use strict";
// Response times by request and stretch of the run: counts that add up, so that percentiles of any part are its own.
const grid = (() => {
  const PER_DOUBLING = 64;
  const BUCKETS = 2048;

  /** The shortest time of a bucket, in milliseconds. */
  function lowest(bucket) {
    if (bucket < 2 * PER_DOUBLING) {
      return bucket / 1000;
    }
    const shift = Math.floor(bucket / PER_DOUBLING) - 1;
    return (bucket - shift * PER_DOUBLING) * 2 ** shift / 1000;
  }

  const middle = bucket => bucket < 2 * PER_DOUBLING ? bucket / 1000 : (lowest(bucket) + lowest(bucket + 1)) / 2;

  async function inflate(packed) {
    const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  const NONE = {buckets: new Uint16Array(0), times: new Float64Array(0)};

  /**
   * Reads what PackedGrid wrote: rows of cells, each with the buckets and counts of ok and of failed requests. Where
   * it says from which stretch on, those before are taken from the rows that were read earlier.
   */
  async function read(json, earlier) {
    const bytes = await inflate(json.packed);
    let at = 0;
    function number() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * scale;
        if (byte < 128) {
          return value;
        }
      }
    }
    function counts() {
      const size = number();
      const buckets = new Uint16Array(size);
      const times = new Float64Array(size);
      let bucket = 0;
      for (let i = 0; i < size; i++) {
        bucket += number();
        buckets[i] = bucket;
        times[i] = number();
      }
      return {buckets, times};
    }
    const from = json.from || 0;
    const rows = new Map(from ? earlier : []);
    for (const row of json.rows) {
      const before = from / row.every;
      const cells = rows.has(row.name) ? rows.get(row.name).cells.slice(0, before) : [];
      while (cells.length < before) {
        cells.push({ok: NONE, failed: NONE}); // a request that was not seen before
      }
      for (let c = 0; c < row.cells; c++) {
        cells.push({ok: counts(), failed: counts()});
      }
      rows.set(row.name, {name: row.name, seconds: row.every * json.bin_seconds, cells});
    }
    return rows;
  }

  /** Counts of some cells, to be asked for their percentiles. */
  class Sum {
    constructor() {
      this.counts = new Float64Array(BUCKETS);
      this.total = 0;
      this.failed = 0;
      this.seconds = 0;
    }

    add(cell) {
      this.failed += this.addAll(cell.failed);
      this.addAll(cell.ok);
      return this;
    }

    addAll({buckets, times}) {
      let sum = 0;
      for (let i = 0; i < buckets.length; i++) {
        this.counts[buckets[i]] += times[i];
        sum += times[i];
      }
      this.total += sum;
      return sum;
    }

    /** In milliseconds; null if there is nothing. */
    percentile(p) {
      if (!this.total) {
        return null;
      }
      let left = Math.max(1, Math.ceil(p / 100 * this.total - 1e-9));
      for (let b = 0; b < BUCKETS; b++) {
        left -= this.counts[b];
        if (left <= 0) {
          return middle(b);
        }
      }
      return null;
    }

    get mean() {
      let sum = 0;
      for (let b = 0; b < BUCKETS; b++) {
        sum += this.counts[b] && this.counts[b] * middle(b);
      }
      return this.total ? sum / this.total : null;
    }

    get max() {
      return this.percentile(100);
    }

    get errorRate() {
      return this.total ? this.failed / this.total : null;
    }

    get rate() {
      return this.seconds ? this.total / this.seconds : null;
    }

    /** Points of the percentile distribution: 1 / (1 - p) and milliseconds. */
    curve() {
      const inverse = [];
      const ms = [];
      let seen = 0;
      for (let b = 0; b < BUCKETS; b++) {
        if (this.counts[b]) {
          inverse.push(this.total / (this.total - seen));
          ms.push(middle(b));
          seen += this.counts[b];
        }
      }
      return {inverse, ms};
    }
  }

  /** The cells of a row whose middle lies in a stretch; all of them if there is none. */
  function within(row, stretch) {
    return row.cells.filter((cell, i) => !stretch || inside((i + .5) * row.seconds, stretch));
  }

  const inside = (second, {from, to}) => second >= from && second < to;

  /** The sum of a row, or of several, over a stretch. */
  function sum(rows, stretch, end) {
    const total = new Sum();
    for (const row of rows) {
      const cells = within(row, stretch);
      cells.forEach(cell => total.add(cell));
      const last = row.cells.length * row.seconds;
      const splinter = (!stretch || stretch.to >= last) && end < last ? last - end : 0;
      total.seconds = Math.max(total.seconds, cells.length * row.seconds - splinter);
    }
    return total;
  }

  /** Columns over time of some rows added up: percentiles, rates. */
  function columns(rows) {
    const seconds = Math.max(...rows.map(row => row.seconds));
    const size = Math.max(...rows.map(row => Math.ceil(row.cells.length * row.seconds / seconds)));
    const result = {time: [], p50: [], p95: [], p99: [], max: [], rate: [], failed: []};
    for (let c = 0; c < size; c++) {
      const cell = new Sum();
      for (const row of rows) {
        const ratio = seconds / row.seconds;
        row.cells.slice(c * ratio, (c + 1) * ratio).forEach(part => cell.add(part));
      }
      result.time.push(c * seconds);
      result.p50.push(cell.percentile(50));
      result.p95.push(cell.percentile(95));
      result.p99.push(cell.percentile(99));
      result.max.push(cell.max);
      result.rate.push(cell.total / seconds);
      result.failed.push(cell.failed / seconds);
    }
    return result;
  }

  return {read, sum, columns, lowest};
})();
