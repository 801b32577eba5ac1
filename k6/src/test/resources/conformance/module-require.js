// covers: require
// console: INFO 200 3 cjs
const http = require('k6/http');
const { add } = require('./lib/helper.js');
const cjs = require('./lib/common.js');

export default function () {
  console.log(http.get(`${__ENV.BASE_URL}/text`).status, add(1, 2), cjs.name);
}
