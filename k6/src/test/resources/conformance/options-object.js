// covers: options
// console: INFO 3
export const options = { vus: 3, thresholds: { http_req_duration: ['p(95)<500'] } };

export default function () {
  console.log(options.vus);
}
