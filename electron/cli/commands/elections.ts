/** `netra elections …`: the calendar, the candidates, what to look for on a day, and a stage added to a calendar. */
import { z } from 'zod';
import type { Election, ElectionStage } from '#shared/contract/elections.ts';
import { electionStage } from '#shared/contract/elections.ts';
import {
  OFFICES,
  PHASE_WORDS,
  REMINDER_WORDS,
  STAGE_KINDS,
  STAGE_WORDS,
  STANDING_WORDS,
} from '#shared/domain/elections/kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultService } from '../../vault/service.ts';
import type { Command, CommandCall, CommandOption } from '../command.ts';
import { optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';

const DAY_OPTION: CommandOption = {
  name: 'day',
  value: 'YYYY-MM-DD',
  help: { id: 'hari yang dimaksud; tanpa ini hari ini', en: 'the day that is meant; else today' },
};

const list: Command = {
  words: ['elections', 'list'],
  summary: { id: 'menampilkan pemilihan dan tahapannya', en: 'lists elections with their stages' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('elections.list', {});
      return { good: true, json: found, text: found.rows.map((row) => electionText(row, call)).join('\n') };
    }),
};

const candidates: Command = {
  words: ['elections', 'candidates'],
  summary: { id: 'menampilkan bakal calon dan calon', en: 'lists prospective and determined candidates' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    DAY_OPTION,
    { name: 'query', value: 'TEKS', help: { id: 'yang dicari', en: 'what to search for' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const day = dayOption(call);
      const query = call.option('query') ?? '';
      const found = await service.call('elections.candidates', { query, limit: 1_000, ...(day && { day }) });
      const lines = found.rows.map(({ number, name, partnerName, electionName, standing }) =>
        [number, name, partnerName, electionName, STANDING_WORDS[standing][call.language]].join('\t'),
      );
      return { good: true, json: found, text: lines.join('\n') };
    }),
};

const reminders: Command = {
  words: ['elections', 'reminders'],
  summary: { id: 'menampilkan apa yang patut dicari pada suatu hari', en: 'shows what is worth looking for on a day' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, DAY_OPTION],
  run: async (call) =>
    await withVault(call, async (service) => {
      const day = dayOption(call);
      const found = await service.call('elections.reminders', day === null ? {} : { day });
      const lines = [
        found.day,
        ...found.elections.map(({ name, phase }) => `${name}\t${PHASE_WORDS[phase][call.language]}`),
        ...found.candidates.map(({ number, name, partnerName, tags }) =>
          [number, name, partnerName, ...tags].join('\t'),
        ),
        ...found.reminders.map(({ kind, text, note }) => [REMINDER_WORDS[kind][call.language], text, note].join('\t')),
      ];
      return { good: true, json: found, text: lines.join('\n') };
    }),
};

const addStage: Command = {
  words: ['elections', 'add-stage'],
  summary: {
    id: 'menambah satu tahapan; tanggal yang tidak mungkin ditolak',
    en: 'adds a stage; days that cannot be are refused',
  },
  arguments: [
    { name: 'ELECTION', required: true },
    { name: 'KIND', required: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'from', value: 'YYYY-MM-DD', help: { id: 'hari pertama', en: 'first day' } },
    {
      name: 'until',
      value: 'YYYY-MM-DD',
      help: { id: 'hari terakhir; tanpa ini satu hari', en: 'last day; else one day' },
    },
    { name: 'office', value: 'JABATAN', help: { id: OFFICES.join(', '), en: OFFICES.join(', ') } },
    { name: 'source', value: 'TEKS', help: { id: 'dari mana tanggal itu', en: 'where the days come from' } },
    { name: 'source-url', value: 'URL', help: { id: 'alamat sumber', en: 'address of the source' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { id } = await findElection(service, requiredArgument(call, 0));
      const days = stageDays(call);
      const added = await service.call('elections.saveStage', {
        electionId: id,
        kind: oneOf(STAGE_KINDS, requiredArgument(call, 1), 'KIND'),
        office: call.has('office') ? oneOf(OFFICES, requiredOption(call, 'office'), 'office') : null,
        ...days,
        source: call.option('source') ?? '',
        sourceUrl: call.option('source-url') ?? null,
        verification: 'ingatan',
        verifiedBy: null,
        verifiedAt: null,
      });
      return { good: true, json: added, text: added.id };
    }),
};

export const electionsCommands: readonly Command[] = [list, candidates, reminders, addStage];

/** By its id or its whole name. NOT_FOUND. */
async function findElection(service: VaultService, text: string): Promise<Election> {
  const { rows } = await service.call('elections.list', {});
  const found = rows.find((row) => row.id === text || row.name.toLowerCase() === text.toLowerCase());
  if (!found) throw new AppError('NOT_FOUND', { id: text });
  return found;
}

function stageDays(call: CommandCall): Pick<ElectionStage, 'startsOn' | 'endsOn'> {
  const startsOn = requiredOption(call, 'from');
  const days = electionStage.pick({ startsOn: true, endsOn: true });
  const read = days.safeParse({ startsOn, endsOn: call.option('until') ?? startsOn });
  if (!read.success) throw optionTakes('from', ['YYYY-MM-DD']);
  return read.data;
}

function dayOption(call: CommandCall): string | null {
  const text = call.option('day');
  if (text === undefined) return null;
  if (!z.iso.date().safeParse(text).success) throw optionTakes('day', ['YYYY-MM-DD']);
  return text;
}

function oneOf<Value extends string>(values: readonly Value[], text: string, option: string): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw optionTakes(option, values);
  return found;
}

function electionText({ id, name, regime, phase, stages }: Election, { language }: CommandCall): string {
  const lines = stages.map(({ kind, name: own, startsOn, endsOn, verification }) =>
    ['', startsOn, endsOn, own === '' ? STAGE_WORDS[kind][language] : own, verification].join('\t'),
  );
  return [[id, name, regime, PHASE_WORDS[phase][language]].join('\t'), ...lines].join('\n');
}
