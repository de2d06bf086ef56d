/** The office's account on the screens: off, made, wiped; who saw a capture, the question, the look, the word, the export. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaptureOnFile, CaptureVisibility } from '#shared/contract/capture.ts';
import type { CaptureProfileList } from '#shared/contract/capture-profiles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidence, evidencePage } from '../support/fake-pages.ts';
import { fakeId } from '../support/fake-people.ts';
import type { FakeAnswers } from '../support/fake-vault-states.ts';
import { expectAccessible, showScreen, type Screen } from './screen.tsx';

const row = evidence.find((one) => one.origin === 'capture');
if (row === undefined) throw new Error('the fake has no capture');

const NOTHING: CaptureVisibility = { statement: null, accountData: false, looks: [], remark: null, lookOf: null };
const OFFICE = { how: 'office-account', profileId: fakeId(15, 1), profileName: 'Pantau' } as const;
const PROFILES: CaptureProfileList = {
  enabled: true,
  profiles: [
    {
      id: fakeId(15, 1),
      name: 'Pantau',
      platforms: 'Lini',
      madeAt: '2026-11-20T01:00:00.000Z',
      madeBy: 'Rahma Yuliani',
      cookies: 12,
      keptAt: '2026-11-21T01:00:00.000Z',
    },
  ],
};

async function showCapture(part: Partial<CaptureOnFile>, answers: Partial<FakeAnswers> = {}): Promise<Screen> {
  const shown = showScreen(`/bukti?lihat=${row?.id ?? ''}`, {
    answers: {
      'evidence.get': ({ id }) => {
        const page = evidencePage(id);
        return { ...page, capture: page.capture && { ...page.capture, ...part } };
      },
      ...answers,
    },
  });
  await shown.user.click(await screen.findByRole('button', { name: /Rincian/ }));
  return shown;
}

describe('who saw a capture', () => {
  it('is said, with what that means, and that nobody checked the public view yet', async () => {
    await showCapture({ seenBy: OFFICE, visibility: { ...NOTHING, accountData: true } });
    expect(await screen.findByText('dengan akun kantor: Pantau')).toBeTruthy();
    expect(screen.getByText('belum diperiksa')).toBeTruthy();
    expect(screen.getByText(/Memuat data akun petugas/)).toBeTruthy();
    await expectAccessible();
  });

  it('offers no look where the capture is not the post, and says so', async () => {
    await showCapture({ outcome: 'wall', seenBy: { how: 'without-login' }, visibility: NOTHING });
    expect(await screen.findByText('tidak dapat dipastikan, bukti ini sendiri bukan unggahan')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tambah keterangan' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Periksa terlihat publik' })).toBe(null);
  });

  it('asks the officer where the window could not tell, and keeps the answer', async () => {
    const signs = { how: 'uncertain', signs: ['password-sent'] } as const;
    const { user, fake } = await showCapture({
      seenBy: { ...signs, signs: [...signs.signs] },
      visibility: { ...NOTHING, accountData: true },
    });
    const question = await screen.findByRole('group', { name: /Apakah ada yang masuk/ });
    await user.click(within(question).getByRole('button', { name: 'Tidak ada yang masuk' }));
    expect(fake.calls).toContainEqual({
      name: 'evidence.stateSeenBy',
      input: { id: row.id, answer: 'without-login' },
    });
  });

  it('looks without log-in, says what came of it, and can be stopped without a fault', async () => {
    let refuse: (error: AppError) => void = () => undefined;
    const { user, fake } = await showCapture(
      { seenBy: OFFICE, visibility: NOTHING },
      { 'capture.lookPublicly': () => new Promise<never>((_done, reject) => (refuse = reject)) },
    );
    await user.click(await screen.findByRole('button', { name: 'Periksa terlihat publik' }));
    expect(await screen.findByText(/Jendela bersih sedang memeriksa/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hentikan pemeriksaan' }));
    expect(fake.calls).toContainEqual({ name: 'capture.stopLook', input: {} });
    refuse(new AppError('CANCELLED'));
    expect(await screen.findByRole('button', { name: 'Periksa terlihat publik' })).toBeTruthy();
    expect(screen.queryByText('CANCELLED')).toBeNull();
  });

  it('shows the last look with its reason, and takes a word beside it', async () => {
    const look = {
      evidenceId: fakeId(5, 99),
      number: 'B-0099',
      lookedAt: '2026-11-21T02:00:00.000Z',
      outcome: 'wall',
      answer: 'uncertain',
      basis: 'login-wall',
      share: null,
    } as const;
    const { user, fake } = await showCapture({ seenBy: OFFICE, visibility: { ...NOTHING, looks: [look] } });
    expect(await screen.findByText(/tidak dapat dipastikan: situs meminta masuk/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'B-0099' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tambah keterangan' }));
    const dialog = await screen.findByRole('dialog', { name: 'Keterangan petugas' });
    await user.type(within(dialog).getByRole('textbox'), 'Akun baru dikunci.');
    await user.click(within(dialog).getByRole('button', { name: 'Tambah keterangan' }));
    expect(fake.calls).toContainEqual({
      name: 'evidence.remarkPublic',
      input: { id: row.id, text: 'Akun baru dikunci.' },
    });
  });

  it('lets page data of the account out only after a second question', async () => {
    const { user, fake } = await showCapture({ seenBy: OFFICE, visibility: { ...NOTHING, accountData: true } });
    const asked = (): unknown[] =>
      fake.calls.filter(({ name }) => name === 'evidence.export').map(({ input }) => input);
    await user.click(await screen.findByRole('button', { name: /Ekspor .*MHTML/ }));
    const dialog = await screen.findByRole('dialog', { name: /memuat data akun petugas/ });
    expect(asked()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Ekspor dengan data akun' }));
    await waitFor(() => expect(asked()).toMatchObject([{ withAccountData: true }]));
  });
});

describe('the settings of the office’s account', () => {
  it('are off; turning them on is one switch', async () => {
    const { user, fake } = showScreen('/pengaturan/akun-kantor');
    await user.click(await screen.findByRole('switch', { name: 'Izinkan profil akun kantor' }));
    expect(fake.calls).toContainEqual({ name: 'settings.set', input: { officeAccountProfiles: true } });
    expect(screen.queryByRole('button', { name: 'Tambah profil' })).toBeNull();
  });

  it('list the profiles, and wipe a session only after a second question', async () => {
    const { user, fake } = showScreen('/pengaturan/akun-kantor', {
      answers: { 'captureProfiles.list': () => PROFILES },
    });
    expect(await screen.findByText(/12 cookie tersimpan/)).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Hapus sesi Pantau' }));
    const dialog = await screen.findByRole('dialog', { name: 'Hapus sesi Pantau' });
    expect(fake.calls.some(({ name }) => name === 'captureProfiles.wipe')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Hapus sesi' }));
    const input = { id: fakeId(15, 1), remove: false };
    await waitFor(() => expect(fake.calls).toContainEqual({ name: 'captureProfiles.wipe', input }));
  });

  it('say a refusal where it happens', async () => {
    const { user } = showScreen('/pengaturan/akun-kantor', {
      answers: {
        'captureProfiles.list': () => PROFILES,
        'captureProfiles.save': () => {
          throw new AppError('ROLE_NOT_ALLOWED');
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Tambah profil' }));
    await user.type(await screen.findByLabelText('Nama profil'), 'Lain{Enter}');
    expect(await screen.findByText('ROLE_NOT_ALLOWED')).toBeTruthy();
  });
});
