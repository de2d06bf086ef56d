/** Whether two reports seem to be about the same matter; an officer decides, this only suggests. */
export const SIMILAR_REASONS = ['same-link', 'same-person', 'same-account', 'same-text'] as const;
export type SimilarReason = (typeof SIMILAR_REASONS)[number];

/** What of a report is compared. */
export interface Matter {
  /** Result of addressKey; empty without an address. */
  readonly addressKey: string;
  readonly employeeId: string | null;
  readonly accusedText: string;
  readonly accountText: string;
  /** Subject and description. */
  readonly text: string;
}

/** Share of three-word pieces that two texts have in common before they count as nearly the same. */
const NEAR = 0.5;
/** Shorter texts have too few pieces to say anything. */
const FEWEST_PIECES = 5;
const PIECE = 3;

/** Why they seem to be the same; none: they do not. */
export function similarReasons(one: Matter, other: Matter): SimilarReason[] {
  const reasons: SimilarReason[] = [];
  if (one.addressKey !== '' && one.addressKey === other.addressKey) reasons.push('same-link');
  if (samePerson(one, other)) reasons.push('same-person');
  const account = accountName(one.accountText);
  if (account !== '' && account === accountName(other.accountText)) reasons.push('same-account');
  if (nearness(one.text, other.text) >= NEAR) reasons.push('same-text');
  return reasons;
}

function samePerson(one: Matter, other: Matter): boolean {
  if (one.employeeId !== null && other.employeeId !== null) return one.employeeId === other.employeeId;
  const name = wordsOf(one.accusedText).join(' ');
  // A single word is too common a name to suggest anything by.
  return name.includes(' ') && name === wordsOf(other.accusedText).join(' ');
}

/** A handle without its sign and platform: "@nama" and "Instagram: nama" are one. */
function accountName(text: string): string {
  return (
    text
      .toLowerCase()
      .split(/[\s:/]+/)
      .findLast((part) => part !== '') ?? ''
  ).replace(/^@/, '');
}

/** Of 0 (nothing in common) to 1 (the same): three-word pieces in common, as a share of the shorter text's. */
export function nearness(one: string, other: string): number {
  const [a, b] = [piecesOf(one), piecesOf(other)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size < FEWEST_PIECES) return 0;
  let common = 0;
  for (const piece of shorter) if (longer.has(piece)) common += 1;
  return common / shorter.size;
}

function piecesOf(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.slice(PIECE - 1).map((_word, index) => words.slice(index, index + PIECE).join(' ')));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
