// covers: TypeScript
// console: INFO 7 B user-1 0
import http, { type Response } from 'k6/http';
import { Options } from 'k6/options';
import { double, type Pair } from './lib/types.ts';

enum Kind { A, B }

interface User { id: number; name?: string }

export const options: Options = { vus: 1 };

class Box<T> {
  constructor(private readonly value: T) {}

  get(): T { return this.value as T; }
}

function label(user: User): string {
  return `user-${user.id}`;
}

export default function (): void {
  const pair: Pair = [3, 1];
  const res: Response | null = null;
  console.log(new Box<number>(double(pair[0]) + pair[1]).get(), Kind[1], label({ id: 1 } satisfies User), res === null ? 0 : http);
}
