/**
 * The recovery code: 130 random bits in Crockford's base32 and ten check bits, in seven groups of four, so that it can be
 * written down, read aloud and typed without mistaking O for 0 or I for 1.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const VALUE_SYMBOLS = 26;
const GROUP = 4;
/** Groups of a code; a person confirms the code by typing one of them. */
export const RECOVERY_GROUPS = 7;
/** Random bytes that a code is made from; the last six bits are not used. */
export const RECOVERY_RANDOM_BYTES = 17;

/** The code made from 17 random bytes, for example "8Q3K-…" with seven groups. */
export function recoveryCodeFrom(random: Uint8Array): string {
  if (random.length !== RECOVERY_RANDOM_BYTES) throw new Error(`${RECOVERY_RANDOM_BYTES} random bytes are needed`);
  const symbols = toSymbols(random, VALUE_SYMBOLS);
  return grouped(symbols + checkSymbols(symbols));
}

/** The canonical form of what a person typed, or null when it is not a code (mistyped, too short, wrong check). */
export function readRecoveryCode(typed: string): string | null {
  const symbols = plainSymbols(typed);
  if (symbols === null || symbols.length !== RECOVERY_GROUPS * GROUP) return null;
  const value = symbols.slice(0, VALUE_SYMBOLS);
  return checkSymbols(value) === symbols.slice(VALUE_SYMBOLS) ? grouped(symbols) : null;
}

/** One group of a code in canonical form, by its 0-based place. */
export function recoveryGroup(code: string, index: number): string | null {
  return code.split('-')[index] ?? null;
}

/** What a person typed for one group, in canonical form; null when it is not one. */
export function readRecoveryGroup(typed: string): string | null {
  const symbols = plainSymbols(typed);
  return symbols !== null && symbols.length === GROUP ? symbols : null;
}

function plainSymbols(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return [...plain].every((symbol) => ALPHABET.includes(symbol)) ? plain : null;
}

function toSymbols(bytes: Uint8Array, count: number): string {
  let symbols = '';
  for (let index = 0; index < count; index += 1) {
    let value = 0;
    for (let bit = index * 5; bit < index * 5 + 5; bit += 1) {
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    symbols += ALPHABET.charAt(value);
  }
  return symbols;
}

/** Two symbols: the value modulo 1021, a prime, so that any one wrong symbol and any swap of neighbours is noticed. */
function checkSymbols(symbols: string): string {
  let remainder = 0;
  for (const symbol of symbols) remainder = (remainder * 32 + ALPHABET.indexOf(symbol)) % 1021;
  return ALPHABET.charAt(remainder >> 5) + ALPHABET.charAt(remainder & 31);
}

function grouped(symbols: string): string {
  const groups: string[] = [];
  for (let start = 0; start < symbols.length; start += GROUP) groups.push(symbols.slice(start, start + GROUP));
  return groups.join('-');
}
