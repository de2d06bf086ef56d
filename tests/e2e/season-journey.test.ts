/** What the office does around a case: a chat export becomes a report from the public, a case, a capture, a document, a number of the month. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issuedDocument } from '#shared/contract/documents.ts';
import type { CallOf, OperationName } from '#shared/contract/index.ts';
import { intakeFiled, publicReportPage } from '#shared/contract/public-reports.ts';
import { recap } from '#shared/contract/recap.ts';
import { intakeLook } from '#shared/contract/report-intake.ts';
import { intakeDraft } from '#shared/contract/report-intake-job.ts';
import { localDayOf } from '../../electron/vault/documents/days.ts';
import { SAMPLE_POSTS, type SampleSite, startSampleSite } from '../../scripts/demo/sample-site.ts';
import { capturePage, openCapture } from '../support/journey/capture.ts';
import { ask, PASSPHRASE, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerOpenDialog } from '../support/journey/system.ts';

const CHAT = [
  '21/10/24 14.30 - Warga Contoh: Selamat siang, saya mau melapor.',
  '21/10/24 14.31 - Warga Contoh: Pegawai Dinas Contoh membagikan ajakan memilih di akunnya.',
  '21/10/24 14.33 - Petugas Aduan: Terima kasih, laporan kami terima.',
  '',
].join('\n');
const TITLE = 'Dugaan ajakan memilih menurut pesan warga';

let site: SampleSite;
let person: Person;
let page: Page;
let caseId: string;
beforeAll(async () => {
  site = await startSampleSite();
  person = await sitDown();
  page = person.page;
  await value('vault.create', {
    directory: person.file('brankas'),
    name: 'Brankas latihan',
    userName: 'Petugas Latihan',
    passphrase: PASSPHRASE,
    practice: true,
    sampleData: true,
  });
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
});
afterAll(async () => {
  await person.netra.close();
  await site.close();
});

/** The answer of an operation that must succeed. */
async function value<Name extends OperationName>(name: Name, input: CallOf<Name>): Promise<unknown> {
  const answer = await ask(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error?.code ?? ''}`);
  return answer.value;
}

const jobs = z.object({
  jobs: z.array(z.object({ jobId: z.string(), state: z.string(), value: z.unknown().optional() })),
});

/** What the job that an operation started came to. */
async function job<Name extends OperationName>(name: Name, input: CallOf<Name>): Promise<unknown> {
  const { jobId } = z.object({ jobId: z.string() }).parse(await value(name, input));
  const state = async () => jobs.parse(await value('app.listJobs', {})).jobs.find((listed) => listed.jobId === jobId);
  await expect.poll(async () => (await state())?.state, { timeout: 120_000 }).toBe('done');
  return (await state())?.value;
}

describe('a report from the public', () => {
  it('is read out of a WhatsApp export and registered, its sender apart', async () => {
    const file = person.file('Chat WhatsApp dengan Warga Contoh.txt');
    writeFileSync(file, CHAT);
    await answerOpenDialog(person.netra, file);
    const { files } = z
      .object({ files: z.array(z.object({ token: z.string() })).length(1) })
      .parse(await value('app.chooseFiles', { purpose: 'report-intake' }));
    const look = intakeLook.parse(await job('reportIntake.open', { source: { file: files[0]?.token ?? '' } }));
    expect(look).toMatchObject({ kind: 'chat', messages: 3 });
    const { readingId } = look;
    const ranges = [{ from: 0, to: 1 }];
    const draft = intakeDraft.parse(await value('reportIntake.compose', { readingId, ranges }));
    expect(draft.text).toContain('ajakan memilih');
    const filed = intakeFiled.parse(
      await job('publicReports.fileIntake', {
        readingId,
        reports: [
          {
            source: { of: 'messages', ranges },
            receivedAt: null,
            title: TITLE,
            text: draft.text,
            respondent: '',
            account: '',
            eventDay: '2024-10-21',
            location: '',
            links: [],
            attachments: [],
            reporter: { name: 'Warga Contoh', phone: '', email: '', address: '', note: '' },
          },
        ],
      }),
    );
    expect(filed.created).toHaveLength(1);
    const id = filed.created[0]?.id ?? '';
    const told = publicReportPage.parse(await value('publicReports.get', { id }));
    expect(JSON.stringify(told)).not.toContain('Warga Contoh');
    expect(told.reporter).toMatchObject({ has: ['name'], sources: 1 });
    const stepped = publicReportPage.parse(
      await value('publicReports.step', {
        id,
        to: 'kasus',
        reason: 'Laporan cukup jelas.',
        case: { how: 'new', title: TITLE },
      }),
    );
    caseId = stepped.report.case?.id ?? '';
    await page.evaluate((address) => window.location.assign(address), `#/aduan/${id}`);
    await page.getByText(TITLE).first().waitFor();
    await person.look('aduan');
  });

  it('is captured in its case, and reported', async () => {
    const post = SAMPLE_POSTS[0];
    if (post === undefined) throw new Error('the sample site has no post');
    await page.evaluate((address) => window.location.assign(address), `#/kasus/${caseId}`);
    await page.getByRole('heading', { name: TITLE }).waitFor();
    const bar = await openCapture(person.netra, () => press(page, 'Ambil bukti'));
    expect(await capturePage(bar, site.origin + post.path, `${post.title} – Lini Warga`)).toMatch(/^B-\d+/);
    const issue = async (document: 'laporan_inspektorat' | 'ba_pengamanan_bukti') =>
      issuedDocument.parse(await job('documents.issue', { document, caseId, signature: { method: 'seal' } }));
    // Nobody has said yet what is alleged, so the report stays a draft; the minutes about the evidence do not.
    expect(await issue('laporan_inspektorat')).toMatchObject({ caseId, state: 'draf' });
    expect(await issue('ba_pengamanan_bukti')).toMatchObject({ caseId, state: 'berlaku' });
  });

  it('counts in the month', async () => {
    const today = localDayOf(new Date(), 'WIB');
    const month = { from: `${today.slice(0, 8)}01`, to: today };
    const { summary } = recap.parse(await value('recap.get', month));
    const counted = Object.fromEntries(summary.map(({ key, count }) => [key, count]));
    // The sample brings three cases and two pictures of its own; drafts do not count.
    expect(counted).toMatchObject({ cases: 4, reports: 1, evidence: 3, documents: 1 });
    await page.bringToFront();
    await page.evaluate(() => window.location.assign('#/rekap'));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await person.look('rekap');
    expect(person.netra.problems).toEqual([]);
  });
});
