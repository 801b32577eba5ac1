// covers: TypeScript, places in errors
// error: Error: typed
// error-at: typescript-error-place.ts:20:11
interface A {
  a: number;
}

interface B extends A {
  b: string;
}

type C = A | B;

export default function (): void {
  const c: C = { a: 1 };
  const check = (value: C): void => {
    // the column counts the author's characters, not the generated ones
    if (value.a) {
      let n: number = 1; n++;
    throw new Error('typed');
    }
  };
  check(c);
}
