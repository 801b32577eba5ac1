import four from './four.js';

export const name = 'helper';
export const add = (a, b) => a + b + four - 4;
export function boom() {
  throw new Error('from the helper');
}
