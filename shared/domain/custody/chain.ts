/**
 * Rules of the custody chain: what an entry is, what its hash and signature cover, and which keys may sign.
 * The keys are stated by the log itself, so an exported log can be checked without the vault.
 */
import { canonicalJson } from './canonical-json.ts';

export type CustodyFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What the hash covers. Ids, hashes and counts only: never a name, never free text. */
export interface CustodyBody {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** UTC instant, ISO 8601. */
  readonly at: string;
  /** Id of the acting user. */
  readonly user: string;
  /** keyIdOf the key that signed. */
  readonly key: string;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly facts: CustodyFacts;
  /** Hash of the entry before; FIRST_PREVIOUS for the first. */
  readonly previous: string;
}
export interface CustodyEntry extends CustodyBody {
  /** SHA-256 of the canonical body, lower-case hex. */
  readonly hash: string;
  /** Ed25519 over signedText(hash), base64. */
  readonly signature: string;
}

export const FIRST_PREVIOUS = '0'.repeat(64);

/** Actions that say which keys may sign. */
export const KEY_ACTIONS = {
  created: 'vault.created',
  userAdded: 'user.added',
  userRecovered: 'user.recovered',
  userRemoved: 'user.removed',
  recoveryRenewed: 'recovery.renewed',
} as const;

/** What a check needs from the outside; shared/domain has no crypto of its own. */
export interface ChainPrimitives {
  /** SHA-256 of UTF-8 text or of bytes given in hex, lower-case hex. */
  sha256(text: string): string;
  sha256OfHex(hex: string): string;
  /** Ed25519; public key in hex, signature in base64. */
  verify(publicKey: string, message: string, signature: string): boolean;
}

/** Names a public key (hex) in 32 hex characters. */
export function keyIdOf(publicKey: string, primitives: Pick<ChainPrimitives, 'sha256OfHex'>): string {
  return primitives.sha256OfHex(publicKey).slice(0, 32);
}

/** The text that is hashed. */
export function bodyText(body: CustodyBody): string {
  const { sequence, at, user, key, action, subjectKind, subjectId, facts, previous } = body;
  return canonicalJson({ sequence, at, user, key, action, subjectKind, subjectId, facts, previous });
}

/** The text that is signed; the prefix keeps the signature from meaning anything elsewhere. */
export function signedText(hash: string): string {
  return `netra-custody-1:${hash}`;
}

/** One line of an exported log. */
export function entryLine(entry: CustodyEntry): string {
  const { sequence, at, user, key, action, subjectKind, subjectId, facts, previous, hash, signature } = entry;
  return canonicalJson({
    sequence,
    at,
    user,
    key,
    action,
    subjectKind,
    subjectId,
    facts,
    previous,
    hash,
    signature,
  });
}

export type ChainProblem = 'gap' | 'previous-differs' | 'hash-differs' | 'key-unknown' | 'signature-wrong';

/** Checks entries as they come, in order; the first problem is final. */
export interface ChainCheck {
  next(entry: CustodyEntry): ChainProblem | null;
}

interface SigningKey {
  readonly publicKey: string;
  /** The user whose key it is, or null for the recovery code's. */
  readonly user: string | null;
}

/** The keys that may sign, as the entries that were seen so far state them. */
export interface SigningKeys {
  /** The public key (hex) that may have signed this entry; null when none may. */
  of(entry: CustodyEntry): string | null;
  /** Takes in what the entry says about keys. */
  introduce(entry: CustodyEntry): void;
}

/** Keys before the first entry: none. */
export function createSigningKeys(primitives: ChainPrimitives): SigningKeys {
  const keys = new Map<string, SigningKey>();
  return {
    of: (entry) => {
      const key = keys.get(entry.key);
      return key && maySign(key, entry) ? key.publicKey : null;
    },
    introduce: (entry) => introduce(keys, entry, primitives),
  };
}

/** A check that starts before the first entry. */
export function createChainCheck(primitives: ChainPrimitives): ChainCheck {
  const keys = createSigningKeys(primitives);
  let sequence = 0;
  let previous = FIRST_PREVIOUS;
  return {
    next(entry) {
      if (entry.sequence !== sequence + 1) return 'gap';
      if (entry.previous !== previous) return 'previous-differs';
      if (primitives.sha256(bodyText(entry)) !== entry.hash) return 'hash-differs';
      if (sequence === 0) keys.introduce(entry);
      const key = keys.of(entry);
      if (key === null) return 'key-unknown';
      if (!primitives.verify(key, signedText(entry.hash), entry.signature)) return 'signature-wrong';
      if (sequence > 0) keys.introduce(entry);
      sequence = entry.sequence;
      previous = entry.hash;
      return null;
    },
  };
}

/** The recovery code's key does one thing: it gives a user new keys. */
function maySign(key: SigningKey, entry: CustodyEntry): boolean {
  if (key.user === null) return entry.action === KEY_ACTIONS.userRecovered;
  return key.user === entry.user;
}

function introduce(keys: Map<string, SigningKey>, entry: CustodyEntry, primitives: ChainPrimitives): void {
  const signKey = entry.facts['signKey'];
  const recoverySignKey = entry.facts['recoverySignKey'];
  const owner = ownerOf(entry);
  if (entry.action === KEY_ACTIONS.userRemoved || entry.action === KEY_ACTIONS.userRecovered) {
    removeKeysOf(keys, entry.subjectId);
  }
  if (owner !== null && typeof signKey === 'string') {
    keys.set(keyIdOf(signKey, primitives), { publicKey: signKey, user: owner });
  }
  if (typeof recoverySignKey === 'string' && mayRenewRecovery(entry.action)) {
    removeKeysOf(keys, null);
    keys.set(keyIdOf(recoverySignKey, primitives), { publicKey: recoverySignKey, user: null });
  }
}

/** Whose new key an entry states; null for entries that state none. */
function ownerOf(entry: CustodyEntry): string | null {
  if (entry.action === KEY_ACTIONS.created) return entry.sequence === 1 ? entry.user : null;
  if (entry.action === KEY_ACTIONS.userAdded || entry.action === KEY_ACTIONS.userRecovered) return entry.subjectId;
  return null;
}

function mayRenewRecovery(action: string): boolean {
  return action === KEY_ACTIONS.created || action === KEY_ACTIONS.userRemoved || action === KEY_ACTIONS.recoveryRenewed;
}

function removeKeysOf(keys: Map<string, SigningKey>, user: string | null): void {
  for (const [id, key] of keys) if (key.user === user) keys.delete(id);
}
