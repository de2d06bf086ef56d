/** `netra package …` and `netra vault persons`: packages of other vaults, and whose data is held. */
import path from 'node:path';
import { receivedPackage } from '#shared/contract/handover.ts';
import type { PersonsSource, ReceivedPackage } from '#shared/contract/handover.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { PERSON_ROLE_WORDS } from '#shared/domain/handover/held-persons.ts';
import { exportReceivedFile } from '../../vault/handover/look-at-received.ts';
import { exportPersons } from '../../vault/handover/persons-file.ts';
import { exportPackageReceipt } from '../../vault/handover/receipt-text.ts';
import type { VaultService } from '../../vault/service.ts';
import { FORCE_OPTION, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOutcome } from '../command.ts';
import { outFile, outOption } from '../out-file.ts';
import { readPassphrase } from '../secrets.ts';
import { jobValue, requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { PACKAGE_PASSPHRASE_OPTION, PACKAGE_PASSPHRASE_QUESTION } from './case-package.ts';

const receive: Command = {
  words: ['package', 'import'],
  summary: {
    id: 'menerima paket kasus dari brankas lain, setelah semua isinya diperiksa; hanya untuk dibaca',
    en: 'takes in a case package of another vault, after checking all of it; for reading only',
  },
  arguments: [{ name: 'FILE-OR-FOLDER', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    PACKAGE_PASSPHRASE_OPTION,
    { name: 'from', value: 'NAMA', help: { id: 'diterima dari siapa (wajib)', en: 'whom it came from (required)' } },
  ],
  run: async (call) => {
    const file = path.resolve(call.directory, requiredArgument(call, 0));
    const receivedFrom = requiredOption(call, 'from');
    const named = call.has(PACKAGE_PASSPHRASE_OPTION.name) || call.option(PACKAGE_PASSPHRASE_OPTION.name) !== undefined;
    const given = named ? await readPassphrase(call, PACKAGE_PASSPHRASE_OPTION.name) : null;
    return await withVault(call, async (service) => {
      const take = async (passphrase: string): Promise<ReceivedPackage> => {
        const { token } = await service.files.addPath(file);
        const started = await service.call('handover.receive', { file: token, passphrase, receivedFrom });
        return receivedPackage.parse(await jobValue(service, started));
      };
      const taken = await take(given ?? '').catch(async (error: unknown) => {
        if (given !== null || !(error instanceof AppError) || error.code !== 'PACKAGE_PASSPHRASE_NEEDED') throw error;
        // Only now is it known that one is needed; without a terminal there is nobody to ask.
        const typed = await call.terminal.askSecret(PACKAGE_PASSPHRASE_QUESTION[call.language]);
        if (typed === null) throw error;
        return await take(typed);
      });
      return { good: true, json: taken, text: takenText(taken, call) };
    });
  },
};

const list: Command = {
  words: ['package', 'list'],
  summary: { id: 'menampilkan paket yang diterima dan yang dibuat', en: 'lists packages received and made' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const received = (await service.call('handover.received', {})).rows;
      const made = (await service.call('handover.made', {})).rows;
      const lines = [
        ...received.map((one) => ['<-', one.id, one.caseNumber, one.kind, one.receivedAt, one.receivedFrom].join('\t')),
        ...made.map((one) => ['->', one.id, one.caseNumber, one.kind, one.madeAt, one.handedTo].join('\t')),
      ];
      return { good: true, json: { received, made }, text: lines.join('\n') };
    }),
};

const show: Command = {
  words: ['package', 'show'],
  summary: { id: 'menampilkan isi paket yang diterima', en: 'shows what a received package holds' },
  arguments: [{ name: 'ID', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const page = await service.call('handover.get', { id: idOf(call) });
      const lines = page.files.map(({ path: name, bytes, sha256 }) => `${sha256}  ${name}  ${bytes}`);
      return { good: true, json: page, text: [takenText(page.package, call), ...lines].join('\n') };
    }),
};

const exportFile: Command = {
  words: ['package', 'export'],
  summary: { id: 'menyimpan satu berkas dari paket yang diterima', en: 'saves one file of a received package' },
  arguments: [
    { name: 'ID', required: true },
    { name: 'PATH', required: true },
    { name: 'OUT', required: true },
  ],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const out = outFile(call, 2);
    return await withVault(call, async (service) => {
      const target = { id: idOf(call), file: requiredArgument(call, 1), path: out };
      return writtenOutcome(out, await exportReceivedFile(target, service.context()));
    });
  },
};

const receipt: Command = {
  words: ['package', 'receipt'],
  summary: {
    id: 'menulis tanda terima paket yang diterima atau dibuat (teks)',
    en: 'writes the receipt of a package received or made (text)',
  },
  arguments: [
    { name: 'ID', required: true },
    { name: 'OUT', required: true },
  ],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const out = outFile(call, 1);
    return await withVault(call, async (service) => {
      const { id, of } = await sourceOf(service, idOf(call));
      return writtenOutcome(out, await exportPackageReceipt({ id, of, path: out }, service.context()));
    });
  },
};

