/** `netra public-report …`: register a report from the public, list, show. Who reported is shown in the app alone, on purpose. */
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { publicReportState, publicReportTopic } from '#shared/contract/public-reports.ts';
import { PUBLIC_REPORT_WORDS } from '#shared/domain/public-reports/words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Command, CommandCall } from '../command.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { findPublicReport } from '../find.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { intakeCommand } from './public-report-intake.ts';

const add: Command = {
  words: ['public-report', 'add'],
  summary: { id: 'mendaftarkan aduan tanpa identitas pelapor', en: 'registers an anonymous report from the public' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'subject', value: 'TEKS', help: { id: 'hal laporan', en: 'what it is about' } },
    { name: 'text', value: 'TEKS', help: { id: 'uraian', en: 'account of what happened' } },
    { name: 'accused', value: 'TEKS', help: { id: 'terlapor', en: 'who is reported' } },
    { name: 'address', value: 'ALAMAT', help: { id: 'tautan', en: 'link' } },
    { name: 'topic', value: 'POKOK', help: { id: 'netralitas, hoaks, lainnya', en: 'netralitas, hoaks, lainnya' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const topic = publicReportTopic.safeParse(call.option('topic') ?? 'netralitas');
      if (!topic.success) throw new AppError('INVALID_INPUT', { field: 'topic' });
      const { id } = await service.call('publicReports.create', {
        subject: requiredOption(call, 'subject'),
        description: call.option('text') ?? '',
        accusedText: call.option('accused') ?? '',
        address: call.option('address') ?? '',
        topic: topic.data,
      });
      const page = await service.call('publicReports.get', { id });
      return { good: true, json: page, text: pageText(page, call) };
    }),
};

const list: Command = {
  words: ['public-report', 'list'],
  summary: { id: 'menampilkan aduan', en: 'lists reports from the public' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'query',
      value: 'TEKS',
      help: { id: 'nomor, hal, terlapor, tautan', en: 'number, subject, person, link' },
    },
    { name: 'state', value: 'KEADAAN', help: { id: 'keadaan, misalnya baru', en: 'a state, for example baru' } },
    { name: 'overdue', value: null, help: { id: 'hanya yang lewat tenggat', en: 'overdue ones only' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const given = call.option('state');
      const state = publicReportState.optional().safeParse(given);
      if (!state.success) throw new AppError('INVALID_INPUT', { field: 'state' });
      const found = await service.call('publicReports.list', {
        query: call.option('query') ?? '',
        limit: 1_000,
        ...(state.data !== undefined && { state: state.data }),
        ...(call.has('overdue') && { overdue: true }),
      });
      const rows = found.rows.map((row) =>
        [row.number, row.state, row.dueDay ?? '', row.accused, row.subject].join('\t'),
      );
      return { good: true, json: found, text: [`${found.total}`, ...rows].join('\n') };
    }),
};

const show: Command = {
  words: ['public-report', 'show'],
  summary: { id: 'menampilkan satu aduan', en: 'shows one report from the public' },
  arguments: [{ name: 'NOMOR', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const page = await findPublicReport(service, requiredArgument(call, 0));
      return { good: true, json: page, text: pageText(page, call) };
    }),
};

function pageText({ report, checks, steps }: PublicReportPage, call: CommandCall): string {
  const words = PUBLIC_REPORT_WORDS[call.language];
  const missing = checks.filter(({ state }) => state === 'belum').map(({ requirement }) => requirement.text);
  return [
    `${report.number}\t${words.state[report.state]}\t${report.dueDay ?? ''}`,
    report.subject,
    report.accused,
    report.description,
    ...(missing.length > 0 ? [`- ${missing.join(', ')}`] : []),
    ...steps.map((step) => `${step.at}\t${words.state[step.to]}\t${step.reason}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export const publicReportCommands: readonly Command[] = [add, intakeCommand, list, show];
