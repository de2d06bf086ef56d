/** Whether a text gives away who reports: then the officer is told before it is filed where others read it. */

/** Shorter names are words of the language too often. */
const SHORTEST = 4;
/** Digits of a telephone number that are enough to know it again, however its beginning is written. */
const KNOWN_DIGITS = 8;

/** True when the text holds the sender's name, address or telephone number, in any case and spacing. */
export function namesSender(text: string, sender: string): boolean {
  const plain = tidy(sender);
  if (plain.length < SHORTEST) return false;
  const digits = sender.replace(/\D/g, '');
  const isNumber = digits.length >= KNOWN_DIGITS && !/\p{L}/u.test(sender);
  if (isNumber) return text.replace(/[ .()-]/g, '').includes(digits.slice(-KNOWN_DIGITS));
  return ` ${tidy(text)} `.includes(` ${plain} `);
}

function tidy(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}
