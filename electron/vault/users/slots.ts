/**
 * A slot holds one user's private keys under a passphrase and the vault's master key sealed to that user. The recovery
 * code has a slot of the same kind: its key opens the vault and signs one thing, the giving of new keys to a user.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { hmac, newKeyPair, seal, unseal, unwrap, wipe, wrap } from '../crypto/keys.ts';
import type { RawKeyPair } from '../crypto/keys.ts';
import { newKdf, passphraseKey, storedKdf } from '../crypto/passphrase-key.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';

const base64 = z.base64().max(1_000);
export const storedSlot = z.strictObject({
  /** The user's id, or "recovery". */
  owner: z.string().max(40),
  /** HMAC of the normalised name under the header's salt: finds a slot by name without writing names down. */
  nameTag: base64,
  kdf: storedKdf,
  wrappedPrivateKeys: base64,
  boxPublic: base64,
  signPublic: base64,
  sealedMasterKey: base64,
});
export type StoredSlot = z.infer<typeof storedSlot>;
export const RECOVERY_OWNER = 'recovery';

/** A user's two key pairs, opened. */
export interface UserKeys {
  readonly box: RawKeyPair;
  readonly sign: RawKeyPair;
}

export function newUserKeys(): UserKeys {
  return { box: newKeyPair('x25519'), sign: newKeyPair('ed25519') };
}

export function wipeUserKeys(keys: UserKeys): void {
  wipe(keys.box.privateKey, keys.sign.privateKey);
}

/** How names are compared: case, spaces and composition do not matter. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

export function nameTag(salt: Uint8Array, name: string): string {
  return hmac(salt, nameKey(name)).toString('base64');
}

/** What a slot is bound to, so that it cannot be carried into another vault or to another user. */
export interface SlotPlace {
  readonly vaultId: string;
  readonly owner: string;
}

export interface SlotSecrets {
  readonly passphrase: string;
  readonly keys: UserKeys;
  readonly masterKey: Uint8Array;
  readonly keyEpoch: number;
}

/** Makes a slot; costs one key derivation. */
export async function makeSlot(
  place: SlotPlace,
  tag: string,
  secrets: SlotSecrets,
  profile: KdfProfile,
): Promise<StoredSlot> {
  const kdf = newKdf(profile, randomBytes(16));
  const key = await passphraseKey(secrets.passphrase, kdf);
  const privateKeys = Buffer.concat([secrets.keys.box.privateKey, secrets.keys.sign.privateKey]);
  const wrapped = wrap(key, privateKeys, privateContext(place));
  wipe(key, privateKeys);
  return {
    owner: place.owner,
    nameTag: tag,
    kdf,
    wrappedPrivateKeys: wrapped.toString('base64'),
    boxPublic: secrets.keys.box.publicKey.toString('base64'),
    signPublic: secrets.keys.sign.publicKey.toString('base64'),
    sealedMasterKey: sealMasterKey(place, secrets.keys.box.publicKey, secrets.masterKey, secrets.keyEpoch),
  };
}

/** Seals the master key to a user's public key. The key must come from the vault's own table, never from the header. */
export function sealMasterKey(
  place: SlotPlace,
  boxPublic: Uint8Array,
  masterKey: Uint8Array,
  keyEpoch: number,
): string {
  return seal(boxPublic, masterKey, masterContext(place, keyEpoch)).toString('base64');
}

/** The keys in a slot, or null when the passphrase does not open it. Costs one key derivation. */
export async function openSlot(place: SlotPlace, slot: StoredSlot, passphrase: string): Promise<UserKeys | null> {
  const key = await passphraseKey(passphrase, slot.kdf);
  try {
    const privateKeys = unwrap(key, Buffer.from(slot.wrappedPrivateKeys, 'base64'), privateContext(place));
    return {
      box: { privateKey: privateKeys.subarray(0, 32), publicKey: Buffer.from(slot.boxPublic, 'base64') },
      sign: { privateKey: privateKeys.subarray(32, 64), publicKey: Buffer.from(slot.signPublic, 'base64') },
    };
  } catch {
    // The one way to tell a wrong passphrase: the authenticated wrapping does not open.
    return null;
  } finally {
    wipe(key);
  }
}

/** The master key of an opened slot; throws when the header was tampered with. */
export function openMasterKey(place: SlotPlace, slot: StoredSlot, keys: UserKeys, keyEpoch: number): Buffer {
  return unseal(keys.box, Buffer.from(slot.sealedMasterKey, 'base64'), masterContext(place, keyEpoch));
}

function privateContext(place: SlotPlace): string {
  return `netra/1/private-keys/${place.vaultId}/${place.owner}`;
}

function masterContext(place: SlotPlace, keyEpoch: number): string {
  return `netra/1/master-key/${place.vaultId}/${place.owner}/${keyEpoch}`;
}
