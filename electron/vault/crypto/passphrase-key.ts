/** From a passphrase (or recovery code) to a key: Argon2id, its parameters stored beside what it protects. */
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { hkdf } from './keys.ts';

/** Cost of one derivation. */
export interface KdfProfile {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** What a new slot costs: 64 MiB, three passes. */
export const STANDARD_KDF: KdfProfile = { memoryKib: 65_536, iterations: 3, parallelism: 1 };

/** As stored in the header. The upper bounds keep a forged header from exhausting the machine. */
export const storedKdf = z.strictObject({
  name: z.literal('argon2id'),
  memoryKib: z.number().int().min(8).max(1_048_576),
  iterations: z.number().int().min(1).max(20),
  parallelism: z.number().int().min(1).max(4),
  salt: z.base64().min(22).max(88),
});
export type StoredKdf = z.infer<typeof storedKdf>;

/** Parameters for a new slot. */
export function newKdf(profile: KdfProfile, salt: Uint8Array): StoredKdf {
  return { name: 'argon2id', ...profile, salt: Buffer.from(salt).toString('base64') };
}

/** The 32-byte key of a secret text; the text is normalised (NFKC), so that keyboards that compose differently agree. */
export async function passphraseKey(secret: string, kdf: StoredKdf): Promise<Buffer> {
  const derived = await argon2id({
    password: secret.normalize('NFKC'),
    salt: Buffer.from(kdf.salt, 'base64'),
    memorySize: kdf.memoryKib,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return hkdf(derived, 'netra/1/slot');
}
