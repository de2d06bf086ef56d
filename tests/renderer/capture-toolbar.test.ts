/** The tool bar's page over a fake bridge: what the sheets of the case miss, the last capture put on one, a second look, a round's answers. */
import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CaseActs } from '#shared/contract/acts.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { RoundAtWindow } from '#shared/contract/capture-round.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { fakeId } from '../support/fake-people.ts';

const CASE = fakeId(1, 1);
const ACT = fakeId(2, 1);
const STATE: CaptureState = {
  address: 'https://lini.test/p/1',
  title: 'Unggahan',
  canGoBack: false,
  canGoForward: false,
  loading: false,
  addressReachedInPage: false,
  target: { caseId: CASE, label: 'REG/001 Unggahan' },
  busy: false,
  phase: '',
  last: null,
  problem: null,
  certificate: 'secure',
  recording: null,
  profile: null,
  publicLookOffered: false,
  round: null,
};
const LAST: CaptureState['last'] = {
  outcome: 'captured',
  evidenceId: fakeId(3, 1),
  number: 'B-0007',
  caseId: CASE,
  level: 'green',
  warnings: [],
};
const LIKE: CaseActs['acts'][number] = {
  id: ACT,
  type: 'like',
  respondentId: null,
  day: null,
  dateText: '',
  address: '',
  note: '',
  addedAt: '2026-11-20T01:00:00.000Z',
  addedBy: 'Ani',
  withdrawnAt: null,
  withdrawReason: null,
  entries: [
    {
      id: fakeId(4, 1),
      item: 'daftar_penyuka',
      evidence: null,
      unobtainable: 'ditutup',
      at: '2026-11-20T01:00:00.000Z',
      by: 'Ani',
    },
  ],
  missing: ['unggahan_sasaran', 'profil', 'akun_sasaran'],
};

let acts: CaseActs['acts'];
let atWindow: RoundAtWindow | null = null;
let reminders: OutputOf<'elections.reminders'>;
const asked: [string, unknown][] = [];
let listeners: Record<string, (payload: never) => void> = {};
const tell = (state: Partial<CaptureState>): void => listeners['capture.changed']?.({ ...STATE, ...state } as never);

/** Each operation is answered well; what was asked is kept. */
const answers: Record<string, (input: unknown) => unknown> = {
  'app.getPreferences': () => ({ language: 'id', theme: 'light' }),
  'capture.state': () => STATE,
  'cases.list': () => ({ total: 0, rows: [] }),
  'captureProfiles.list': () => ({ enabled: false, profiles: [] }),
  'cases.acts': () => ({ acts }),
  'capture.round': () => ({ round: atWindow }),
  'elections.reminders': () => reminders,
};

const PLACE = { roundId: fakeId(5, 1), itemId: fakeId(6, 1) };
const AT_WINDOW: RoundAtWindow = {
  number: 'R-0001',
  state: 'running',
  done: 2,
  accounts: 9,
  item: {
    opened: true,
    person: 'Budi Contoh',
    unit: 'Dinas Contoh',
    platform: 'Lini',
    handle: '@budi',
    url: 'https://lini.test/budi',
    capture: 'B-0007',
  },
  latest: { outcome: 'nothing', person: 'Ani Contoh' },
};

beforeEach(async () => {
  acts = [LIKE];
  reminders = { day: '2026-11-20', elections: [], candidates: [], reminders: [] };
  asked.length = 0;
  listeners = {};
  document.body.innerHTML =
    /<body>([\s\S]*)<script/.exec(readFileSync('renderer/capture-toolbar.html', 'utf8'))?.[1] ?? '';
  const operations = new Proxy(
    {},
    {
      get: (_target, name: string) => async (input: unknown) => {
        asked.push([name, input]);
        return { ok: true, value: answers[name]?.(input) ?? {} };
      },
    },
  );
  const events = new Proxy(
    {},
    {
      get: (_target, name: string) => (listener: (payload: never) => void) => {
        const before = listeners[name];
        listeners[name] = (payload) => {
          before?.(payload);
          listener(payload);
        };
      },
    },
  );
  Object.assign(window, { netra: { operations, events } });
  vi.resetModules();
  await import('../../renderer/capture-toolbar/toolbar.ts');
  await waitFor(() => expect(document.getElementById('missing')?.textContent).not.toBe(''));
});

