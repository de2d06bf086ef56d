/** `netra trust …`: the roots that a vault trusts, and the signing keys it keeps. */
import path from 'node:path';
import type { KeptKey, TrustedRoot } from '#shared/contract/signatures.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { readPassphrase } from '../secrets.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

const OPTIONS = [VAULT_OPTION, ...VAULT_OPTIONS];

const roots: Command = {
  words: ['trust', 'roots'],
  summary: { id: 'daftar sertifikat akar yang dipercaya', en: 'lists the trusted root certificates' },
  arguments: [],
  options: OPTIONS,
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('signatures.roots', {});
      return { good: true, json: found, text: found.roots.map(rootText).join('\n') };
    }),
};

const add: Command = {
  words: ['trust', 'add'],
  summary: {
    id: 'mempercayai sertifikat akar dari berkas PEM, DER, atau p7b',
    en: 'trusts the root certificates in a PEM, DER or p7b file',
  },
  arguments: [{ name: 'FILE', required: true }],
  options: OPTIONS,
  run: async (call) =>
    await withVault(call, async (service) => {
      const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 0)));
      const found = await service.call('signatures.addRoots', { file: token });
      return { good: true, json: found, text: found.added.map(rootText).join('\n') };
    }),
};

const remove: Command = {
  words: ['trust', 'remove'],
  summary: { id: 'berhenti mempercayai sebuah sertifikat akar', en: 'stops trusting a root certificate' },
  arguments: [{ name: 'FINGERPRINT', required: true }],
  options: OPTIONS,
  run: async (call) =>
    await withVault(call, async (service) => {
      const fingerprint = requiredArgument(call, 0).replaceAll(/[\s:]/g, '').toLowerCase();
      await service.call('signatures.removeRoot', { fingerprint });
      return { good: true, json: { removed: fingerprint }, text: fingerprint };
    }),
};

const keys: Command = {
  words: ['trust', 'keys'],
  summary: { id: 'daftar kunci tanda tangan yang tersimpan', en: 'lists the signing keys that are kept' },
  arguments: [],
  options: OPTIONS,
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('signatures.keptKeys', {});
      return { good: true, json: found, text: found.keys.map(keyText).join('\n') };
    }),
};

const keep: Command = {
  words: ['trust', 'keep-key'],
  summary: {
    id: 'menyimpan berkas PKCS#12 di brankas; kata sandinya tetap ditanyakan setiap kali dipakai',
    en: 'keeps a PKCS#12 file in the vault; its passphrase is still asked for at every use',
  },
  arguments: [
    { name: 'FILE.p12', required: true },
    { name: 'NAMA', required: true },
  ],
  options: [
    ...OPTIONS,
    {
      name: 'p12-passphrase-file',
      value: 'FILE',
      help: { id: 'berkas berisi kata sandi PKCS#12', en: 'file with the passphrase of the PKCS#12 file' },
    },
    {
      name: 'identity',
      value: 'SHA256',
      help: {
        id: 'sertifikat yang dipilih, bila berkas memuat beberapa',
        en: 'the certificate, where a file holds several',
      },
    },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 0)));
      const passphrase = await readPassphrase(call, 'p12-passphrase-file', {
        id: 'Kata sandi PKCS#12: ',
        en: 'Passphrase of the PKCS#12 file: ',
      });
      const identity = call.option('identity');
      const chosen = identity === undefined ? {} : { identity };
      const name = requiredArgument(call, 1);
      const found = await service.call('signatures.keepKey', { file: token, passphrase, name, ...chosen });
      return { good: true, json: found, text: found.keys.map(keyText).join('\n') };
    }),
};

const forget: Command = {
  words: ['trust', 'forget-key'],
  summary: { id: 'menghapus kunci tanda tangan dari brankas', en: 'deletes a signing key from the vault' },
  arguments: [{ name: 'ID', required: true }],
  options: OPTIONS,
  run: async (call) =>
    await withVault(call, async (service) => {
      const key = requiredArgument(call, 0);
      await service.call('signatures.forgetKey', { key });
      return { good: true, json: { forgotten: key }, text: key };
    }),
};

function rootText({ fingerprint, subject, notAfter }: TrustedRoot): string {
  return `${fingerprint}  ${subject}  ${notAfter}`;
}

function keyText({ id, name, subject, fingerprint, notAfter }: KeptKey): string {
  return `${id}  ${name}  ${subject}  ${fingerprint}  ${notAfter}`;
}

export const trustCommands: readonly Command[] = [roots, add, remove, keys, keep, forget];
