// covers: k6.check, k6.group
// check: cart::added 1/0
// check: cart::pay::paid 1/0
// sample: checks{group:::cart::pay, check:paid} 1
import { check, group } from 'k6';

export default function () {
  group('cart', () => {
    check(1, { added: true });
    group('pay', () => check(1, { paid: true }));
  });
}
