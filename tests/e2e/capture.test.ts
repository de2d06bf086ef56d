/** The capture window in a real Electron, on pages of a loopback site that does what real sites do. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRowCodes, ROW_HEIGHT } from '../fixtures/capture-site/row-codes.ts';
import { type CaptureSite, startCaptureSite } from '../fixtures/capture-site/site.ts';
import { joinTiles } from '../support/capture-harness/join-tiles.ts';
import { type Harness, launchCaptureHarness, type Taken } from '../support/capture-harness/launch.ts';

/** Short, so that pages which hang are given up on within the test's patience. */
const IMPATIENT = { picture: 2_500, text: 1_500, command: 1_500, load: 3_000 };

let site: CaptureSite;
let harness: Harness;
let id = -1;
/** An address of this machine at which nobody listens. */
let refused = '';

beforeAll(async () => {
  site = await startCaptureSite();
  refused = `http://127.0.0.1:${await closedPort()}/`;
  harness = await launchCaptureHarness();
});
afterAll(async () => {
  await harness.close();
  await site.close();
});
afterEach(async () => {
  if (id >= 0) await harness.call('close', id);
  id = -1;
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  await new Promise((closed) => server.close(closed));
  return port;
}

async function openAt(address: string, deadlines = {}): Promise<void> {
  id = await harness.call('open', { deadlines });
  await harness.call('visit', id, address);
}

async function take(reload = false): Promise<Taken> {
  const answer = await harness.call('take', id, reload);
  if (answer.value === undefined) throw new Error(`refused: ${answer.code}`);
  return answer.value;
}

describe('the pictures', () => {
  it('reads every row of a 16,000 px page back from the joined picture', async () => {
    await openAt(`${site.http}/long`);
    const { record } = await take();
    const folder = await harness.call('folder', id);
    const { picture, clean } = joinTiles(record.artefacts, (index) =>
      harness.picture(folder, `first-full-page-tile-${index}`),
    );
    expect(record.outcome).toBe('captured');
    expect(record.outcomeDetail).toBe('');
    expect(picture.height).toBe(16_000);
    expect(readRowCodes(picture, 600)).toEqual(Array.from({ length: 16_000 }, (_, y) => Math.floor(y / ROW_HEIGHT)));
    expect(clean.length).toBeGreaterThan(2);
    expect(clean).not.toContain(false);
    expect(record.completeness).toMatchObject({
      heightSeen: 16_000,
      documentHeight: 16_000,
      tilesTaken: clean.length + 1,
    });
  });

  it('keeps rows whole at the display scales of office laptops', async () => {
    for (const scale of [1.25, 1.5]) {
      await openAt(`${site.http}/long`);
      await harness.call('scaleTo', id, scale);
      const { record } = await take();
      const folder = await harness.call('folder', id);
      const { picture, clean } = joinTiles(record.artefacts, (index) =>
        harness.picture(folder, `first-full-page-tile-${index}`),
      );
      expect(record.scale).toBe(scale);
      expect(picture.height).toBe(16_000 * scale);
      const rows = readRowCodes(picture, 600);
      expect(rows).toEqual(Array.from({ length: rows.length }, (_, y) => Math.floor(y / (ROW_HEIGHT * scale))));
      expect(clean).not.toContain(false);
      await harness.call('close', id);
    }
  });

  it('shows sticky and fixed parts once, and no row is lost beside them', async () => {
    await openAt(`${site.http}/sticky`);
    const { record } = await take();
    const folder = await harness.call('folder', id);
    const { picture } = joinTiles(record.artefacts, (index) =>
      harness.picture(folder, `first-full-page-tile-${index}`),
    );
    const reds = Array.from({ length: picture.height }, (_, y) => y).filter((y) => {
      const at = (y * picture.width + 600) * 4;
      return picture.data[at] === 255 && picture.data[at + 1] === 0 && picture.data[at + 2] === 0;
    });
    expect(reds).toEqual(Array.from({ length: 48 }, (_, y) => y));
    expect(readRowCodes(picture, 600).slice(48)).toEqual(
      Array.from({ length: 600 * ROW_HEIGHT }, (_, y) => Math.floor(y / ROW_HEIGHT)),
    );
  });

  it('joins an animated page cleanly, and lets it move again', async () => {
    await openAt(`${site.http}/animated`);
    const { record } = await take();
    const folder = await harness.call('folder', id);
    const joined = joinTiles(record.artefacts, (index) => harness.picture(folder, `first-full-page-tile-${index}`));
    expect(joined.clean).not.toContain(false);
    expect(record.preparation.map((step) => step.step)).toContain('animations-resumed');
  });

  it('loads what loads late, counts what failed, and puts the page back where it was', async () => {
    await openAt(`${site.http}/lazy`);
    await harness.call('inPage', id, 'scrollTo(0, 1500)');
    const { record } = await take();
    expect(record.completeness).toMatchObject({ imagesDeclared: 13, imagesLoaded: 12, imagesFailed: 1 });
    expect(record.warnings).toContain('images-missing');
    expect(await harness.call('inPage', id, 'scrollY')).toBe(1500);
    expect(record.scroll.y).toBe(1500);
  });

  it('works under another window', async () => {
    await openAt(`${site.http}/long`);
    await harness.call('cover', id);
    const { record } = await take();
    expect(record.outcome).toBe('captured');
    expect(record.completeness.heightSeen).toBe(16_000);
  });

  it('hashes what it kept, and takes the visible text only', async () => {
    await openAt(`${site.http}/plain`);
    const { record } = await take();
    const folder = await harness.call('folder', id);
    for (const artefact of record.artefacts) {
      const name = ['first', artefact.kind, artefact.tile?.index].filter((part) => part !== undefined).join('-');
      const bytes = harness.artefact(folder, name);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(artefact.sha256);
      expect(bytes.byteLength).toBe(artefact.bytes);
    }
    const text = harness.artefact(folder, 'first-text').toString('utf8');
    expect(text).toContain('Teks yang tampak.');
    expect(text).not.toContain('Teks tersembunyi.');
    expect(harness.artefact(folder, 'first-mhtml').toString('utf8')).toContain('multipart/related');
  });
});

describe('the document and its address', () => {
  it('records a redirect over two TLS hosts, each with its own certificate', async () => {
    await openAt(`${site.https}/redirect`);
    const { record } = await take();
    expect(record.requestedAddress).toBe(`${site.https}/redirect`);
    expect(record.redirects.map((hop) => [hop.url, hop.status])).toEqual([
      [`${site.https}/redirect`, 302],
      [`${site.otherHost}/hop2`, 301],
    ]);
    expect(record.document).toMatchObject({ url: `${site.otherHost}/plain`, status: 200, ip: '127.0.0.1' });
    expect(record.redirects[0]?.certificate).toMatchObject({ link: 'same-connection' });
    expect(record.redirects[0]?.certificate.certificate?.subjectName).toBe('situs-pertama.test');
    expect(record.certificate.certificate?.subjectName).toBe('situs-kedua.test');
    expect(record.certificate.statement).toBe('Sertifikat dari koneksi yang sama.');
    expect(record.warnings).toEqual(expect.arrayContaining(['unknown-root', 'certificate-not-trusted']));
  });

  it('does not claim a link when the certificate was rotated between document and capture', async () => {
    await openAt(`${site.https}/plain`);
    site.rotate('situs-berganti.test');
    await harness.call('inPage', id, 'fetch("/pixel.png").then((answer) => answer.ok)');
    const { record } = await take();
    expect(record.certificate.link).toBe('several-seen');
    expect(record.certificate.certificate).toBeNull();
    expect(record.certificatesSeen.map((seen) => seen.subjectName)).toEqual([
      'situs-pertama.test',
      'situs-berganti.test',
    ]);
    expect(record.document?.security?.subjectName).toBe('situs-pertama.test');
    expect(record.warnings).toContain('certificate-not-linked');
    site.rotate('situs-pertama.test');
  });

  it('tells the document loaded from the address shown, and keeps a reload of that very address beside', async () => {
    await openAt(`${site.http}/push`);
    await harness.call('inPage', id, 'go()');
    await harness.until('the address is told', async () => (await harness.call('state', id)).addressReachedInPage);
    const { record, reload } = await take(true);
    expect(record.document?.url).toBe(`${site.http}/push`);
    expect(record.shownAddress).toBe(`${site.http}/plain?dari=push`);
    expect(record).toMatchObject({ addressReachedInPage: true, series: 'first', title: 'Halaman tujuan' });
    expect(record.warnings).toContain('address-reached-in-page');
    expect(reload).toMatchObject({ addressReachedInPage: false, series: 'reload', besides: record.captureId });
    expect(reload?.document?.url).toBe(`${site.http}/plain?dari=push`);
    expect(reload?.title).toBe('Halaman biasa');
    expect(reload?.warnings).not.toContain('address-reached-in-page');
  });

  it('says when the document came from the cache, and reloads past it', async () => {
    await openAt(`${site.http}/cached`);
    await harness.call('visit', id, `${site.http}/plain`);
    await harness.call('visit', id, `${site.http}/cached`);
    const { record, reload } = await take(true);
    expect(record.document?.fromCache).toBe(true);
    expect(record.warnings).toContain('from-cache');
    expect(reload?.document?.fromCache).toBe(false);
    expect(reload?.preparation[0]?.step).toBe('reloaded-past-cache');
  });

  it('says when the page’s service worker answered, and reloads past it', async () => {
    await openAt(`${site.http}/sw`);
    await harness.call('inPage', id, 'navigator.serviceWorker.ready.then(() => true)');
    await harness.call('visit', id, `${site.http}/sw-page`);
    const { record, reload } = await take(true);
    expect(record).toMatchObject({ title: 'Dari pekerja', document: { fromServiceWorker: true } });
    expect(record.warnings).toContain('from-service-worker');
    expect(reload).toMatchObject({ title: 'Halaman biasa', document: { fromServiceWorker: false, ip: '127.0.0.1' } });
  });

  it.each([1, 2])('records a page whole that is opened after %i refused addresses', async (times) => {
    id = await harness.call('open');
    for (let time = 0; time < times; time += 1) await harness.call('visit', id, refused);
    expect(await harness.call('state', id)).toMatchObject({
      address: refused,
      loading: false,
      problem: 'PAGE_REFUSED',
    });
    await harness.call('visit', id, `${site.http}/plain`);
    expect(await harness.call('state', id)).toMatchObject({ address: `${site.http}/plain`, problem: null });
    const { record } = await take();
    expect(record).toMatchObject({
      outcome: 'captured',
      title: 'Halaman biasa',
      shownAddress: `${site.http}/plain`,
      document: { url: `${site.http}/plain`, status: 200, ip: '127.0.0.1', failure: null },
    });
    expect(record.document?.headers.map(([name]) => name.toLowerCase())).toContain('content-type');
    expect(record.warnings).not.toContain('document-not-recorded');
    expect(record.preparation.map(({ step }) => step)).not.toContain('reloaded-past-cache');
  });

  it('records a refused address as a failure, without a picture of the browser’s own page', async () => {
    id = await harness.call('open');
    await harness.call('visit', id, refused);
    await harness.call('visit', id, refused);
    const { record } = await take();
    expect(record).toMatchObject({ outcome: 'failed', outcomeDetail: 'net::ERR_CONNECTION_REFUSED' });
    expect(record).toMatchObject({ shownAddress: refused, document: { url: refused, status: null } });
    expect(record.artefacts.map(({ kind }) => kind)).toEqual(['record']);
  });

  it('records the page of another site, not the one before it', async () => {
    const other = site.http.replace('127.0.0.1', 'localhost');
    await openAt(`${site.http}/push`);
    await harness.call('visit', id, `${other}/plain`);
    const { record } = await take();
    expect(record).toMatchObject({ title: 'Halaman biasa', shownAddress: `${other}/plain` });
    expect(record.document).toMatchObject({ url: `${other}/plain`, status: 200 });
    expect(record.preparation.map(({ step }) => step)).not.toContain('reloaded-past-cache');
  });

  it('keeps no cookie, no token and no name of the app', async () => {
    await openAt(`${site.http}/plain`);
    await harness.call('visit', id, `${site.http}/plain`);
    const { record } = await take();
    const folder = await harness.call('folder', id);
    expect(record.document?.removedHeaders).toEqual(['set-cookie', 'x-csrf-token']);
    expect(record.document?.removedRequestHeaders).toContain('cookie');
    expect(harness.artefact(folder, 'first-record').toString('utf8')).not.toContain('RAHASIA');
    const sent = site.requests.at(-1)?.headers['user-agent'] ?? '';
    expect(sent).toBe(record.userAgent.sent);
    expect(sent).not.toMatch(/electron|netra/i);
    expect(record.userAgent.original).toMatch(/Electron/);
    expect(record.userAgent.clientHints?.brands.join()).toMatch(/Chromium/);
  });
});

describe('pages that misbehave', () => {
  it('gives an endless script up by its deadline and keeps the document and the last picture', async () => {
    await openAt(`${site.http}/endless`, IMPATIENT);
    await harness.until('the script runs', async () => (await harness.call('state', id)).title === 'Tanpa henti');
    await new Promise((go) => setTimeout(go, 900));
    const { record } = await take();
    expect(record.outcome).toBe('timeout');
    expect(record.document).toMatchObject({ url: `${site.http}/endless`, status: 200 });
    expect(record.warnings).toContain('page-not-responding');
    expect(record.outcomeDetail).toContain('Page.captureScreenshot');
    expect(await harness.call('sinkState', id)).toBe('committed');
  });

  it('names a crash in the middle and keeps what was got', async () => {
    await openAt(`${site.http}/lazy`);
    const taking = harness.call('take', id, false);
    await harness.until('it scrolls', async () => (await harness.call('state', id)).phase === 'scrolling');
    await harness.call('crash', id);
    const { value } = await taking;
    expect(value?.record.outcome).toBe('crashed');
    expect(value?.record.artefacts.map((artefact) => artefact.kind)).toEqual(['viewport-image', 'wacz', 'record']);
    expect(value?.record.document?.status).toBe(200);
    await harness.call('visit', id, `${site.http}/plain`);
    expect((await take()).record.outcome).toBe('captured');
  });

  it('names a page that replaces itself under the capture', async () => {
    id = await harness.call('open');
    await harness.call('visit', id, `${site.http}/hop`);
    const { record } = await take();
    expect(record.outcome).toBe('changed');
    expect(record.document?.url).toBe(`${site.http}/hop`);
    expect(record.warnings).toContain('document-changed');
  });

  it('dismisses and records a dialog instead of hanging on it', async () => {
    await openAt(`${site.http}/alert`);
    await harness.call('inPage', id, 'new Promise((go) => setTimeout(go, 500))');
    const { record } = await take();
    expect(record.outcome).toBe('captured');
    expect(record.dialogs).toEqual([{ type: 'alert', message: 'Perhatian' }]);
  });

  it.each([
    ['/nirgends', 'gone', 404],
    ['/forbidden', 'wall', 403],
  ] as const)('%s is %s', async (path, outcome, status) => {
    await openAt(`${site.http}${path}`);
    const { record } = await take();
    expect(record).toMatchObject({ outcome, document: { status } });
    expect(record.artefacts.map((artefact) => artefact.kind)).toContain('viewport-image');
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await openAt(`${site.http}/lazy`);
    const taking = harness.call('take', id, false);
    await harness.until('it scrolls', async () => (await harness.call('state', id)).phase === 'scrolling');
    await harness.call('cancel', id);
    expect((await taking).code).toBe('CANCELLED');
    expect(await harness.call('sinkState', id)).toBe('aborted');
  });
});

describe('what a page may not do', () => {
  it('turns a pop-up into navigation of the same view', async () => {
    await openAt(`${site.http}/popup`);
    // Windows of the tests before go in turns of their own.
    await expect.poll(() => harness.call('windows')).toBe(1);
    await harness.call('inPage', id, 'void go()');
    await harness.until('the page is there', async () => (await harness.call('state', id)).title === 'Halaman biasa');
    expect(await harness.call('windows')).toBe(1);
  });

  it('reaches no address that only looks like loopback, and says so', async () => {
    await openAt(`${site.http}/inner`);
    const { record } = await take();
    expect(record.refusedRequests).toContain('http://0.0.0.0:1/x.png');
    expect(record.warnings).toContain('requests-refused');
  });

  it('names a page that the rules blocked on its way', async () => {
    await openAt(`${site.http}/plain`);
    await harness.call('inPage', id, 'void (location.href = "http://10.0.0.1/rahasia")');
    await harness.until('it is named', async () => (await harness.call('state', id)).problem === 'PAGE_BLOCKED');
    await harness.call('visit', id, `${site.http}/plain`);
    expect((await take()).record).toMatchObject({ outcome: 'captured', document: { status: 200 } });
  });

  it('refuses the open web on this runtime, and files always', async () => {
    id = await harness.call('open');
    for (const address of ['https://contoh.go.id', 'http://93.184.216.34/', 'http://10.0.0.1/', 'file:///etc/passwd']) {
      expect((await harness.call('navigate', id, address)).code).toBe('ADDRESS_NOT_ALLOWED');
    }
  });

  it('refuses this machine where the local network is not allowed', async () => {
    id = await harness.call('open', { rules: { loopbackOnly: false, allowLocalNetwork: false } });
    expect((await harness.call('navigate', id, `${site.http}/plain`)).code).toBe('ADDRESS_NOT_ALLOWED');
  });

  it('has no preload, no Node and no permission', async () => {
    await openAt(`${site.http}/plain`);
    const found = await harness.call(
      'inPage',
      id,
      `(async () => ({ netra: typeof netra, process: typeof process, require: typeof require, notify: await Notification.requestPermission(), place: await new Promise((go) => navigator.geolocation.getCurrentPosition(() => go('given'), () => go('refused'))) }))()`,
    );
    expect(found).toEqual({
      netra: 'undefined',
      process: 'undefined',
      require: 'undefined',
      notify: 'denied',
      place: 'refused',
    });
  });

  it('forgets cookies with the window', async () => {
    await openAt(`${site.http}/plain`);
    await harness.call('visit', id, `${site.http}/plain`);
    expect(site.requests.at(-1)?.headers.cookie).toBeDefined();
    await harness.call('close', id);
    await openAt(`${site.http}/plain`);
    expect(site.requests.at(-1)?.headers.cookie).toBeUndefined();
  });
});

describe('a list of addresses', () => {
  it('captures each in a window of its own and goes on after a failure', async () => {
    id = await harness.call('open');
    const results = await harness.call('captureAddresses', [
      `${site.http}/plain`,
      `${site.http}/cut`,
      'https://contoh.go.id/',
      `${site.http}/slow`,
      `${site.http}/long`,
    ]);
    expect(results.map((result) => [result.outcome, result.error?.code ?? null])).toEqual([
      ['captured', null],
      ['failed', null],
      ['failed', 'ADDRESS_NOT_ALLOWED'],
      ['timeout', null],
      ['captured', null],
    ]);
    expect(results[1]?.requestedUrl).toBe(`${site.http}/cut`);
    expect(results[3]).toMatchObject({ requestedUrl: `${site.http}/slow`, status: null });
    expect(results[3]?.artefacts.map((artefact) => artefact.kind)).toEqual(['record']);
    // A window goes in a turn of its own, after the event that closed it; what is left is the one opened above and a cover.
    await expect.poll(() => harness.call('windows'), { timeout: 10_000 }).toBeLessThanOrEqual(2);
  });
});

describe('the tool bar', () => {
  let withPages: Harness;
  let window: number;
  let bar: Page;
  beforeAll(async () => {
    withPages = await launchCaptureHarness({ pages: true });
    await openWindow(null);
  });
  afterAll(async () => withPages.close());

  /** The test tools hear of a window's page a moment after it is there, and of its end a moment after that. */
  const openWindow = async (before: Page | null): Promise<void> => {
    window = await withPages.call('open');
    await withPages.until('the tool bar is seen', async () => {
      try {
        bar = withPages.toolbar();
        return bar !== before;
      } catch {
        return false;
      }
    });
  };

  const goTo = async (address: string): Promise<void> => {
    await bar.getByRole('textbox', { name: 'Alamat halaman' }).fill(address);
    await bar.keyboard.press('Enter');
  };
  const says = async (text: RegExp): Promise<void> => {
    const status = bar.getByRole('status');
    await withPages
      .until('it is said', async () => text.test((await status.textContent()) ?? ''))
      .catch(async () => expect(await status.textContent()).toMatch(text));
  };

  it('opens an address, captures it, and names what was kept', async () => {
    await says(/^Siap/);
    await goTo(`${site.http}/plain`);
    await withPages.until('the title', async () => (await bar.locator('#title').textContent()) === 'Halaman biasa');
    expect(await bar.getByRole('button', { name: /^Kembali/ }).isDisabled()).toBe(true);
    await bar.getByRole('button', { name: 'Ambil bukti' }).click();
    await says(/^Terambil, tersimpan sebagai B-0001\. Catatan: Halaman dimuat tanpa enkripsi\./);
    expect(await bar.getByRole('combobox', { name: 'Disimpan ke' }).inputValue()).toBe('');
  });

  it('offers the reload when the page reached the address by itself, and takes both', async () => {
    await withPages.call('close', window);
    await openWindow(bar);
    await goTo(`${site.http}/push`);
    await withPages.until('the page', async () => (await withPages.call('state', window)).title === 'Halaman asal');
    await withPages.call('inPage', window, 'go()');
    await says(/dicapai oleh halaman itu sendiri/);
    await bar.getByRole('button', { name: 'Muat ulang lalu ambil' }).click();
    await says(/^Terambil/);
    expect(await bar.getByRole('textbox', { name: 'Alamat halaman' }).inputValue()).toBe(
      `${site.http}/plain?dari=push`,
    );
  });

  it('names a page that does not load, and never shows an older capture over it', async () => {
    await withPages.call('visit', window, refused);
    await says(/^Tidak dapat tersambung.*\(PAGE_REFUSED\)/);
    expect(await bar.getByRole('textbox', { name: 'Alamat halaman' }).inputValue()).toBe(refused);
    await bar.getByRole('button', { name: 'Ambil bukti' }).click();
    await says(/^Halaman gagal dimuat, tersimpan sebagai B-0001/);
    await goTo(`${site.http}/plain`);
    await says(/^Siap/);
    await bar.getByRole('button', { name: 'Ambil bukti' }).click();
    await says(/^Terambil/);
    await goTo(refused);
    await says(/^Tidak dapat tersambung.*\(PAGE_REFUSED\)/);
  });

  it('says what is refused, with a code to quote', async () => {
    await goTo('file:///etc/passwd');
    await says(/tidak boleh dibuka.*\(ADDRESS_NOT_ALLOWED\)/);
  });

  it('works under the strict policy without a complaint', () => {
    expect(withPages.complaints).toEqual([]);
  });
});
