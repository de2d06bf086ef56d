/** Numbers as they are typed back from a printed list: "1-14, 16, 20". */

/** Ends that are further apart are a slip of the finger. */
const LONGEST_RANGE = 5_000;

export type TypedNumbers =
  | { readonly numbers: readonly number[] /** Typed more than once. */; readonly repeated: readonly number[] }
  | { readonly unreadable: string };

/** Commas, semicolons, spaces and lines part them; "s.d.", "sd", "-" and "–" make ranges. In the order of the list, each once. */
export function readTypedNumbers(text: string): TypedNumbers {
  const joined = text
    .replaceAll(/\s*(?:s\.?\s?\/?d\.?|sampai|[-–—])\s*/giu, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const part of joined) {
    const range = /^(\d{1,5})\.?(?:-(\d{1,5})\.?)?$/.exec(part);
    if (range === null) return { unreadable: part };
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (from < 1 || to < from || to - from > LONGEST_RANGE) return { unreadable: part };
    for (let number = from; number <= to; number += 1) (seen.has(number) ? repeated : seen).add(number);
  }
  const inOrder = (numbers: Iterable<number>): number[] => [...numbers].sort((one, other) => one - other);
  return { numbers: inOrder(seen), repeated: inOrder(repeated) };
}
