import http from 'k6/http';
import { check, group, sleep } from 'k6';
import { Counter, Rate, Trend } from 'k6/metrics';
import { randomIntBetween, randomItem } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

const failed = new Rate('failed');
const took = new Trend('took', true);
const orders = new Counter('orders');

export const options = {
  thresholds: { http_req_duration: ['p(95)<2000'], 'http_req_duration{endpoint:auth}': ['p(95)<2000'] },
};

export function setup() {
  return { health: http.get(`${__ENV.BASE_URL}/health`).status };
}

export default function (data) {
  let token;
  group('login', () => {
    const response = http.post(
      `${__ENV.BASE_URL}/auth/login`,
      JSON.stringify({ email: 'anna@example.com', password: 'buyer-1' }),
      { headers: { 'Content-Type': 'application/json' }, tags: { endpoint: 'auth', name: 'login' } },
    );
    failed.add(!check(response, { 'status is 200': (r) => r.status === 200 }));
    token = response.json('token');
  });
  group('browse', () => {
    const params = { headers: { Authorization: `Bearer ${token}` }, tags: { name: 'search' } };
    const found = http.get(`${__ENV.BASE_URL}/products/search?q=${randomItem(['laptop', 'mouse'])}`, params);
    check(found, { 'has results': (r) => JSON.parse(r.body).data.length > 0 });
    took.add(found.timings.duration);
    orders.add(randomIntBetween(1, 3) > 0 ? data.health / 200 : 0);
  });
  sleep(0.001);
}

export function teardown() {}
