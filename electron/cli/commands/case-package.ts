/** `netra case package`: writes a case's package as a folder, or as one file by its name's end (.zip, .zip.age). */
import path from 'node:path';
import {
  type CasePackaged,
  casePackaged,
  packageKind,
  type PackageForm,
  type PackageOptions,
} from '#shared/contract/case-package.ts';
import { startCasePackage } from '../../vault/exports/case-package.ts';
import { ACCOUNT_DATA_OPTION, FORCE_OPTION, optionTakes, UsageError, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOption } from '../command.ts';
import { findCase } from '../find.ts';
import { outFile } from '../out-file.ts';
import { readNewPassphrase } from '../secrets.ts';
import { jobValue, requiredArgument, withVault } from '../with-vault.ts';

/** Of commands that lock or open a package. */
export const PACKAGE_PASSPHRASE_OPTION: CommandOption = {
  name: 'package-passphrase-file',
  value: 'FILE',
  help: {
    id: 'berkas berisi kata sandi paket (bukan kata sandi brankas)',
    en: 'file with the package’s passphrase (not the vault’s)',
  },
};
/** Asked at the terminal. */
export const PACKAGE_PASSPHRASE_QUESTION = { id: 'Kata sandi paket: ', en: 'Passphrase of the package: ' } as const;

/** The command. */
export const packageCase: Command = {
  words: ['case', 'package'],
  summary: {
    id: 'menulis paket kasus ke folder baru, atau satu berkas bila namanya berakhiran .zip atau .zip.age (RAHASIA)',
    en: 'writes the case package into a new folder, or one file where the name ends in .zip or .zip.age (confidential)',
  },
  arguments: [
    { name: 'NUMBER', required: true },
    { name: 'OUT', required: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'kind',
      value: 'JENIS',
      help: { id: 'lengkap (bawaan) atau disamarkan', en: 'lengkap (default) or disamarkan' },
    },
    {
      name: 'recipient',
      value: 'age1…',
      help: { id: 'enkripsi ke alamat penerima ini', en: 'encrypt to this recipient’s address' },
    },
    PACKAGE_PASSPHRASE_OPTION,
    { name: 'to', value: 'NAMA', help: { id: 'diserahkan kepada siapa', en: 'whom it is handed to' } },
    ACCOUNT_DATA_OPTION,
    FORCE_OPTION,
  ],
  run: async (call) => {
    const options = await optionsOf(call);
    const place = options.form === 'folder' ? folderOf(call) : { file: outFile(call, 1) };
    return await withVault(call, async (service) => {
      const { id } = await findCase(service, requiredArgument(call, 0));
      const started = await startCasePackage(id, place, service.context(), options);
      const made = casePackaged.parse(await jobValue(service, started));
      const { directory, custodyHead, ...facts } = made;
      return { good: true, json: { ...facts, path: directory, custody: custodyHead }, text: madeText(made, call) };
    });
  },
};

function folderOf(call: CommandCall): { readonly directory: string } {
  return { directory: path.resolve(call.directory, requiredArgument(call, 1)) };
}

async function optionsOf(call: CommandCall): Promise<Partial<PackageOptions>> {
  const kind = packageKind.safeParse(call.option('kind') ?? 'lengkap');
  if (!kind.success) throw optionTakes('kind', packageKind.options);
  const recipient = call.option('recipient') ?? '';
  const form = formOf(requiredArgument(call, 1), recipient);
  if (form === 'folder' && (recipient !== '' || call.has(PACKAGE_PASSPHRASE_OPTION.name)))
    throw new UsageError({
      id: 'hanya berkas berakhiran .zip.age yang dienkripsi',
      en: 'only a file whose name ends in .zip.age is encrypted',
    });
  return {
    kind: kind.data,
    form,
    recipient,
    handedTo: call.option('to') ?? '',
    withAccountData: call.has(ACCOUNT_DATA_OPTION.name),
    passphrase:
      form === 'age-passphrase'
        ? await readNewPassphrase(call, PACKAGE_PASSPHRASE_OPTION.name, PACKAGE_PASSPHRASE_QUESTION)
        : '',
  };
}

function formOf(name: string, recipient: string): PackageForm {
  if (/\.age$/i.test(name)) return recipient === '' ? 'age-passphrase' : 'age-recipient';
  return /\.zip$/i.test(name) && recipient === '' ? 'zip' : 'folder';
}

function madeText({ directory, files, bytes, sha256, fileSha256, leftOut }: CasePackaged, call: CommandCall): string {
  const id = call.language === 'id';
  return [
    directory,
    id ? `${files} berkas, ${bytes} bita` : `${files} files, ${bytes} bytes`,
    ...leftOutLine(leftOut, call),
    `SHA-256 (SHA256SUMS) ${sha256}`,
    ...(fileSha256 === null ? [] : [`SHA-256 (${path.basename(directory)}) ${fileSha256}`]),
  ].join('\n');
}

function leftOutLine(count: number, { language }: CommandCall): string[] {
  if (count === 0) return [];
  return [
    language === 'id'
      ? `${count} berkas tidak disertakan: memuat data akun petugas (--${ACCOUNT_DATA_OPTION.name})`
      : `${count} files left out: they hold data of the officer's account (--${ACCOUNT_DATA_OPTION.name})`,
  ];
}
