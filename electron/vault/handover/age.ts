/** Files in the age format (age-encryption.org/v1), streamed: anybody with an age program opens them without this app. */
import { webcrypto } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';

/** Every age file begins with these bytes. */
const AGE_MARK = Buffer.from('age-encryption.org/v1\n');
/** Cost of the passphrase: 2^17 takes about a second and 128 MB, and age's own program takes it. */
const WORK_FACTOR = 17;
const PIECE = 1_048_576;

/** Who can open it: whoever knows the passphrase, or has the identity behind an address. */
export type AgeLock = { readonly passphrase: string } | { readonly recipient: string };

/** The library is an ES module only; it looks for the Web API that older runtimes do not put there by themselves. */
async function library(): Promise<typeof import('age-encryption')> {
  if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  return await import('age-encryption');
}

/** True for bytes at the beginning of a file in the age format. */
export function isAge(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, AGE_MARK.length)).equals(AGE_MARK);
}

/** A new identity (AGE-SECRET-KEY-1…) and its address (age1…). */
export async function newAgeIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await library();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The pieces, encrypted as they come. PACKAGE_RECIPIENT_INVALID before the first. */
export async function encrypted(pieces: AsyncIterable<Uint8Array>, lock: AgeLock): Promise<AsyncIterable<Uint8Array>> {
  const { Encrypter } = await library();
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    encrypter.setScryptWorkFactor(WORK_FACTOR);
    encrypter.setPassphrase(lock.passphrase.normalize('NFC'));
  } else addRecipient(encrypter, lock.recipient);
  return readAll(await encrypter.encrypt(streamOf(pieces)));
}

/**
 * The plain pieces. `keys` are passphrases or identities, tried in turn; PACKAGE_PASSPHRASE_NEEDED when the file wants a
 * passphrase and none is given, PACKAGE_WRONG_PASSPHRASE when none fits; PACKAGE_DAMAGED while reading, where bytes were changed.
 */
export async function decrypted(
  file: { readonly name: string; chunks(signal?: AbortSignal): AsyncIterable<Uint8Array> },
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { Decrypter } = await library();
  const decrypter = new Decrypter();
  for (const key of keys.filter((one) => one !== '')) {
    if (/^AGE-SECRET-KEY-/.test(key)) addIdentity(decrypter, key);
    else decrypter.addPassphrase(key.normalize('NFC'));
  }
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(streamOf(file.chunks(signal)));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const fits = keys.some((key) => key !== '' && !key.startsWith('AGE-SECRET-KEY-'));
    // What the library says of it is not for people: no key fits, or the header was changed so that none can.
    throw new AppError(
      fits ? 'PACKAGE_WRONG_PASSPHRASE' : 'PACKAGE_PASSPHRASE_NEEDED',
      { name: file.name },
      { cause: error },
    );
  }
  return authentic(plain, file.name);
}

/** PACKAGE_RECIPIENT_INVALID for what is no address (age1…) of the format. */
export async function refuseRecipient(recipient: string): Promise<void> {
  const { Encrypter } = await library();
  addRecipient(new Encrypter(), recipient);
}

async function* authentic(plain: ReadableStream<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* readAll(plain);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('PACKAGE_DAMAGED', { name, file: name }, { cause: error });
  }
}

function addRecipient(encrypter: InstanceType<typeof import('age-encryption')['Encrypter']>, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (error) {
    throw new AppError('PACKAGE_RECIPIENT_INVALID', {}, { cause: error });
  }
}

function addIdentity(decrypter: InstanceType<typeof import('age-encryption')['Decrypter']>, identity: string): void {
  try {
    decrypter.addIdentity(identity.trim());
  } catch (error) {
    throw new AppError('PACKAGE_WRONG_PASSPHRASE', {}, { cause: error });
  }
}

/** Pulled, so that no more than a piece waits; small pieces are joined, for each is a step of the stream. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const step = await source.next();
        if (step.done === true) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: async () => void (await source.return?.()),
    },
    { highWaterMark: 0 },
  );
}

/** Read to the end, or let go of where the reader stops. Joined to pieces of a megabyte: the library gives 64 kB at a time. */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let held: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      held.push(step.value);
      bytes += step.value.length;
      if (bytes < PIECE) continue;
      yield Buffer.concat(held);
      [held, bytes] = [[], 0];
    }
    if (bytes > 0) yield Buffer.concat(held);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
