/** Taking a part of the screen: the way from the screens of the app, and the page that shows the still. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ScreenRegionBridge } from '../../shared/contract/bridge.ts';
import { ORIGIN_WORDS } from '../../shared/domain/evidence/origin-words.ts';
import { evidencePage } from '../support/fake-pages.ts';
import { fakeEvidence } from '../support/fake-people.ts';
import { fakeScreenRegion } from '../support/fake-vault-answers.ts';
import { expectAccessible, showScreen } from './screen.tsx';

test('a part of the screen is asked what was on show, and given to the vault with it', async () => {
  const { user, fake } = showScreen('/bukti');
  await screen.findByText('B-0048');
  await user.click(screen.getByRole('button', { name: 'Ambil bagian layar' }));
  const dialog = await screen.findByRole('dialog', { name: 'Tambah bagian layar' });
  expect(within(dialog).getByText(/Bagian layar 640 × 400 piksel/)).toBeDefined();
  expect(within(dialog).queryByLabelText('Diperoleh dari')).toBeNull();
  await user.type(within(dialog).getByLabelText(/Program yang tampil/), 'WhatsApp Desktop');
  await user.type(within(dialog).getByLabelText(/Orang atau grup yang tampil/), 'Grup Contoh');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan bukti' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'evidence.addFiles')?.input).toMatchObject({
      files: [`file_${'5'.padStart(32, '0')}`],
      shownProgram: 'WhatsApp Desktop',
      shownSubject: 'Grup Contoh',
    }),
  );
});

test('giving up leaves no dialog; what the system refuses is said with a way on', async () => {
  const given = showScreen('/bukti', { answers: { 'screen.pick': () => ({ region: null }) } });
  await screen.findByText('B-0048');
  await given.user.click(screen.getByRole('button', { name: 'Ambil bagian layar' }));
  await waitFor(() => expect(given.fake.calls.some(({ name }) => name === 'screen.pick')).toBe(true));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a desktop that gives no pictures is told of', async () => {
  const answers = {
    'screen.pick': () => {
      throw new AppError('SCREEN_WAYLAND');
    },
  };
  const { user } = showScreen('/bukti', { answers });
  await screen.findByText('B-0048');
  await user.click(screen.getByRole('button', { name: 'Ambil bagian layar' }));
  expect(await screen.findByText(/Wayland.*Tidak ada yang disimpan/)).toBeDefined();
});

test('an item says how it came, what that shows and what it does not', async () => {
  const row = { ...fakeEvidence(0), origin: 'screen' as const, secondHand: false };
  const answers = {
    'evidence.get': () => ({
      ...evidencePage(row.id),
      evidence: row,
      originFacts: {
        region: fakeScreenRegion(),
        shownProgram: 'Telegram',
        shownSubject: 'Kanal Contoh',
        camera: null,
        cameraTime: null,
      },
    }),
  };
  const { user, fake } = showScreen(`/bukti?lihat=${row.id}`, { answers });
  const viewer = await screen.findByRole('dialog', { name: 'Penampil bukti' });
  await user.keyboard('d');
  const section = await within(viewer).findByRole('region', { name: 'Asal' });
  const { is, isNot } = ORIGIN_WORDS.screen;
  for (const words of [is.id, isNot.id, 'Telegram', 'Kanal Contoh', 'Layar contoh 1280 × 720 pada skala 1,5'])
    expect(section.textContent).toContain(words);
  await user.click(within(viewer).getByRole('button', { name: 'Ubah keterangan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ubah keterangan' });
  const subject = within(dialog).getByLabelText('Orang atau grup yang tampil');
  await user.clear(subject);
  await user.type(subject, 'Kanal Lain');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'evidence.update')?.input).toMatchObject({
      shownProgram: 'Telegram',
      shownSubject: 'Kanal Lain',
    }),
  );
});

const NO_ERROR = { ok: true, value: {} } as const;
/** The page itself over a bridge that remembers: a screen of 1,536 × 1,152 pixels in a window of 1,024 × 768. */
async function openStill(displays: number) {
  const html = readFileSync(path.resolve(import.meta.dirname, '../../renderer/screen-region.html'), 'utf8');
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  const calls: [string, unknown][] = [];
  const note = (name: string) => (input: unknown) => {
    calls.push([name, input]);
    return Promise.resolve(NO_ERROR);
  };
  const bridge: ScreenRegionBridge = {
    operations: {
      'screen.still': () =>
        Promise.resolve({
          ok: true,
          value: { png: new Uint8Array(3), width: 1_536, height: 1_152, displays, language: 'id' },
        }),
      'screen.take': note('take'),
      'screen.nextDisplay': note('next'),
      'screen.cancel': note('cancel'),
    },
  };
  vi.stubGlobal('netra', bridge);
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({}));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  Object.assign(Element.prototype, { setPointerCapture: () => undefined });
  vi.resetModules();
  await import('../../renderer/screen-region/region.ts');
  await waitFor(() => expect(document.getElementById('size')?.textContent).not.toBe(''));
  return { calls, surface: document.getElementById('surface')! };
}
const size = (): string | null | undefined => document.getElementById('size')?.textContent;
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

test('the still is worked from the keyboard alone, then by a drag, and answers in pixels of the screen', async () => {
  const { calls, surface } = await openStill(1);
  expect(document.activeElement).toBe(surface);
  expect(size()).toBe('768 × 576');
  await expectAccessible(document.body);
  fireEvent.keyDown(surface, { key: 'ArrowRight' });
  fireEvent.keyDown(surface, { key: 'ArrowUp', ctrlKey: true });
  fireEvent.keyDown(surface, { key: 'ArrowDown', shiftKey: true });
  fireEvent.keyDown(surface, { key: 'ArrowLeft', shiftKey: true, ctrlKey: true });
  expect(size()).toBe('767 × 586');
  fireEvent.keyDown(surface, { key: 'Enter' });
  expect(calls).toEqual([['take', { x: 394, y: 287, width: 767, height: 586 }]]);
  expect(document.getElementById('next')?.hidden).toBe(true);

  const at = (clientX: number, clientY: number) => ({ clientX, clientY, pointerId: 1, button: 0 });
  fireEvent.pointerDown(surface, at(300, 200));
  fireEvent.pointerMove(surface, at(100, 100));
  fireEvent(surface, new Event('lostpointercapture'));
  expect(size()).toBe('300 × 150');
  // A slip of the hand leaves what was drawn.
  fireEvent.pointerDown(surface, at(500, 500));
  fireEvent(surface, new Event('lostpointercapture'));
  fireEvent.click(document.getElementById('take')!);
  expect(calls.at(-1)).toEqual(['take', { x: 150, y: 150, width: 300, height: 150 }]);
  fireEvent.keyDown(surface, { key: 'Escape' });
  expect(calls.at(-1)).toEqual(['cancel', {}]);
});

test('with several screens the next one is reached by a button', async () => {
  const { calls } = await openStill(2);
  const next = document.getElementById('next')!;
  expect(next.hidden).toBe(false);
  fireEvent.keyDown(next, { key: 'Enter' });
  expect(calls).toEqual([]);
  fireEvent.click(next);
  expect(calls).toEqual([['next', {}]]);
});
