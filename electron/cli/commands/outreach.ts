/** `netra outreach …`: sessions, one session, planning one, and the coverage of a period. */
import type { OutreachSessionRow } from '#shared/contract/outreach.ts';
import { SESSION_STATE_WORDS } from '#shared/domain/outreach/outreach-words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Command, CommandCall } from '../command.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';

const FROM = { name: 'from', value: 'YYYY-MM-DD', help: { id: 'hari pertama', en: 'first day' } } as const;
const TO = { name: 'to', value: 'YYYY-MM-DD', help: { id: 'hari terakhir', en: 'last day' } } as const;

const list: Command = {
  words: ['outreach', 'list'],
  summary: { id: 'menampilkan kegiatan sosialisasi', en: 'lists outreach sessions' },
  arguments: [],
  options: [VAULT_OPTION, FROM, TO, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const from = call.option('from');
      const to = call.option('to');
      const found = await service.call('outreach.list', {
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        limit: 1_000,
      });
      return { good: true, json: found, text: found.rows.map((row) => sessionLine(row, call)).join('\n') };
    }),
};

const show: Command = {
  words: ['outreach', 'show'],
  summary: { id: 'menampilkan satu kegiatan dan daftar hadirnya', en: 'shows one session and its attendance' },
  arguments: [{ name: 'SESSION', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const wanted = requiredArgument(call, 0);
      const { rows } = await service.call('outreach.list', { limit: 1_000 });
      const found = rows.find(({ id, number }) => id === wanted || number === wanted.toUpperCase());
      if (found === undefined) throw new AppError('NOT_FOUND', { id: wanted });
      const page = await service.call('outreach.get', { id: found.id });
      const attendance = await service.call('outreach.attendance', { sessionId: found.id, limit: 1_000 });
      const names = attendance.rows.map(({ name, nip, unit }) => `  ${name}\t${nip ?? '–'}\t${unit ?? '–'}`);
      return {
        good: true,
        json: { ...page, attendance },
        text: [sessionLine(page.session, call), ...names].join('\n'),
      };
    }),
};

const add: Command = {
  words: ['outreach', 'add'],
  summary: { id: 'merencanakan kegiatan sosialisasi', en: 'plans an outreach session' },
  arguments: [{ name: 'TOPIC', required: true }],
  options: [
    VAULT_OPTION,
    { name: 'day', value: 'YYYY-MM-DD', help: { id: 'hari kegiatan', en: 'day of the session' } },
    { name: 'place', value: 'TEMPAT', help: { id: 'tempat kegiatan', en: 'where it is held' } },
    ...VAULT_OPTIONS,
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const saved = await service.call('outreach.save', {
        topic: requiredArgument(call, 0),
        day: requiredOption(call, 'day'),
        place: call.option('place') ?? '',
      });
      return { good: true, json: saved, text: saved.number };
    }),
};

const coverage: Command = {
  words: ['outreach', 'coverage'],
  summary: {
    id: 'menampilkan cakupan sosialisasi per OPD dalam satu jangka waktu',
    en: 'shows the coverage of outreach by agency in a period',
  },
  arguments: [],
  options: [VAULT_OPTION, FROM, TO, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const period = { from: requiredOption(call, 'from'), to: requiredOption(call, 'to') };
      const found = await service.call('outreach.coverage', period);
      const line = (name: string, people: number, reached: number, signed: number): string =>
        [name, people, reached, signed].join('\t');
      const rows = found.agencies.map((row) => line(row.agency ?? '–', row.people, row.reached, row.signed));
      return {
        good: true,
        json: found,
        text: [line('∑', found.people, found.reached, found.signed), ...rows].join('\n'),
      };
    }),
};

function sessionLine(row: OutreachSessionRow, { language }: CommandCall): string {
  return [row.number, row.day, SESSION_STATE_WORDS[row.state][language], row.attended, row.topic].join('\t');
}

export const outreachCommands: readonly Command[] = [list, show, add, coverage];
