/** Options that say who signs: the vault's seal, a PKCS#12 file, or a key that the vault keeps. */
import path from 'node:path';
import { z } from 'zod';
import type { SignatureChoice } from '#shared/contract/signatures.ts';
import type { VaultService } from '../vault/service.ts';
import { optionTakes } from './command.ts';
import type { CommandCall, CommandOption } from './command.ts';
import { readPassphrase } from './secrets.ts';

export const SIGNER_OPTIONS: readonly CommandOption[] = [
  {
    name: 'p12',
    value: 'FILE',
    help: {
      id: 'tanda tangan dari berkas PKCS#12; segel brankas bila kosong',
      en: 'sign with a PKCS#12 file; else the vault’s seal',
    },
  },
  {
    name: 'key',
    value: 'ID',
    help: { id: 'tanda tangan dengan kunci yang tersimpan di brankas', en: 'sign with a key that the vault keeps' },
  },
  {
    name: 'p12-passphrase-file',
    value: 'FILE',
    help: { id: 'berkas berisi kata sandi kunci', en: 'file with the passphrase of the key' },
  },
  {
    name: 'identity',
    value: 'SHA256',
    help: {
      id: 'sertifikat yang dipilih, bila berkas memuat beberapa',
      en: 'the certificate, where a file holds several',
    },
  },
  {
    name: 'padding',
    value: 'pkcs1|pss',
    help: { id: 'bantalan kunci RSA (pkcs1)', en: 'padding of an RSA key (pkcs1)' },
  },
  {
    name: 'hash',
    value: 'sha256|sha384|sha512',
    help: { id: 'sidik jari yang ditandatangani (sha256)', en: 'digest that is signed (sha256)' },
  },
];

const padding = z.enum(['pkcs1', 'pss']);
const hash = z.enum(['sha256', 'sha384', 'sha512']);

/** What the options choose; the passphrase is asked for when no file was named. */
export async function signatureFrom(call: CommandCall, service: VaultService): Promise<SignatureChoice> {
  const how = { padding: choice(call, 'padding', padding, 'pkcs1'), hash: choice(call, 'hash', hash, 'sha256') };
  const file = call.option('p12');
  const key = call.option('key');
  if (file === undefined && key === undefined) return { method: 'seal' };
  const passphrase = await readPassphrase(call, 'p12-passphrase-file', {
    id: 'Kata sandi kunci: ',
    en: 'Passphrase of the key: ',
  });
  if (file === undefined) return { method: 'kept', key: key ?? '', passphrase, ...how };
  const { token } = await service.files.addPath(path.resolve(call.directory, file));
  // As openssl and certutil print it, too.
  const identity = call.option('identity')?.replaceAll(/[\s:]/g, '').toLowerCase();
  return { method: 'p12', file: token, passphrase, ...(identity === undefined ? {} : { identity }), ...how };
}

function choice<Value extends string>(
  call: CommandCall,
  name: string,
  values: z.ZodType<Value> & { readonly options: readonly Value[] },
  otherwise: Value,
): Value {
  const parsed = values.safeParse(call.option(name) ?? otherwise);
  if (!parsed.success) throw optionTakes(name, values.options);
  return parsed.data;
}