it('says what the sheets of the case still miss, anew when it changes, and nothing for the tray', async () => {
  const missing = document.getElementById('missing');
  expect(missing?.textContent).toBe(
    'Masih kurang: Suka atau reaksi (Unggahan sasaran; Profil akun yang berbuat; Profil akun pemilik unggahan sasaran)',
  );
  acts = [{ ...LIKE, missing: ['profil'] }];
  listeners['data.changed']?.({ features: ['cases'] } as never);
  await waitFor(() => expect(missing?.textContent).toBe('Masih kurang: Suka atau reaksi (Profil akun yang berbuat)'));
  acts = [{ ...LIKE, missing: [] }];
  listeners['data.changed']?.({ features: ['evidence'] } as never);
  await waitFor(() => expect(missing?.textContent).toBe('Lembar perbuatan: bukti wajib lengkap.'));
  tell({ target: { caseId: null, label: 'Baki' } });
  expect(missing?.textContent).toBe('');
});

it('puts the last capture under an item; what is waived is not offered, nor is a capture of another case', async () => {
  const fill = document.getElementById('fill') as HTMLSelectElement;
  expect(fill.options[0]?.text).toBe('Masih kurang (4)…');
  tell({ busy: true });
  expect(fill.hidden).toBe(true);
  tell({ last: { ...LAST, caseId: null } });
  expect(fill.hidden).toBe(false);
  fireEvent.change(fill, { target: { value: '0' } });
  expect(screen.getByRole('status').textContent).toMatch(/^Ambil buktinya dahulu/);
  expect(fill.value).toBe('');
  tell({ last: LAST });
  const words = [...fill.options].map(({ text }) => text);
  expect(words).toContain('Suka atau reaksi: Profil akun yang berbuat');
  expect(words.join()).not.toContain('Daftar penyuka');
  fireEvent.change(fill, {
    target: { value: String(words.indexOf('Suka atau reaksi: Profil akun yang berbuat') - 1) },
  });
  await waitFor(() => expect(asked).toContainEqual(['capture.fillSheet', { actId: ACT, item: 'profil' }]));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^B-0007 dimasukkan ke lembar: Suka/));
});

it('plans a second look at the last capture for a day that is chosen, and leaves the choice by Escape', async () => {
  const open = document.getElementById('open-planning') as HTMLButtonElement;
  const form = document.getElementById('planning') as HTMLFormElement;
  expect(open.hidden).toBe(true);
  tell({ last: LAST });
  fireEvent.click(open);
  expect(form.hidden).toBe(false);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(form.hidden).toBe(true);
  fireEvent.click(open);
  const when = document.getElementById('look-when') as HTMLSelectElement;
  const date = document.getElementById('look-date') as HTMLInputElement;
  expect(date.hidden).toBe(true);
  fireEvent.change(when, { target: { value: '' } });
  expect(date.hidden).toBe(false);
  fireEvent.change(date, { target: { value: '2099-01-02' } });
  fireEvent.submit(form);
  await waitFor(() => expect(asked).toContainEqual(['capture.planLook', { dueOn: '2099-01-02' }]));
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe('B-0007 dijadwalkan untuk diambil ulang pada 2 Januari 2099.'),
  );
  expect(form.hidden).toBe(true);
});

it('follows the language and the colours that are chosen in the main window meanwhile', async () => {
  const before = answers['app.getPreferences'];
  const take = document.getElementById('take');
  expect(take?.textContent).toBe('Ambil bukti');
  answers['app.getPreferences'] = () => ({ language: 'en', theme: 'dark' });
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(take?.textContent).toBe('Capture evidence'));
  // Main named the tray when the window was opened, in the language of then.
  const target = document.getElementById('target') as HTMLSelectElement;
  expect([...target.options].find(({ value }) => value === '')?.text).toBe('Evidence tray (no case yet)');
  tell({ target: { caseId: null, label: 'Baki bukti (belum masuk kasus)' } });
  expect(target.title).toBe('Evidence tray (no case yet)');
  expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
  expect(screen.getByRole('status').textContent).toMatch(/^Ready/);
  if (before !== undefined) answers['app.getPreferences'] = before;
});

