/** Made-up people and cases for a practice vault: the sample roster, a letterhead, and cases in several states. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspectResultSchema, LAYOUT_QUESTION } from '#shared/contract/roster-job.ts';
import { settings } from '#shared/contract/settings.ts';
import { keepFile } from './evidence/keep-file.ts';
import { bytesSource } from './files/registry.ts';
import type { UseCaseContext } from './kernel.ts';
import { dayOf, startOfDay } from './roster/days.ts';
import { insertEmployees, type Person } from './roster/employees.ts';
import { readRoster } from './roster/import/read-roster.ts';
import { ROSTER_WORKER_LIMITS } from './roster/roster-worker.ts';
import { workerInput } from './workers/worker-input.ts';
import { textOf } from './rows.ts';

const SAMPLE_ROSTER = path.join('sample', 'daftar-pegawai-contoh.xlsx');

const SAMPLE_SETTINGS = path.join('sample', 'pengaturan-contoh.json');

const SAMPLE_CASES = [
  {
    title: 'Unggahan dukungan di media sosial',
    picture: 'tangkapan-contoh-1.png',
    account: '@rahmat.contoh (Lini Warga)',
    actDate: '2024-10-21',
    code: 'D-6',
    candidateStatus: 'calon',
    narrative: 'Akun yang diduga milik pegawai mengunggah ajakan memilih pasangan calon.',
  },
  {
    title: 'Foto bersama bakal calon',
    picture: 'tangkapan-contoh-2.png',
    account: '@sari.contoh (Lini Warga)',
    actDate: '2024-08-17',
    code: 'KE-5',
    candidateStatus: 'bakal_calon',
    narrative: '',
  },
  {
    title: 'Bergabung dalam grup pemenangan',
    picture: null,
    account: '@tono.contoh (Lini Warga)',
    actDate: null,
    code: null,
    candidateStatus: 'tidak_diketahui',
    narrative: '',
  },
] as const;

export async function fillSampleData(context: UseCaseContext): Promise<void> {
  const sampleSettings: unknown = JSON.parse(
    await readFile(path.join(context.resourcesDirectory, SAMPLE_SETTINGS), 'utf8'),
  );
  await context.call('settings.set', settings.partial().parse(sampleSettings));
  await importSampleRoster(context);
  const people = context.database.all('SELECT id FROM employees WHERE nip IS NOT NULL ORDER BY employee_key LIMIT ?', [
    SAMPLE_CASES.length,
  ]);
  for (const [index, sample] of SAMPLE_CASES.entries()) {
    const person = people[index];
    const known = index < 2 && person ? textOf(person, 'id') : null;
    const { id } = await context.call('cases.create', {
      title: sample.title,
      source: 'temuan',
      employeeId: known,
      accountText: sample.account,
      reason: known === null ? '' : 'Nama dan foto profil sama dengan data pegawai (contoh).',
      actDate: sample.actDate,
      candidateStatus: sample.candidateStatus,
      regime: 'PILKADA',
      narrative: sample.narrative,
    });
    if (sample.code !== null) await context.call('cases.addAllegation', { id, code: sample.code, primary: true });
    if (sample.picture !== null) await addSamplePicture(context, id, sample.picture);
  }
}

/** A picture as a reporter would have forwarded it: second-hand. */
async function addSamplePicture(context: UseCaseContext, caseId: string, name: string): Promise<void> {
  const blob = await context.blobs.stage([await readFile(path.join(context.resourcesDirectory, 'sample', name))]);
  const facts = {
    caseId,
    note: 'Contoh: tangkapan layar yang diteruskan pelapor.',
    address: '',
    obtainedFrom: 'Pelapor (contoh)',
    obtainedAtText: '',
    postedAtText: '3 jam',
  };
  await keepFile(facts, { name, pasted: false, screen: null }, blob, context);
}

/** Reads the sample roster in the worker, as any roster, and writes it in one transaction. */
async function importSampleRoster(context: UseCaseContext): Promise<void> {
  const file = bytesSource(SAMPLE_ROSTER, await readFile(path.join(context.resourcesDirectory, SAMPLE_ROSTER)));
  const inspected = inspectResultSchema.parse(
    await context.runWorker({
      kind: 'roster-import',
      job: { mode: 'inspect' },
      inputs: { file: workerInput(file) },
      answers: { [LAYOUT_QUESTION]: async () => await Promise.resolve(null) },
      limits: ROSTER_WORKER_LIMITS,
    }),
  );
  const sheets = inspected.sheets.flatMap(({ name, headerRow, proposal, unitFromSheetName, kind }) => {
    const mapping = proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
    return headerRow === null ? [] : [{ name, headerRow, mapping, unitFromSheetName, kind }];
  });
  const people: Person[] = [];
  const receiver = {
    addRow: ({ person }: { readonly person: Person }): void => void people.push(person),
    addRefused: (): void => undefined,
    addAccount: (): void => undefined,
  };
  const progress = { signal: new AbortController().signal, report: () => undefined };
  const job = { mode: 'read' as const, sheets, statusSynonyms: {} };
  const { read } = await readRoster(job, file, { receiver, progress, context });
  writePeople(people, read, context);
}

function writePeople(people: readonly Person[], read: number, context: UseCaseContext): void {
  const { timeZone } = context.settings();
  const at = context.now().toISOString();
  const day = dayOf(context.now(), timeZone);
  const stamp = { at, day, from: startOfDay(day, timeZone), importId: null };
  context.write(['roster'], (database) => {
    insertEmployees(
      database,
      people.map((person) => ({ id: context.newId(), person })),
      stamp,
    );
    const facts = { read, people: people.length };
    return {
      value: null,
      entry: { action: 'roster.sample-filled', subjectKind: 'vault', subjectId: null, facts },
    };
  });
}
