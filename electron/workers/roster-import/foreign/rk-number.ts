/** Excel's short form of a number. */

/** A number in four bytes: thirty bits of an integer or of a double's upper half, maybe a hundred times too large. */
export function rkNumber(bits: number): number {
  const holder = Buffer.alloc(8);
  holder.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = (bits & 2) === 0 ? holder.readDoubleLE(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}
