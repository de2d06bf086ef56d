/**
 * Windows-1252 by our own table: the runtime's decoder takes it for ISO 8859-1 in some versions, and loses the curly quotes
 * and dashes that Word and Excel write.
 */

/** The characters of 0x80 to 0x9F; a byte without one keeps its number. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text of bytes; each is one character, so that pieces can be decoded by themselves. */
export function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80));
}
