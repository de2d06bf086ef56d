/** A locked .ods (OpenDocument 1.2 and 1.3, part 3, chapter 4): each part under AES, its description in the manifest. */
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import { DamagedPart } from '../damage.ts';
import { type AttributeReader, readDocument } from '../foreign/xml-document.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { hash } from './password-key.ts';

const VOCABULARY = { 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'm' };
const PART = 'content.xml';
/** Bytes that the checksum is over. */
const CHECKED_BYTES = 1024;

interface Lock {
  size: number;
  checksum: Buffer;
  checksumKind: string;
  cipher: string;
  vector: Buffer;
  start: string;
  derivation: string;
  keyBytes: number;
  rounds: number;
  salt: Buffer;
}

/** What the manifest says about the table's part: null when it is not locked. Throws DamagedPart. */
export async function readLock(manifest: AsyncIterable<Uint8Array>): Promise<Lock | null> {
  const lock: Partial<Lock> = {};
  let inPart = false;
  await readDocument(manifest, VOCABULARY, {
    open(name, attribute) {
      if (name === 'm:file-entry') {
        inPart = attribute('m:full-path') === PART;
        if (inPart) lock.size = Number(attribute('m:size') ?? Number.NaN);
      } else if (inPart) takeDescription(lock, name, attribute);
    },
    close: () => undefined,
    text: () => undefined,
    wantsText: () => false,
  });
  return lock.checksum === undefined ? null : complete(lock);
}

function takeDescription(lock: Partial<Lock>, name: string, attribute: AttributeReader): void {
  const bytes = (which: string): Buffer => Buffer.from(attribute(which) ?? '', 'base64');
  if (name === 'm:encryption-data') {
    lock.checksum = bytes('m:checksum');
    lock.checksumKind = attribute('m:checksum-type') ?? '';
  } else if (name === 'm:algorithm') {
    lock.cipher = attribute('m:algorithm-name') ?? '';
    lock.vector = bytes('m:initialisation-vector');
  } else if (name === 'm:start-key-generation') lock.start = attribute('m:start-key-generation-name') ?? '';
  else if (name === 'm:key-derivation') {
    lock.derivation = attribute('m:key-derivation-name') ?? '';
    lock.keyBytes = Number(attribute('m:key-size') ?? 16);
    lock.rounds = Number(attribute('m:iteration-count') ?? Number.NaN);
    lock.salt = bytes('m:salt');
  }
}

/** Only the lock that every program has written since 2011; older and newer ones are named as locked, and stay so. */
function complete(lock: Partial<Lock>): Lock {
  const { size, checksum, checksumKind, cipher, vector, start, derivation, keyBytes, rounds, salt } = lock;
  const known =
    cipher?.endsWith('#aes256-cbc') === true &&
    start?.endsWith('#sha256') === true &&
    checksumKind?.endsWith('#sha256-1k') === true &&
    derivation === 'PBKDF2' &&
    keyBytes === 32;
  if (!known) throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'ods' });
  if (rounds === undefined || !Number.isSafeInteger(rounds) || rounds < 1)
    throw new DamagedPart('cell-value', 'rounds');
  if (rounds > LIMITS.passwordRounds) throw limitExceeded('passwordRounds');
  if (size === undefined || !Number.isSafeInteger(size) || !checksum || vector?.length !== 16 || !salt?.length)
    throw new DamagedPart('missing-part', 'the description of the lock');
  return { size, checksum, checksumKind, cipher, vector, start, derivation, keyBytes, rounds, salt };
}

/** The part's bytes. Throws ROSTER_PASSWORD_WRONG, ROSTER_LIMIT_EXCEEDED, DamagedPart. */
export function openLockedPart(lock: Lock, sealed: Buffer, password: string): Buffer {
  if (lock.size > LIMITS.wholeUnpackedBytes) throw limitExceeded('wholeUnpackedBytes');
  if (sealed.length === 0 || sealed.length % 16 !== 0) throw new DamagedPart('size', 'no whole blocks');
  const start = hash('sha256', Buffer.from(password, 'utf8'));
  const key = pbkdf2Sync(start, lock.salt, lock.rounds, lock.keyBytes, 'sha1');
  const cipher = createDecipheriv('aes-256-cbc', key, lock.vector).setAutoPadding(false);
  const padded = Buffer.concat([cipher.update(sealed), cipher.final()]);
  // The last byte says how many were added; what comes out of a wrong key says anything.
  const added = padded.at(-1) ?? 0;
  const packed = padded.subarray(0, Math.max(0, padded.length - added));
  if (added < 1 || added > 16 || !hash('sha256', packed.subarray(0, CHECKED_BYTES)).equals(lock.checksum))
    throw new AppError('ROSTER_PASSWORD_WRONG', { format: 'ods' });
  return inflated(packed, lock.size);
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: size + 1 });
    if (bytes.length === size) return bytes;
  } catch (error) {
    throw new DamagedPart('compressed-data', 'the locked part', { cause: error });
  }
  throw new DamagedPart('size', 'not the bytes that were declared');
}
