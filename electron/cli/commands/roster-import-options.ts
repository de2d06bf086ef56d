/** What `netra roster import` can be asked for, taken apart. */
import { z } from 'zod';
import { day } from '#shared/contract/common.ts';
import { planRowKind, type PlanRowKind, rosterScope } from '#shared/contract/roster-import.ts';
import { optionTakes, UsageError } from '../command.ts';
import type { CommandCall, CommandOption } from '../command.ts';
import { outOption } from '../out-file.ts';
import { readPassphrase } from '../secrets.ts';

export const PASSWORD_OPTION: CommandOption = {
  name: 'password-file',
  value: 'FILE',
  help: { id: 'berkas berisi kata sandi daftar pegawai', en: 'file with the password of the roster file' },
};

/** Of a protected roster file; undefined when none was given. */
export async function filePassword(call: CommandCall): Promise<string | undefined> {
  return call.option(PASSWORD_OPTION.name) === undefined ? undefined : await readPassphrase(call, PASSWORD_OPTION.name);
}

export const SHEET_AS_UNIT: CommandOption = {
  name: 'sheet-as-unit',
  value: null,
  help: { id: 'nama lembar sebagai OPD', en: 'the name of a sheet is the unit of its people' },
};

export const IMPORT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'sheet',
    value: 'NAMA',
    repeated: true,
    help: {
      id: 'lembar yang dibaca; semua yang dikenali bila kosong',
      en: 'sheet to read; else all that are recognised',
    },
  },
  SHEET_AS_UNIT,
  {
    name: 'map',
    value: 'FILE',
    help: {
      id: 'berkas JSON berisi pemetaan kolom (bentuk "mapping" pada jawaban)',
      en: 'JSON file with the column mapping (the answer’s "mapping")',
    },
  },
  PASSWORD_OPTION,
  {
    name: 'as-of',
    value: 'YYYY-MM-DD',
    help: { id: 'keadaan per tanggal ini (hari ini)', en: 'the day that the roster describes (today)' },
  },
  {
    name: 'scope',
    value: 'none|units|all',
    help: {
      id: 'siapa yang dianggap tidak lagi tercantum: none, units (unit di berkas), all (units)',
      en: 'who counts as gone: none, units (those in the file), all (units)',
    },
  },
  {
    name: 'exclude',
    value: 'JENIS',
    repeated: true,
    help: { id: 'jenis baris yang tidak diambil', en: 'kind of rows that is left out' },
  },
  {
    name: 'accept-proposals',
    value: null,
    help: {
      id: 'terima semua usulan kecocokan (NIP rusak atau tidak ada)',
      en: 'take all proposed matches (damaged or missing NIPs)',
    },
  },
  {
    name: 'corrections',
    value: 'OUT.xlsx',
    help: { id: 'tulis baris yang perlu diperbaiki ke berkas ini', en: 'write the rows that need a hand to this file' },
  },
  {
    name: 'dry-run',
    value: null,
    help: { id: 'hanya menunjukkan apa yang akan terjadi', en: 'only shows what would happen' },
  },
];

export interface Asked {
  readonly asOf: string | undefined;
  readonly scope: z.infer<typeof rosterScope> | undefined;
  readonly exclude: PlanRowKind[];
  readonly acceptProposals: boolean;
  readonly dryRun: boolean;
  readonly corrections: string | null;
}

/** Before the vault is opened: a wrong option changes nothing. */
export function askedOf(call: CommandCall): Asked {
  const asOf = call.option('as-of');
  if (asOf !== undefined && !day.safeParse(asOf).success)
    throw new UsageError({
      id: 'opsi --as-of harus sebuah tanggal, misalnya 2026-01-31',
      en: 'option --as-of must be a day, for example 2026-01-31',
    });
  const scope = rosterScope.optional().safeParse(call.option('scope'));
  if (!scope.success) throw optionTakes('scope', rosterScope.options);
  const exclude = z.array(planRowKind).safeParse(call.options('exclude'));
  if (!exclude.success) throw optionTakes('exclude', planRowKind.options);
  return {
    asOf,
    scope: scope.data,
    exclude: exclude.data,
    acceptProposals: call.has('accept-proposals'),
    dryRun: call.has('dry-run'),
    corrections: outOption(call, 'corrections'),
  };
}
