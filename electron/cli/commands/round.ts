/** `netra round …`: monitoring rounds, what came of their accounts, what is due, and coverage. */
import type { RoundItem, RoundRow } from '#shared/contract/monitoring.ts';
import { planWords } from '#shared/domain/monitoring/plan-words.ts';
import { CADENCE_WORDS, ITEM_STATE_WORDS, OUTCOME_WORDS, ROUND_STATE_WORDS } from '#shared/domain/monitoring/words.ts';
import { CADENCES } from '#shared/domain/monitoring/rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultService } from '../../vault/service.ts';
import type { Command, CommandCall, CommandOption } from '../command.ts';
import { optionNeeded, optionTakes, VAULT_OPTION, VAULT_OPTIONS, wholeNumberOption } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

/** Items and rounds that are read at a time: the most an operation gives. */
const BATCH = 1_000;

const list: Command = {
  words: ['round', 'list'],
  summary: { id: 'menampilkan ronde pemantauan', en: 'lists monitoring rounds' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('monitoring.rounds', { limit: BATCH });
      return { good: true, json: found, text: found.rows.map((round) => roundLine(round, call)).join('\n') };
    }),
};

const show: Command = {
  words: ['round', 'show'],
  summary: {
    id: 'menampilkan satu ronde dengan hasil setiap akun',
    en: 'shows one round with the outcome of each account',
  },
  arguments: [{ name: 'ROUND', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { id } = await findRound(service, requiredArgument(call, 0));
      const round = await service.call('monitoring.get', { id });
      const items: RoundItem[] = [];
      for (let total = Infinity; items.length < total; ) {
        const found = await service.call('monitoring.items', { roundId: id, limit: BATCH, offset: items.length });
        total = found.rows.length === 0 ? items.length : found.total;
        items.push(...found.rows);
      }
      const lines = [roundLine(round, call), `  ${planWords(round.plan, call.language).join('; ')}`];
      return {
        good: true,
        json: { round, items },
        text: [...lines, ...items.map((item) => itemLine(item, call))].join('\n'),
      };
    }),
};

const PLAN_OPTIONS: readonly CommandOption[] = [
  { name: 'agency', value: 'OPD', repeated: true, help: { id: 'hanya OPD ini', en: 'only this agency' } },
  { name: 'unit', value: 'UNIT', repeated: true, help: { id: 'hanya unit kerja ini', en: 'only this unit' } },
  { name: 'position', value: 'JABATAN', repeated: true, help: { id: 'hanya jabatan ini', en: 'only this position' } },
  { name: 'never-checked', value: null, help: { id: 'yang belum pernah diperiksa', en: 'those never checked' } },
  {
    name: 'sample',
    value: 'N',
    help: { id: 'undi sejumlah pegawai dari yang sesuai', en: 'draw so many of those who fit' },
  },
  { name: 'seed', value: 'TEXT', help: { id: 'benih undian dari luar', en: 'seed of the draw, from outside' } },
  {
    name: 'cadence',
    value: CADENCES.join('|'),
    help: { id: 'irama; lazimnya sekali', en: 'cadence; once unless given' },
  },
  {
    name: 'dry-run',
    value: null,
    help: { id: 'hanya menghitung pegawai dan akunnya', en: 'only counts the persons and accounts' },
  },
];

const begin: Command = {
  words: ['round', 'begin'],
  summary: { id: 'memulai ronde pemantauan', en: 'begins a monitoring round' },
  arguments: [{ name: 'TITLE', required: true }],
  options: [...PLAN_OPTIONS, VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) => {
    const size = wholeNumberOption(call, 'sample', 1, 100_000);
    const seed = call.option('seed') ?? null;
    if (seed !== null && size === null) throw optionNeeded('sample', { id: ' bersama --seed', en: ' with --seed' });
    const cadence = CADENCES.find((one) => one === (call.option('cadence') ?? 'once'));
    if (cadence === undefined) throw optionTakes('cadence', CADENCES);
    const plan = {
      agencies: [...call.options('agency')],
      units: [...call.options('unit')],
      positions: [...call.options('position')],
      lastChecked: call.has('never-checked') ? ({ when: 'never' } as const) : ({ when: 'any' } as const),
      sample: size === null ? null : { size, seed },
    };
    return await withVault(call, async (service) => {
      if (call.has('dry-run')) {
        const preview = await service.call('monitoring.preview', { plan });
        const text = `${preview.persons}/${preview.eligible}\t${preview.accounts}`;
        return { good: preview.persons > 0, json: preview, text };
      }
      const title = requiredArgument(call, 0);
      const assigneeId = service.context().actor.id;
      const round = await service.call('monitoring.begin', { title, plan, cadence, assigneeId });
      return { good: true, json: round, text: roundLine(round, call) };
    });
  },
};

const due: Command = {
  words: ['round', 'due'],
  summary: {
    id: 'menampilkan ronde yang jatuh tempo dan yang berjalan',
    en: 'lists rounds that are due and under way',
  },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('monitoring.due', {});
      const lines = [...found.due, ...found.running].map((round) => roundLine(round, call));
      return { good: true, json: found, text: lines.join('\n') };
    }),
};

/** By its number, its id, or a title that only one round has. NOT_FOUND. */
async function findRound(service: VaultService, text: string): Promise<RoundRow> {
  const { rows } = await service.call('monitoring.rounds', { limit: BATCH });
  const byTitle = rows.filter((round) => round.title === text);
  const found =
    rows.find((round) => round.id === text || round.number.toLowerCase() === text.toLowerCase()) ??
    (byTitle.length === 1 ? byTitle[0] : undefined);
  if (found === undefined) throw new AppError('NOT_FOUND', { id: text });
  return found;
}

function roundLine(round: RoundRow, { language }: CommandCall): string {
  const { number, title, state, cadence, assignee, done, accounts } = round;
  const words = [ROUND_STATE_WORDS[language][state], CADENCE_WORDS[language][cadence]];
  return [number, title, ...words, assignee.name, `${done}/${accounts}`].join('\t');
}

function itemLine({ position, employee, account, state, last }: RoundItem, { language }: CommandCall): string {
  const came = last === null ? ITEM_STATE_WORDS[language][state] : OUTCOME_WORDS[language][last.outcome];
  const where = account === null ? '–' : `${account.platform} ${account.handle}`;
  return `  ${[position + 1, employee.name, where, came, last?.evidence?.number ?? '–'].join('\t')}`;
}

export const roundCommands: readonly Command[] = [list, show, begin, due];
