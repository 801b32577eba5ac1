export type Pair = [number, number];

export const double = (n: number): number => n * 2;
