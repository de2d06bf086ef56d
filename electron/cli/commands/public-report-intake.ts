/**
 * `netra public-report intake`: reports from the public out of a file (email, table, WhatsApp export, text), as the screen proposes
 * them. Who reported goes into the vault and is never printed.
 */
import path from 'node:path';
import { intakeFiled } from '#shared/contract/public-reports.ts';
import {
  DATE_ORDERS,
  INTAKE_COLUMNS,
  INTAKE_FIELDS,
  type IntakeChoice,
  type IntakeDraft,
  type IntakeOptions,
  type IntakeTableChoice,
  type IntakeWarning,
  type MessageRange,
} from '#shared/contract/report-intake-job.ts';
import { type IntakeLook, intakeLook } from '#shared/contract/report-intake.ts';
import { intakeWarningLines } from '#shared/domain/public-reports/intake-warning-words.ts';
import { isTakenAtFirst, missingOf, proposedChoice } from '#shared/domain/public-reports/proposed-choice.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultService } from '../../vault/service.ts';
import {
  type Command,
  type CommandCall,
  optionTakes,
  UsageError,
  VAULT_OPTION,
  VAULT_OPTIONS,
  type Words,
  wholeNumberOption,
} from '../command.ts';
import { jobValue, requiredArgument, withVault } from '../with-vault.ts';

/** Drafts that are asked for at a time. */
const PAGE = 1_000;

/** Why a part of the file became no report. */
const REFUSALS = {
  empty: { id: 'tidak memuat uraian maupun tautan', en: 'says neither what happened nor where' },
  title: { id: 'tidak memuat perihal', en: 'has no subject' },
  inside: {
    id: 'surat terlampir dalam surat lain; tidak didaftarkan tersendiri',
    en: 'an email inside another one; not registered by itself',
  },
} as const satisfies Readonly<Record<string, Words>>;

interface Refused {
  readonly place: string;
  readonly reason: keyof typeof REFUSALS;
}

/** What the screen shows above a draft, or above the whole file (`place` null). */
interface Doubt extends IntakeWarning {
  readonly place: string | null;
}

interface Taken {
  readonly place: string;
  readonly choice: IntakeChoice;
}

