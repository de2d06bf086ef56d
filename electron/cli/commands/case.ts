/** `netra case …`: open a case, list, show, link a person; its package is in case-package.ts. */
import type { CasePage } from '#shared/contract/cases.ts';
import { missingWords } from '#shared/domain/cases/missing-words.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall } from '../command.ts';
import { findCase, findEmployee } from '../find.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';
import { packageCase } from './case-package.ts';

const EMPLOYEE_OPTION = {
  name: 'employee',
  value: 'NIP',
  help: { id: 'NIP, NIK, atau id pegawai', en: 'NIP, NIK or id of the person' },
} as const;
const REASON_OPTION = {
  name: 'reason',
  value: 'TEKS',
  help: { id: 'mengapa orang ini', en: 'why this person' },
} as const;

const create: Command = {
  words: ['case', 'create'],
  summary: { id: 'membuka kasus; boleh tanpa orang', en: 'opens a case; a person is not needed' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    EMPLOYEE_OPTION,
    REASON_OPTION,
    { name: 'account', value: 'ALAMAT', help: { id: 'akun yang diduga', en: 'the account in question' } },
    { name: 'title', value: 'TEKS', help: { id: 'judul', en: 'title' } },
    { name: 'act-date', value: 'YYYY-MM-DD', help: { id: 'tanggal perbuatan', en: 'day of the act' } },
    {
      name: 'allegation',
      value: 'KODE',
      repeated: true,
      help: { id: 'kode dugaan, misalnya D-6', en: 'code of an allegation, for example D-6' },
    },
    { name: 'narrative', value: 'TEKS', help: { id: 'uraian', en: 'account of what happened' } },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const employee = call.option('employee');
      const person = employee === undefined ? null : await findEmployee(service, employee);
      const { id } = await service.call('cases.create', {
        title: call.option('title') ?? '',
        employeeId: person?.id ?? null,
        reason: call.option('reason') ?? '',
        accountText: call.option('account') ?? '',
        actDate: call.option('act-date') ?? null,
        narrative: call.option('narrative') ?? '',
      });
      for (const [index, code] of call.options('allegation').entries())
        await service.call('cases.addAllegation', { id, code, primary: index === 0 });
      const page = await service.call('cases.get', { id });
      return { good: true, json: page, text: pageText(page, call) };
    }),
};

const list: Command = {
  words: ['case', 'list'],
  summary: { id: 'menampilkan kasus', en: 'lists cases' },
  arguments: [],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'query',
      value: 'TEKS',
      help: { id: 'nomor, judul, akun, atau nama', en: 'number, title, account or name' },
    },
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('cases.list', { query: call.option('query') ?? '', limit: 1_000 });
      const rows = found.rows.map((row) => [row.number, row.status, row.respondents, row.title].join('\t'));
      return { good: true, json: found, text: [`${found.total}`, ...rows].join('\n') };
    }),
};

const show: Command = {
  words: ['case', 'show'],
  summary: { id: 'menampilkan satu kasus', en: 'shows one case' },
  arguments: [{ name: 'NUMBER', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { id } = await findCase(service, requiredArgument(call, 0));
      const page = await service.call('cases.get', { id });
      const evidence = (await service.call('evidence.list', { where: 'case', caseId: id, limit: 1_000 })).rows;
      const lines = evidence.map((one) => `  ${one.number} ${one.title} ${one.mainSha256}`);
      return {
        good: true,
        json: { ...page, evidence: evidence.map(({ thumbnail: _thumbnail, ...one }) => one) },
        text: [pageText(page, call), ...lines].join('\n'),
      };
    }),
};

const link: Command = {
  words: ['case', 'link'],
  summary: { id: 'menautkan terlapor ke kasus', en: 'links a respondent to a case' },
  arguments: [{ name: 'NUMBER', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, EMPLOYEE_OPTION, REASON_OPTION],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { id } = await findCase(service, requiredArgument(call, 0));
      const person = await findEmployee(service, requiredOption(call, 'employee'));
      const page = await service.call('cases.linkRespondent', {
        id,
        employeeId: person.id,
        reason: requiredOption(call, 'reason'),
      });
      return { good: true, json: page, text: pageText(page, call) };
    }),
};

function pageText(page: CasePage, call: CommandCall): string {
  const missing =
    page.missing.length === 0 ? '–' : page.missing.map((code) => missingWords(call.language, code)).join(', ');
  return [
    `${page.case.number} ${page.case.title}`.trim(),
    `  ${page.case.status} · ${page.case.respondents || page.case.accountText || (call.language === 'id' ? 'belum diketahui' : 'not known yet')}`,
    `  ${call.language === 'id' ? 'Dugaan' : 'Allegations'}: ${page.case.allegationCodes.join(', ') || '–'}`,
    `  ${call.language === 'id' ? 'Yang masih kurang' : 'Still missing'}: ${missing}`,
  ].join('\n');
}

export const caseCommands: readonly Command[] = [create, list, show, link, packageCase];
