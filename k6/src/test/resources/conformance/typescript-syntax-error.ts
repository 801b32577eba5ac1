// covers: TypeScript, syntax errors
// init-error: typescript-syntax-error.ts:4:12
export default function (): void {
  const a: = 1;
}