export const intakeCommand: Command = {
  words: ['public-report', 'intake'],
  summary: {
    id: 'mendaftarkan aduan dari berkas: .eml, .csv/.xlsx, ekspor WhatsApp (.txt/.zip), atau teks',
    en: 'registers reports out of a file: .eml, .csv/.xlsx, a WhatsApp export (.txt/.zip), or text',
  },
  arguments: [{ name: 'FILE', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'messages',
      value: 'DARI-SAMPAI,…',
      repeated: true,
      help: {
        id: 'pesan percakapan untuk satu aduan, bernomor dari 1; tanpa ini seluruhnya satu aduan',
        en: 'messages of a chat for one report, counted from 1; without it all are one report',
      },
    },
    { name: 'sheet', value: 'NAMA', help: { id: 'lembar tabel', en: 'sheet of the table' } },
    { name: 'header-row', value: 'N', help: { id: 'baris judul kolom', en: 'row of the headings' } },
    {
      name: 'column',
      value: 'ISI=HURUF',
      repeated: true,
      help: {
        id: `isi kolom, misalnya description=C; isi: ${INTAKE_FIELDS.join(', ')}`,
        en: `what a column is, for example description=C; one of ${INTAKE_FIELDS.join(', ')}`,
      },
    },
    {
      name: 'order',
      value: DATE_ORDERS.join('|'),
      help: { id: 'urutan hari, bulan, dan tahun', en: 'order of day, month and year' },
    },
    { name: 'as-text', value: null, help: { id: 'baca sebagai teks biasa', en: 'read as plain text' } },
    {
      name: 'anonymous',
      value: null,
      help: { id: 'jangan simpan data pelapor pada aduannya', en: 'keep nothing of the reporter with the report' },
    },
    {
      name: 'again',
      value: null,
      help: { id: 'daftarkan walau berkas ini sudah pernah', en: 'register although this file was registered before' },
    },
    { name: 'dry-run', value: null, help: { id: 'hanya periksa berkasnya', en: 'only look the file over' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const look = await openFile(call, service);
      const { taken, refused, doubts } = await choicesOf(call, service, look);
      const dry = call.has('dry-run');
      if (look.registered.length > 0 && !dry && !call.has('again'))
        throw new AppError('INTAKE_ALREADY_REGISTERED', {
          numbers: look.registered.map(({ number }) => number).join(', '),
        });
      if (look.warnings.some(({ code }) => code === 'DATE_ORDER_UNSURE') || look.chat?.orderSure === false)
        call.terminal.say(ORDER_UNSURE[call.language]);
      const reports = taken.map(({ choice }) => choice);
      const started = { readingId: look.readingId, reports };
      const { created, stopped } =
        dry || reports.length === 0
          ? { created: [], stopped: null }
          : intakeFiled.parse(await jobValue(service, await service.call('publicReports.fileIntake', started)));
      const registered = created.map((one, index) => ({ ...one, place: taken[index]?.place ?? '' }));
      const { kind, sha256 } = look;
      return {
        good: refused.every(({ reason }) => reason === 'inside') && reports.length > 0 && stopped === null,
        json: { kind, sha256, found: reports.length, created: registered, refused, warnings: doubts, stopped },
        text: [
          ...(dry ? taken.map(({ place }) => `+ ${place}`) : registered.map((one) => `${one.number}\t${one.place}`)),
          ...refused.map(({ place, reason }) => `! ${place}: ${REFUSALS[reason][call.language]}`),
          ...doubtLines(doubts, call),
          ...(stopped === null ? [] : [errorSentence(call.language, stopped, {})]),
        ].join('\n'),
      };
    }),
};

const ORDER_UNSURE: Words = {
  id: 'Perhatian: urutan hari dan bulan pada berkas ini tidak pasti. Sebutkan --order bila bacaannya keliru.',
  en: 'Notice: whether day or month comes first is not sure in this file. Name --order where it is read wrongly.',
};

async function openFile(call: CommandCall, service: VaultService): Promise<IntakeLook> {
  const order = DATE_ORDERS.find((one) => one === call.option('order'));
  if (call.option('order') !== undefined && order === undefined) throw optionTakes('order', DATE_ORDERS);
  const { token } = await service.files.addPath(path.resolve(call.directory, requiredArgument(call, 0)));
  const read = async (table?: IntakeTableChoice): Promise<IntakeLook> => {
    const options: IntakeOptions = { asText: call.has('as-text'), ...(order && { order }), ...(table && { table }) };
    const started = await service.call('reportIntake.open', { source: { file: token }, options });
    return intakeLook.parse(await jobValue(service, started));
  };
  const look = await read();
  const table = tableChoice(call, look);
  return table === null ? look : await read(table);
}

/** How the table is to be read where an option says so; null for what was found. */
function tableChoice(call: CommandCall, { table }: IntakeLook): IntakeTableChoice | null {
  const [sheet, columns] = [call.option('sheet'), columnsOf(call)];
  const headerRow = wholeNumberOption(call, 'header-row', 1, 100_000);
  const asked = sheet !== undefined || headerRow !== null || columns.length > 0;
  if (table === null) {
    if (!asked) return null;
    throw new UsageError({ id: 'berkas ini bukan tabel', en: 'this file is no table' });
  }
  const row = headerRow ?? table.headerRow;
  if (row === null)
    throw new UsageError({
      id: 'baris judul kolom tidak dikenali; sebutkan --header-row dan --column',
      en: 'no row of headings is recognised; name --header-row and --column',
    });
  return asked ? { sheet: sheet ?? table.sheet, headerRow: row, columns: [...columns] } : null;
}

function columnsOf(call: CommandCall): IntakeTableChoice['columns'] {
  return call.options('column').map((text) => {
    const [, name, letters = ''] = /^([a-z]+)=([A-Za-z]{1,2})$/.exec(text) ?? [];
    const field = INTAKE_FIELDS.find((one) => one === name);
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    if (field === undefined || column >= INTAKE_COLUMNS)
      throw optionTakes('column', [`${INTAKE_FIELDS.join('|')}=A…BL`]);
    return { column, field };
  });
}

async function choicesOf(
  call: CommandCall,
  service: VaultService,
  look: IntakeLook,
): Promise<{
  readonly taken: readonly Taken[];
  readonly refused: readonly Refused[];
  readonly doubts: readonly Doubt[];
}> {
  const { timeZone } = await service.call('settings.get', {});
  const { readingId, attachments } = look;
  const choose = (draft: IntakeDraft, ranges?: readonly MessageRange[]): IntakeChoice => {
    const choice = proposedChoice(draft, attachments, timeZone, ranges);
    return call.has('anonymous') ? { ...choice, reporter: null } : choice;
  };
  const wanted = call.options('messages').map((text) => messageRanges(text, look));
  const taken: Taken[] = [];
  const refused: Refused[] = [];
  const doubts: Doubt[] = look.warnings.map((warning) => ({ ...warning, place: null }));
  const sort = (place: string, draft: IntakeDraft, choice: IntakeChoice): void => {
    const reason = refusalOf(draft, choice);
    if (reason !== null) return void refused.push({ place, reason });
    taken.push({ place, choice });
    doubts.push(...draft.warnings.map((warning) => ({ ...warning, place })));
  };
  if (look.kind === 'chat')
    for (const ranges of wanted.length > 0 ? wanted : [[{ from: 0, to: Math.max(0, look.messages - 1) }]]) {
      const draft = await service.call('reportIntake.compose', { readingId, ranges: [...ranges] });
      const told = ranges.map(({ from, to }) => `${from + 1}-${to + 1}`).join(',');
      sort(`${call.language === 'id' ? 'pesan' : 'messages'} ${told}`, draft, choose(draft, ranges));
    }
  else
    for (let offset = 0; offset < look.drafts; offset += PAGE) {
      const { rows } = await service.call('reportIntake.drafts', { readingId, offset, limit: PAGE });
      for (const draft of rows) sort(placeOf(draft, look, call), draft, choose(draft));
    }
  return { taken, refused, doubts };
}

/** As the screen says them: of the whole file first, then of each report. */
function doubtLines(doubts: readonly Doubt[], { language }: CommandCall): string[] {
  return [...new Set(doubts.map(({ place }) => place))].flatMap((place) =>
    intakeWarningLines(
      doubts.filter((one) => one.place === place),
      language,
    ).map(({ text }) => (place === null ? `? ${text}` : `? ${place}: ${text}`)),
  );
}

function refusalOf(draft: IntakeDraft, choice: IntakeChoice): Refused['reason'] | null {
  if (draft.insideOf !== null) return 'inside';
  const missing = missingOf(choice);
  if (!isTakenAtFirst(draft) || missing === 'text') return 'empty';
  return missing;
}

function placeOf({ place, number }: IntakeDraft, look: IntakeLook, { language }: CommandCall): string {
  if (place !== null) return `${language === 'id' ? 'baris' : 'row'} ${place.row}`;
  if (look.kind === 'email') return `${language === 'id' ? 'surat' : 'email'} ${number + 1}`;
  return language === 'id' ? 'teks' : 'text';
}

/** "1-10,12" as runs from 0. */
function messageRanges(text: string, { kind, messages }: IntakeLook): readonly MessageRange[] {
  if (kind !== 'chat') throw new UsageError({ id: 'berkas ini bukan percakapan', en: 'this file is no chat' });
  return text.split(',').map((part) => {
    const [, from = '', to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part.trim()) ?? [];
    const range = { from: Number(from) - 1, to: Number(to === '' ? from : to) - 1 };
    if (from !== '' && range.from >= 0 && range.from <= range.to && range.to < messages) return range;
    throw new UsageError({
      id: `opsi --messages: "${part}" bukan nomor pesan antara 1 dan ${messages}`,
      en: `option --messages: "${part}" is no message between 1 and ${messages}`,
    });
  });
}
