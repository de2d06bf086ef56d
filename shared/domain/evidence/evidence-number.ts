/** An evidence item's number as it is shown and printed: B-0001. */
export function evidenceNumber(sequence: number): string {
  return `B-${String(sequence).padStart(4, '0')}`;
}