const button = (name: RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const answersGiven = (): unknown[] => asked.filter(([name]) => name === 'capture.answerAccount');

it('answers the account of a round by one key or a press, and not from a field, while busy, or for another account', async () => {
  expect(document.getElementById('round')?.hidden).toBe(true);
  fireEvent.keyDown(document.body, { key: 't' });
  expect(answersGiven()).toEqual([]);
  atWindow = AT_WINDOW;
  tell({ round: PLACE });
  const who = document.getElementById('round-who');
  await waitFor(() => expect(who?.textContent).toBe('Budi Contoh Lini @budi · Dinas Contoh · R-0001 · 2 dari 9'));
  // The focus is where a letter answers, not in the address.
  expect(document.activeElement).toBe(who);
  fireEvent.keyDown(document.getElementById('address') ?? document.body, { key: 't' });
  fireEvent.keyDown(document.body, { key: 't', repeat: true });
  fireEvent.keyDown(document.body, { key: 't', ctrlKey: true });
  expect(answersGiven()).toEqual([]);
  fireEvent.keyDown(document.body, { key: 't' });
  // One press, one answer, however fast the next key comes.
  fireEvent.keyDown(document.body, { key: 'h' });
  await waitFor(() => expect(button(/^Akun privat/).disabled).toBe(false));
  expect(answersGiven()).toEqual([['capture.answerAccount', { outcome: 'nothing' }]]);
  fireEvent.click(button(/^Akun privat/));
  await waitFor(() => expect(answersGiven()).toHaveLength(2));
  await waitFor(() => expect(button(/^Bukti diambil/).disabled).toBe(false));
  expect(button(/^Bukti diambil/).title).toContain('B-0007');
  fireEvent.keyDown(document.getElementById('address') ?? document.body, { key: 'B', ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(answersGiven()).toHaveLength(3));
  tell({ round: PLACE, busy: true });
  fireEvent.keyDown(document.body, { key: 't' });
  expect(button(/^Tidak ada temuan/).disabled).toBe(true);
  expect(answersGiven()).toHaveLength(3);
  // Answered in the main window: what is shown here is another account's page.
  atWindow = { ...AT_WINDOW, item: AT_WINDOW.item && { ...AT_WINDOW.item, opened: false, person: 'Cici Contoh' } };
  tell({ round: PLACE });
  listeners['data.changed']?.({ features: ['monitoring'] } as never);
  await screen.findByText('Cici Contoh');
  fireEvent.keyDown(document.body, { key: 't' });
  expect(answersGiven()).toHaveLength(3);
  fireEvent.click(button(/^Buka akun berikutnya/));
  await waitFor(() => expect(asked).toContainEqual(['capture.openAccount', {}]));
  fireEvent.keyDown(document.body, { key: 'z' });
  await waitFor(() => expect(asked).toContainEqual(['capture.takeBackAnswer', {}]));
});

it('says that a round is done or stopped, and offers nothing to answer', async () => {
  atWindow = { ...AT_WINDOW, state: 'stopped', item: null };
  tell({ round: PLACE });
  await screen.findByText('Dihentikan sementara');
  expect(button(/^Tidak ada temuan/).disabled).toBe(true);
  expect(button(/^Tarik kembali/).disabled).toBe(true);
  atWindow = { ...AT_WINDOW, item: null, latest: null };
  listeners['data.changed']?.({ features: ['monitoring'] } as never);
  await screen.findByText(/^Semua akun ronde ini sudah dilihat/);
  expect(button(/^Tarik kembali/).disabled).toBe(true);
});

it('shows the reminders of the day in a line and in a list, and a chosen one whole', async () => {
  const list = document.getElementById('reminders') as HTMLSelectElement;
  expect(list.hidden).toBe(true);
  const proof = {
    source: '',
    sourceUrl: null,
    verification: 'sumber_sekunder',
    verifiedBy: null,
    verifiedAt: null,
  } as const;
  const row = {
    id: fakeId(7, 1),
    electionId: null,
    candidateId: null,
    about: '',
    fromDay: null,
    untilDay: null,
    ...proof,
  };
  reminders = {
    ...reminders,
    reminders: [
      { ...row, kind: 'gestur', text: 'Telunjuk', note: 'Dapat menunjuk nomor urut 1.' },
      { ...row, id: fakeId(7, 2), kind: 'kata', text: 'coblos', note: '' },
    ],
  };
  listeners['data.changed']?.({ features: ['elections'] } as never);
  await waitFor(() => expect(list.hidden).toBe(false));
  expect(document.getElementById('reminder-line')?.textContent).toBe('Perhatikan: coblos · Telunjuk');
  expect([...list.options].map(({ text }) => text)).toEqual([
    'Pengingat (2)…',
    'Kata atau frasa: coblos',
    'Gestur atau pose jari: Telunjuk (Dapat menunjuk nomor urut 1.)',
  ]);
  fireEvent.change(list, { target: { value: '1' } });
  expect(screen.getByRole('status').textContent).toContain('Dapat menunjuk nomor urut 1.');
  expect(list.value).toBe('');
  const before = answers['app.getPreferences'];
  answers['app.getPreferences'] = () => ({ language: 'en', theme: 'light' });
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(list.options[0]?.text).toBe('Reminders (2)…'));
  expect(document.getElementById('reminder-line')?.textContent).toBe('Look for: coblos · Telunjuk');
  if (before !== undefined) answers['app.getPreferences'] = before;
});
