// Comma separated values: the module "k6/experimental/csv".
import { text } from 'k6/experimental/fs';
import Papa from 'k6/internal/papaparse';

function rows(file, options = {}) {
  const { data, errors } = Papa.parse(text(file), {
    delimiter: options.delimiter || ',', comments: options.comment || false, skipEmptyLines: true, header: !!options.asObjects,
  });
  if (errors.length > 0 && errors[0].type !== 'Delimiter') throw new Error(`csv: ${errors[0].message} in row ${errors[0].row}`);
  const from = (options.fromLine || 0) + (options.skipFirstLine && !options.asObjects ? 1 : 0);
  return data.slice(from, options.toLine === undefined ? undefined : options.toLine + 1);
}

export const parse = async (file, options) => Object.freeze(rows(file, options));

export class Parser {
  #rows;
  #at = 0;

  constructor(file, options) { this.#rows = rows(file, options); }

  async next() {
    return this.#at < this.#rows.length ? { done: false, value: this.#rows[this.#at++] } : { done: true, value: undefined };
  }
}

export default { parse, Parser };
