/** The tool bar's page over a fake bridge: what the sheets of the case miss, the last capture put on one, a second look. */
import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CaseActs } from '#shared/contract/acts.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
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
const asked: [string, unknown][] = [];
const listeners: Record<string, (payload: never) => void> = {};
const tell = (state: Partial<CaptureState>): void => listeners['capture.changed']?.({ ...STATE, ...state } as never);

/** Each operation is answered well; what was asked is kept. */
const answers: Record<string, (input: unknown) => unknown> = {
  'app.getPreferences': () => ({ language: 'id', theme: 'light' }),
  'capture.state': () => STATE,
  'cases.list': () => ({ total: 0, rows: [] }),
  'captureProfiles.list': () => ({ enabled: false, profiles: [] }),
  'cases.acts': () => ({ acts }),
};

beforeEach(async () => {
  acts = [LIKE];
  asked.length = 0;
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
    { get: (_target, name: string) => (listener: (payload: never) => void) => void (listeners[name] = listener) },
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
