// covers: CommonJS scripts
// console: INFO 1 200
const http = require('k6/http');

module.exports.options = { vus: 1 };
module.exports.setup = function () { return 1; };
module.exports.default = function (data) {
  console.log(data, http.default.get(`${__ENV.BASE_URL}/text`).status);
};
