/** The custody log of an open vault: appends inside a transaction, reads, answers about heads. */
import { canonicalJson } from '#shared/domain/custody/canonical-json.ts';
import { bodyText, FIRST_PREVIOUS, keyIdOf, signedText } from '#shared/domain/custody/chain.ts';
import type { ChainPrimitives, CustodyBody, CustodyEntry, CustodyFacts } from '#shared/domain/custody/chain.ts';
import { sha256Hex, signBytes, verifyBytes } from '../crypto/keys.ts';
import type { RawKeyPair } from '../crypto/keys.ts';
import type { CustodyDraft, CustodyHead, ReadableDatabase, SqlRow, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

/** SHA-256 and Ed25519 for the chain's rules. */
export const CHAIN_PRIMITIVES: ChainPrimitives = {
  sha256: (text) => sha256Hex(text),
  sha256OfHex: (hex) => sha256Hex(Buffer.from(hex, 'hex')),
  verify: (publicKey, message, signature) =>
    verifyBytes(Buffer.from(publicKey, 'hex'), Buffer.from(message), Buffer.from(signature, 'base64')),
};

/** Who signs: a user with that user's key, or the recovery code's key on behalf of the user it helps. */
export interface CustodySigner {
  readonly userId: string;
  readonly sign: RawKeyPair;
}

/** Appends one entry; call it inside the transaction of what it tells. */
export function appendCustody(
  database: WritableDatabase,
  draft: CustodyDraft,
  signer: CustodySigner,
  at: Date,
): CustodyHead {
  const head = readHead(database);
  const body: CustodyBody = {
    sequence: head.sequence + 1,
    at: at.toISOString(),
    user: signer.userId,
    key: keyIdOf(signer.sign.publicKey.toString('hex'), CHAIN_PRIMITIVES),
    action: draft.action,
    subjectKind: draft.subjectKind,
    subjectId: draft.subjectId,
    facts: draft.facts,
    previous: head.hash,
  };
  const hash = sha256Hex(bodyText(body));
  database.run(
    `INSERT INTO custody (sequence, at, user_id, key_id, action, subject_kind, subject_id, facts, previous, hash, signature)
     VALUES (@sequence, @at, @user, @key, @action, @subjectKind, @subjectId, @facts, @previous, @hash, @signature)`,
    {
      ...body,
      facts: canonicalJson(body.facts),
      hash,
      signature: signBytes(signer.sign.privateKey, Buffer.from(signedText(hash))),
    },
  );
  return { sequence: body.sequence, hash };
}

/** The newest entry's number and hash; 0 and FIRST_PREVIOUS before the first. */
export function readHead(database: ReadableDatabase): CustodyHead {
  const row = database.get('SELECT sequence, hash FROM custody ORDER BY sequence DESC LIMIT 1');
  return row
    ? { sequence: numberOf(row, 'sequence'), hash: textOf(row, 'hash') }
    : { sequence: 0, hash: FIRST_PREVIOUS };
}

/** Whether a head (as printed on a report) is an entry of this log. */
export function isAncestor(database: ReadableDatabase, head: CustodyHead): boolean {
  const row = database.get('SELECT hash FROM custody WHERE sequence = @sequence', { sequence: head.sequence });
  return row !== undefined && textOf(row, 'hash') === head.hash;
}

/** Entries from a sequence number on, at most `limit`, in order. */
export function readEntries(database: ReadableDatabase, from: number, limit: number): CustodyEntry[] {
  return database
    .all('SELECT * FROM custody WHERE sequence >= @from ORDER BY sequence LIMIT @limit', { from, limit })
    .map(entryOf);
}

function entryOf(row: SqlRow): CustodyEntry {
  const signature = row['signature'];
  if (!(signature instanceof Uint8Array)) throw new Error('a custody signature is not bytes');
  return {
    sequence: numberOf(row, 'sequence'),
    at: textOf(row, 'at'),
    user: textOf(row, 'user_id'),
    key: textOf(row, 'key_id'),
    action: textOf(row, 'action'),
    subjectKind: textOrNull(row, 'subject_kind'),
    subjectId: textOrNull(row, 'subject_id'),
    facts: readFacts(textOf(row, 'facts')),
    previous: textOf(row, 'previous'),
    hash: textOf(row, 'hash'),
    signature: Buffer.from(signature).toString('base64'),
  };
}

/** Facts as stored; anything that is not a flat object of plain values reads as empty and so fails its hash. */
export function readFacts(text: string): CustodyFacts {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const plain = (member: unknown): member is CustodyFacts[string] =>
    member === null || ['string', 'number', 'boolean'].includes(typeof member);
  return Object.fromEntries(
    Object.entries(value).filter((member): member is [string, CustodyFacts[string]] => plain(member[1])),
  );
}