const address: Command = {
  words: ['package', 'address'],
  summary: {
    id: 'alamat (age1…) untuk paket yang hanya dapat dibuka brankas ini',
    en: 'the address (age1…) for packages that only this vault opens',
  },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const made = await service.call('handover.address', {});
      return { good: true, json: made, text: made.recipient };
    }),
};

const PERSONS_OPTIONS = [
  {
    name: 'out',
    value: 'FILE',
    help: {
      id: 'tulis ke berkas .xlsx atau .html; tambahkan .age untuk mengenkripsinya',
      en: 'write to a .xlsx or .html file; add .age to encrypt it',
    },
  },
  PACKAGE_PASSPHRASE_OPTION,
  FORCE_OPTION,
] as const;

const packagePersons: Command = {
  words: ['package', 'persons'],
  summary: {
    id: 'orang-orang yang datanya ada dalam paket yang diterima atau dibuat',
    en: 'the persons whose data a package received or made holds',
  },
  arguments: [{ name: 'ID', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, ...PERSONS_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const source = await sourceOf(service, idOf(call));
      return await personsOutcome(call, service, source);
    }),
};

/** `netra vault persons DIR` */
export const vaultPersons: Command = {
  words: ['vault', 'persons'],
  summary: {
    id: 'orang-orang yang datanya dipegang brankas, untuk pemberitahuan bila laptop hilang',
    en: 'the persons whose data the vault holds, for the notice after a lost laptop',
  },
  arguments: [{ name: 'DIR', required: true }],
  options: [...VAULT_OPTIONS, ...PERSONS_OPTIONS],
  run: async (call) =>
    await withVault(call, (service) => personsOutcome(call, service, { of: 'vault' }), requiredArgument(call, 0)),
};

async function personsOutcome(
  call: CommandCall,
  service: VaultService,
  source: PersonsSource,
): Promise<CommandOutcome> {
  const { counts, total } = await service.call('handover.persons', { source, limit: 1 });
  const out = outOption(call, 'out');
  const lines = Object.entries(PERSON_ROLE_WORDS).flatMap(([role, words]) => {
    const count = Object.entries(counts).find(([known]) => known === role)?.[1] ?? 0;
    return count === 0 ? [] : [`${words[call.language]}: ${count}`];
  });
  if (out === null) return { good: true, json: { total, counts }, text: [String(total), ...lines].join('\n') };
  const format = /\.(xlsx|html)(?:\.age)?$/i.exec(out)?.[1]?.toLowerCase();
  if (format !== 'xlsx' && format !== 'html')
    throw optionTakes('out', ['*.xlsx', '*.html', '*.xlsx.age', '*.html.age']);
  const passphrase = /\.age$/i.test(out) ? await readPassphrase(call, PACKAGE_PASSPHRASE_OPTION.name) : '';
  const written = await exportPersons({ source, format, passphrase, path: out }, service.context());
  return {
    good: true,
    json: { total, counts, path: out, ...written },
    text: [out, String(total), ...lines].join('\n'),
  };
}

/** An id of either list. PACKAGE_UNKNOWN. */
async function sourceOf(
  service: VaultService,
  id: string,
): Promise<{ readonly of: 'made' | 'received'; readonly id: string }> {
  const { rows } = await service.call('handover.received', {});
  if (rows.some((one) => one.id === id)) return { of: 'received', id };
  const made = (await service.call('handover.made', {})).rows;
  if (made.some((one) => one.id === id)) return { of: 'made', id };
  throw new AppError('PACKAGE_UNKNOWN');
}

function idOf(call: CommandCall): string {
  return requiredArgument(call, 0).toLowerCase();
}

function takenText(taken: ReceivedPackage, { language }: CommandCall): string {
  const id = language === 'id';
  return [
    `${taken.id} ${taken.caseNumber} (${taken.kind})`,
    id
      ? `Diterima dari ${taken.receivedFrom}: ${taken.files} berkas, ${taken.bytes} bita`
      : `Received from ${taken.receivedFrom}: ${taken.files} files, ${taken.bytes} bytes`,
    `${id ? 'Sidik jari segel' : 'Fingerprint of the seal'} ${taken.sealFingerprint} (${SEAL_WORDS[taken.seal][language]})`,
  ].join('\n');
}

const SEAL_WORDS = {
  own: { id: 'segel brankas ini sendiri', en: 'this vault’s own seal' },
  known: { id: 'sama dengan paket sebelumnya', en: 'the same as with earlier packages' },
  new: { id: 'baru; bandingkan dengan yang tercetak', en: 'new; compare with the one on paper' },
  changed: { id: 'LAIN dari yang biasa dipakai brankas itu', en: 'NOT the one that vault used before' },
} as const;

function writtenOutcome(out: string, { bytes, sha256 }: { bytes: number; sha256: string }): CommandOutcome {
  return { good: true, json: { path: out, bytes, sha256 }, text: `${out}\n${bytes} B, SHA-256 ${sha256}` };
}

export const packageCommands: readonly Command[] = [
  receive,
  list,
  show,
  exportFile,
  receipt,
  address,
  packagePersons,
  vaultPersons,
];
