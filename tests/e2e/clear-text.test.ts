/**
 * After sessions of the real app, one ended in order and one killed: everything that it wrote outside of what the person
 * asked for is searched for what was worked on. The vault's own name and folder are known to the profile (the list of vaults
 * at the start), so they hold no marker.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { launchNetra, type RunningNetra } from '../support/electron.ts';
import { jobOf, takeCapture, valueOf } from '../support/kill/app-session.ts';
import { filesBelow, findInClear } from '../support/kill/search-clear.ts';
import { answerOpenDialog } from '../support/journey/system.ts';

const PASSPHRASE = 'kuda jerapah gajah badak';
const CONTENT = Buffer.from('penanda-isi-9927 '.repeat(500));
const MARKERS = {
  passphrase: PASSPHRASE,
  user: 'Zulaikha Penandapetugas',
  person: 'Budi Penandapegawai',
  title: 'Judul Penandakasus',
  narrative: 'penanda-uraian-5521',
  search: 'penanda-pencarian-6630',
  fileName: 'penanda-berkas-8814.txt',
  fileContent: 'penanda-isi-9927',
  fileHash: createHash('sha256').update(CONTENT).digest('hex'),
  path: 'penanda-alamat-3377',
  pageTitle: 'Penanda Judul Laman',
  pageText: 'penanda-teks-laman-4419',
  cookie: 'penanda-kuki-1182',
  stored: 'penanda-simpanan-2273',
  typed: 'penanda-ketikan-7740',
} as const;

let netra: RunningNetra | null = null;
let root: string;
let places: { readonly data: string; readonly vault: string; readonly temporary: string; readonly home: string };
let server: Server;
let address = '';
/** Host and port as the page was reached: no site that was looked at may be told by a file. */
let host = '';
const passes: Record<string, string> = {};

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'netra-clear-'));
  const place = (name: string): string => path.join(root, name);
  places = { data: place('data'), vault: place('brankas'), temporary: place('sementara'), home: place('rumah') };
  for (const folder of [places.data, places.temporary, places.home]) mkdirSync(folder);
  server = createServer((_request, response) => {
    const headers = {
      'content-type': 'text/html',
      'set-cookie': `sesi=${MARKERS.cookie}; Max-Age=9999`,
      'cache-control': 'max-age=9999',
      etag: '"a"',
    };
    response.writeHead(200, headers).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  address = `http://${host}/${MARKERS.path}?q=${MARKERS.path}`;
});
afterEach(async () => {
  if (netra?.app.process().exitCode === null && netra.app.process().signalCode === null) await netra.kill();
  netra = null;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const PAGE = `<!doctype html><title>${MARKERS.pageTitle}</title><p>${MARKERS.pageText}</p>
<script>localStorage.setItem('s', '${MARKERS.stored}'); indexedDB.open('${MARKERS.stored}');
caches.open('${MARKERS.stored}').then((cache) => cache.put('/${MARKERS.path}', new Response('${MARKERS.stored}')));</script>`;

describe('what is left in the clear', () => {
  it('is nothing after a session that ended in order', async () => {
    netra = await start();
    const page = await readyPage(netra);
    const create = {
      directory: places.vault,
      name: 'Latihan',
      userName: MARKERS.user,
      passphrase: PASSPHRASE,
      practice: true,
    };
    await valueOf(page, 'vault.create', create);
    await work(netra, page);
    await valueOf(page, 'vault.lock', {});
    await netra.close();
    expectNothing(netra.output());
    netra = null;
  });

  it('is nothing after a session that was killed with everything open', async () => {
    netra = await start();
    const page = await readyPage(netra);
    await valueOf(page, 'vault.open', { directory: places.vault, passphrase: PASSPHRASE });
    await work(netra, page);
    await netra.kill();
    expectNothing(netra.output());
    netra = null;
  });

  it('would be found if it were there', () => {
    const control = path.join(places.data, 'kontrol');
    writeFileSync(control, Buffer.from(`x${MARKERS.person.toUpperCase()}x`, 'utf16le'));
    expect(findInClear([places.data], Object.values(MARKERS))).toEqual([{ text: MARKERS.person, file: control }]);
    expect(filesBelow(places.data).length).toBeGreaterThan(10);
    expect(readdirSync(places.vault)).toContain('netra-vault.json');
    expect(passes).toEqual({ capture: 'captured', report: expect.any(String) as string });
  });
});

function start(): Promise<RunningNetra> {
  const env = { TMPDIR: places.temporary, TMP: places.temporary, TEMP: places.temporary, HOME: places.home };
  return launchNetra({ userDataDir: places.data, env });
}

async function readyPage(netra: RunningNetra): Promise<Page> {
  const page = await netra.firstWindow();
  await page.waitForFunction(() => window.netra !== undefined);
  return page;
}

/** Everything that an officer does with what must not be told. */
async function work(netra: RunningNetra, page: Page): Promise<void> {
  const person = z.object({ id: z.string() }).parse(await valueOf(page, 'roster.addPerson', { name: MARKERS.person }));
  const created = await valueOf(page, 'cases.create', {
    title: MARKERS.title,
    employeeId: person.id,
    reason: MARKERS.narrative,
    narrative: MARKERS.narrative,
    actDate: '2024-10-21',
  });
  const { id: caseId } = z.object({ id: z.string() }).parse(created);
  await valueOf(page, 'search.everything', { query: MARKERS.search });
  const file = path.join(root, MARKERS.fileName);
  writeFileSync(file, CONTENT);
  await answerOpenDialog(netra, file);
  const chosen = await valueOf(page, 'app.chooseFiles', { purpose: 'evidence', multiple: false });
  const { files } = z.object({ files: z.array(z.object({ token: z.string() })) }).parse(chosen);
  await jobOf(page, 'evidence.addFiles', { caseId, files: files.map(({ token }) => token) });
  await page.bringToFront();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(MARKERS.typed);
  const capture = await takeCapture(netra, page, caseId, { address, title: MARKERS.pageTitle });
  passes['capture'] = capture.outcome;
  await showEvidence(page, capture.evidenceId);
  const preview = z.object({ handle: z.string(), pages: z.number() });
  const made = preview.parse(await jobOf(page, 'reports.preview', { caseId, kind: 'lengkap' }));
  await page.evaluate(async (handle) => {
    await (await fetch(`app://netra/documents/${handle}`)).arrayBuffer();
  }, made.handle);
  const issued = await jobOf(page, 'reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } });
  passes['report'] = z.object({ sha256: z.string() }).parse(issued).sha256;
}

/** The page shows the picture as the viewer does. */
async function showEvidence(page: Page, id: string): Promise<void> {
  const artefacts = z.object({ artefacts: z.array(z.object({ id: z.string(), mime: z.string() })) });
  const { artefacts: all } = artefacts.parse(await valueOf(page, 'evidence.get', { id }));
  const picture = all.find(({ mime }) => mime === 'image/png');
  const view = await valueOf(page, 'evidence.view', { id, artefactId: picture?.id ?? '' });
  const { handle } = z.object({ handle: z.string() }).parse(view);
  const width = await page.evaluate(
    (source) =>
      new Promise<number>((resolve, reject) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => reject(new Error('the picture was not shown'));
        image.src = source;
      }),
    `evidence://${handle}`,
  );
  expect(width).toBeGreaterThan(100);
}

function expectNothing(output: string): void {
  const folders = [places.data, places.vault, places.temporary, places.home];
  expect(findInClear(folders, [...Object.values(MARKERS), host])).toEqual([]);
  for (const marker of Object.values(MARKERS)) expect(output.toLowerCase()).not.toContain(marker.toLowerCase());
  // Nothing of the program's own is left among the temporary files.
  expect(filesBelow(places.temporary).map((file) => path.relative(places.temporary, file))).toEqual([]);
}
