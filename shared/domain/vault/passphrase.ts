/**
 * Judges a passphrase by what an attacker tries first: length, repetition, sequences, common words and the user's own
 * name. It does not ask for kinds of characters: that makes passphrases that are hard to keep and no harder to guess.
 */

export type PassphraseProblem = 'too-short' | 'repeated' | 'sequence' | 'common' | 'personal';

export const PASSPHRASE_MIN_LENGTH = 12;

/** What people in Indonesian offices choose first, and their like: compared without spaces and digits around them. */
const COMMON = [
  'password',
  'katasandi',
  'rahasia',
  'sandirahasia',
  'indonesia',
  'merdeka',
  'pemilu',
  'bawaslu',
  'inspektorat',
  'administrator',
  'admin',
  'sayangku',
  'bismillah',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'passphrase',
  'letmein',
  'welcome',
  'selamatdatang',
];
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** The first thing wrong with it, or null. `personal` are words that others know of the user (name, agency, vault). */
export function judgePassphrase(passphrase: string, personal: readonly string[] = []): PassphraseProblem | null {
  const text = passphrase.normalize('NFKC').toLowerCase();
  if ([...text].length < PASSPHRASE_MIN_LENGTH) return 'too-short';
  if (new Set(text.replaceAll(/\s/g, '')).size < 5 || /^(.{1,5})\1+$/.test(text)) return 'repeated';
  const compact = text.replaceAll(/[\s\-_.]/g, '');
  if (SEQUENCES.some((sequence) => sequence.repeat(2).includes(compact))) return 'sequence';
  const core = compact.replaceAll(/[^\p{L}]/gu, '');
  if (COMMON.includes(core) || COMMON.includes(halfOf(core))) return 'common';
  if (personal.some((word) => isMostly(core, word))) return 'personal';
  return null;
}

/** "passwordpassword" is "password". */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
}

/** Whether little but the word is left: three letters more do not make it a secret. */
function isMostly(core: string, word: string): boolean {
  const plain = word.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
  return plain.length >= 4 && core.includes(plain) && core.length - plain.length < 4;
}
