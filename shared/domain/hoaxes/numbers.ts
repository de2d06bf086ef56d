/** A hoax's number as it is shown and printed: H-0001. */
export function hoaxNumber(sequence: number): string {
  return `H-${String(sequence).padStart(4, '0')}`;
}
