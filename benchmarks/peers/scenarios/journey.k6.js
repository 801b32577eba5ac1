// scenarios/storefront.k6.js without think time and thresholds.
import http from 'k6/http';
import { check, group } from 'k6';
import { Counter, Rate, Trend } from 'k6/metrics';
import { randomIntBetween, randomItem } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';

const BASE_URL = __ENV.BASE_URL || 'http://127.0.0.1:8080';
const WEB_URL = __ENV.WEB_URL || BASE_URL;

const errorRate = new Rate('error_rate');
const orderCompletion = new Trend('order_completion_time', true);
const abandoned = new Rate('checkout_abandonment_rate');
const orders = new Counter('orders');

export const options = {
  scenarios: {
    journey: {
      executor: 'constant-vus',
      vus: Number(__ENV.USERS),
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '1s',
    },
  },
};

const users = [
  { email: 'anna@example.com', password: 'buyer-1' },
  { email: 'ben@example.com', password: 'buyer-2' },
  { email: 'clara@example.com', password: 'buyer-3' },
];
const terms = ['laptop', 'mouse', 'keyboard', 'monitor'];
const products = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30];

function json(token, endpoint, name) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  return { headers, tags: { endpoint, name } };
}

export default function () {
  let token = '';

  group('User Authentication Flow', () => {
    const response = http.post(
      `${BASE_URL}/auth/login`,
      JSON.stringify(randomItem(users)),
      json('', 'auth', 'login'),
    );
    const ok = check(response, {
      'login status is 200': (r) => r.status === 200,
      'login has a token': (r) => r.json('token') !== undefined,
    });
    errorRate.add(!ok);
    if (ok) {
      token = response.json('token');
    }
  });

  group('Product Browsing', () => {
    const home = http.get(`${WEB_URL}/`, { tags: { endpoint: 'homepage', name: 'homepage' } });
    check(home, { 'homepage status is 200': (r) => r.status === 200 });
    const found = http.get(
      `${BASE_URL}/products/search?q=${randomItem(terms)}`,
      json(token, 'products', 'search products'),
    );
    check(found, {
      'search status is 200': (r) => r.status === 200,
      'search has results': (r) => JSON.parse(r.body).data.length > 0,
    });
    const product = http.get(
      `${BASE_URL}/products/${randomItem(products)}`,
      json(token, 'products', 'view product'),
    );
    check(product, { 'product status is 200': (r) => r.status === 200 });
  });

  group('Shopping Cart Operations', () => {
    let first;
    const adds = randomIntBetween(1, 3);
    for (let i = 0; i < adds; i++) {
      const item = { productId: randomItem(products), quantity: randomIntBetween(1, 5) };
      const added = http.post(
        `${BASE_URL}/cart/add`,
        JSON.stringify(item),
        json(token, 'cart', 'add to cart'),
      );
      check(added, { 'add to cart status is 200': (r) => r.status === 200 });
      first = first || item;
    }
    const cart = http.get(`${BASE_URL}/cart`, json(token, 'cart', 'view cart'));
    check(cart, {
      'cart status is 200': (r) => r.status === 200,
      'cart has items': (r) => r.json('items').length > 0,
    });
    const updated = http.put(
      `${BASE_URL}/cart/update`,
      JSON.stringify({ productId: first.productId, quantity: first.quantity + 1 }),
      json(token, 'cart', 'update cart'),
    );
    check(updated, { 'update cart status is 200': (r) => r.status === 200 });
  });

  group('Checkout Process', () => {
    const begun = Date.now();
    const start = http.post(
      `${BASE_URL}/checkout/start`,
      '{}',
      json(token, 'checkout', 'start checkout'),
    );
    const started = check(start, { 'checkout started': (r) => r.status === 200 });
    abandoned.add(!started);
    if (!started) {
      return;
    }
    http.post(
      `${BASE_URL}/checkout/shipping`,
      JSON.stringify({ address: '123 Test Street', city: 'Test City', zipCode: '12345', country: 'US' }),
      json(token, 'checkout', 'set shipping address'),
    );
    http.post(
      `${BASE_URL}/checkout/payment-method`,
      JSON.stringify({ type: 'credit_card', cardNumber: '4111111111111111', expiryDate: '12/30', cvv: '123' }),
      json(token, 'checkout', 'set payment method'),
    );
    const completed = http.post(
      `${BASE_URL}/checkout/complete`,
      '{}',
      json(token, 'checkout', 'complete checkout'),
    );
    if (check(completed, { 'order has an id': (r) => r.json('orderId') !== undefined })) {
      orders.add(1);
      orderCompletion.add(Date.now() - begun);
    }
  });

  group('User Account Operations', () => {
    const list = http.get(`${BASE_URL}/orders`, json(token, 'orders', 'list orders'));
    check(list, { 'orders status is 200': (r) => r.status === 200 });
    const profile = http.put(
      `${BASE_URL}/user/profile`,
      JSON.stringify({ firstName: 'Load', lastName: `Tester ${__VU}`, phone: '+1 555 0100' }),
      json(token, 'user', 'update profile'),
    );
    check(profile, { 'profile status is 200': (r) => r.status === 200 });
  });
}
