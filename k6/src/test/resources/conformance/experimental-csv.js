// covers: k6/experimental/csv
// console: INFO [["1","ann"],["2","bob"]] ann
import { open } from 'k6/experimental/fs';
import csv from 'k6/experimental/csv';

const file = await open('data/users.csv');
const records = await csv.parse(file, { skipFirstLine: true });

export default async function () {
  const parser = new csv.Parser(file, { skipFirstLine: true });
  const { value } = await parser.next();
  console.log(JSON.stringify(records), value[1]);
}
