/** Locked .xls (MS-XLS 2.2.10): the bodies of most records under RC4, whose key changes every 1,024 bytes. */
import { AppError } from '#shared/errors/app-error.ts';
import { DamagedPart } from '../damage.ts';
import { recordsOf } from '../foreign/biff.ts';
import { EXCELS_OWN_PASSWORD, hash, littleEndian } from './password-key.ts';
import { Rc4 } from './rc4.ts';

const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
/** A record that every reader passes over: what the lock's own record becomes. */
const NOTHING = 0x0087;
/** Beginning of a part, the lock itself, and what belongs to sharing the file: written open. */
const OPEN_RECORDS = new Set([0x0809, FILE_PASS, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
const BLOCK_BYTES = 1024;

/** Key of a block by its number. */
type BlockKey = (block: number) => Buffer;

/** The stream with its records opened. Throws ROSTER_FILE_ENCRYPTED, ROSTER_PASSWORD_WRONG, DamagedPart. */
export function openLockedBiff(stream: Buffer, password: string | undefined): Buffer {
  const lock = [...recordsOf(stream)].find(({ type }) => type === FILE_PASS);
  if (!lock) throw new DamagedPart('record', 'no lock');
  const key = (password === undefined ? null : unlock(lock.body, password)) ?? unlock(lock.body, EXCELS_OWN_PASSWORD);
  if (key === null)
    throw new AppError(password === undefined ? 'ROSTER_FILE_ENCRYPTED' : 'ROSTER_PASSWORD_WRONG', { format: 'xls' });
  const opened = Buffer.from(stream);
  const mask = keystream(stream.length, key);
  for (const { type, at, body } of recordsOf(stream)) {
    if (type === FILE_PASS) opened.writeUInt16LE(NOTHING, at);
    if (OPEN_RECORDS.has(type)) continue;
    // The place of a sheet is written open, its name is not.
    const from = at + 4 + (type === BOUND_SHEET ? 4 : 0);
    for (let index = from; index < at + 4 + body.length; index += 1)
      opened[index] = (stream[index] ?? 0) ^ (mask[index] ?? 0);
  }
  return opened;
}

/** What every byte of the stream is mixed with; bytes that are written open use theirs up as well. */
function keystream(length: number, key: BlockKey): Buffer {
  const mask = Buffer.alloc(length);
  for (let at = 0, block = 0; at < length; at += BLOCK_BYTES, block += 1)
    new Rc4(key(block)).apply(mask.subarray(at, at + BLOCK_BYTES));
  return mask;
}

/** The keys, or null for a wrong password. */
function unlock(body: Buffer, password: string): BlockKey | null {
  if (body.length < 6) throw new DamagedPart('record', 'lock cut off');
  const kind = body.readUInt16LE(0);
  const major = body.readUInt16LE(2);
  const minor = body.readUInt16LE(4);
  if (kind === 1 && major === 1 && minor === 1) return unlockPlain(body.subarray(6), password);
  if (kind === 1 && minor === 2 && major >= 2 && major <= 4) return unlockCryptoApi(body.subarray(6), password);
  // The obfuscation of Excel 95: no password of ours opens it.
  throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'xls' });
}

function unlockPlain(lock: Buffer, password: string): BlockKey | null {
  if (lock.length < 48) throw new DamagedPart('record', 'lock cut off');
  const salt = lock.subarray(0, 16);
  const short = hash('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const mixed = hash('md5', ...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5);
  const key: BlockKey = (block) => hash('md5', mixed, littleEndian(block));
  return isRight(key, 'md5', lock.subarray(16, 32), lock.subarray(32, 48)) ? key : null;
}

function unlockCryptoApi(lock: Buffer, password: string): BlockKey | null {
  const header = lock.length >= 8 ? lock.readUInt32LE(4) : 0;
  const at = 8 + header;
  if (header < 32 || at + 60 > lock.length) throw new DamagedPart('record', 'lock cut off');
  const stated = lock.readUInt32LE(8 + 16);
  const keyBytes = (stated === 0 ? 40 : stated) / 8;
  if (keyBytes < 5 || keyBytes > 16) throw new DamagedPart('integrity', 'a lock of an unknown kind');
  const salt = lock.subarray(at + 4, at + 20);
  const base = hash('sha1', salt, Buffer.from(password, 'utf16le'));
  const key: BlockKey = (block) => {
    const bytes = hash('sha1', base, littleEndian(block)).subarray(0, keyBytes);
    return keyBytes === 5 ? Buffer.concat([bytes, Buffer.alloc(11)]) : bytes;
  };
  return isRight(key, 'sha1', lock.subarray(at + 20, at + 36), lock.subarray(at + 40, at + 60)) ? key : null;
}

function isRight(key: BlockKey, algorithm: string, verifier: Buffer, verifierHash: Buffer): boolean {
  const cipher = new Rc4(key(0));
  const plain = cipher.apply(Buffer.from(verifier));
  return hash(algorithm, plain).equals(cipher.apply(Buffer.from(verifierHash)));
}
