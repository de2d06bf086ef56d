/** Hoaxes on the screen: recorded, concluded by the rule, refused steps said, the picture with its words, channels. */
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeHoax, fakeHoaxInCheck } from '../support/fake-hoaxes.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

const inputOf = (fake: ReturnType<typeof showScreen>['fake'], name: string): unknown =>
  fake.calls.find((one) => one.name === name)?.input;

test('a claim is recorded with where it was seen, and its page opens', async () => {
  const { user, fake } = showScreen('/hoaks');
  await user.click(await screen.findByRole('button', { name: 'Catat hoaks' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Catat' }));
  expect(dialog.getByText('Wajib diisi.')).toBeDefined();
  expect(inputOf(fake, 'hoaxes.create')).toBeUndefined();
  await user.click(dialog.getByRole('textbox', { name: /Klaim/ }));
  await user.paste('Sekolah diliburkan sampai hari pemungutan suara.');
  await user.type(dialog.getByRole('combobox', { name: 'Platform tempat pertama terlihat' }), 'WhatsApp');
  await user.click(dialog.getByRole('button', { name: 'Catat' }));
  expect(await screen.findByText('Butir H-0009 dicatat')).toBeDefined();
  expect(inputOf(fake, 'hoaxes.create')).toMatchObject({ spreads: [{ platform: 'WhatsApp' }], reportIds: [] });
  await screen.findByRole('button', { name: 'Mulai pemeriksaan fakta' });
});

test('a fact check is concluded with its kind; what the vault refuses stays in the dialog', async () => {
  const { user, fake, container } = showScreen(`/hoaks?pilih=${fakeHoaxInCheck.id}`, {
    answers: {
      'hoaxes.conclude': () => {
        throw new AppError('HOAX_NEEDS_GROUNDS', { number: 'H-0008' });
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Tautkan B-0032' }));
  expect(inputOf(fake, 'hoaxes.linkCapture')).toMatchObject({ id: fakeHoaxInCheck.id });
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Simpulkan' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByRole('combobox', { name: 'Jenis' })).toBeNull();
  await user.click(dialog.getByRole('combobox', { name: 'Hasil' }));
  await user.click(await screen.findByRole('option', { name: 'Hoaks', hidden: true }));
  await user.click(dialog.getByRole('combobox', { name: 'Jenis' }));
  await user.click(await screen.findByRole('option', { name: 'Konten palsu', hidden: true }));
  await user.click(dialog.getByRole('textbox', { name: /Faktanya/ }));
  await user.paste('Bantuan dibagikan menurut daftar penerima.');
  await user.click(dialog.getByRole('button', { name: 'Simpulkan' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Kesimpulan butir H-0008 belum punya pegangan');
  expect(inputOf(fake, 'hoaxes.conclude')).toMatchObject({ verdict: 'hoaks', kind: 'konten_palsu' });
});

test('the clarification is drawn, saved and copied as words; a step that is not due cannot be taken', async () => {
  const { user, fake } = showScreen(`/hoaks?pilih=${fakeHoax.id}`);
  const picture = await screen.findByRole('img', { name: /Klaim yang beredar/ });
  expect(picture.getAttribute('src')).toMatch(/^evidence:/);
  await user.click(screen.getByRole('button', { name: 'Simpan gambar' }));
  expect(await screen.findByText('Gambar disimpan: klarifikasi.png')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Salin teks' }));
  expect(inputOf(fake, 'app.copyText')).toMatchObject({ text: expect.stringContaining(fakeHoax.claim) as string });
  await user.click(screen.getByRole('button', { name: 'Buka kembali' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), 'Ada fakta baru');
  await user.click(dialog.getByRole('button', { name: 'Buka kembali' }));
  await waitFor(() =>
    expect(inputOf(fake, 'hoaxes.setState')).toMatchObject({ state: 'diperiksa', reason: 'Ada fakta baru' }),
  );
});

test('a channel is verified with a name and a day', async () => {
  const { user, fake } = showScreen('/pengaturan/kanal-hoaks');
  await user.click(await screen.findByRole('button', { name: 'Ubah: SP4N-LAPOR!' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('switch', { name: 'Sudah diverifikasi' }));
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(dialog.getByText('Wajib diisi.')).toBeDefined();
  await user.type(dialog.getByRole('textbox', { name: /Diverifikasi oleh/ }), 'Rina Kusuma');
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(inputOf(fake, 'hoaxes.saveChannel')).toMatchObject({
      code: 'lapor',
      verification: 'diverifikasi',
      verifiedBy: 'Rina Kusuma',
    }),
  );
});

test('Escape closes the detail, from the list and from within, and a dialog alone while one is open', async () => {
  const { user } = showScreen(`/hoaks?pilih=${fakeHoaxInCheck.id}`);
  const panel = await screen.findByRole('complementary', { name: fakeHoaxInCheck.number });
  await user.click(within(panel).getByRole('button', { name: 'Simpulkan' }));
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(panel.isConnected).toBe(true);
  within(panel).getByRole('button', { name: 'Simpulkan' }).focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(panel.isConnected).toBe(false));
  screen.getByRole('grid', { name: 'Hoaks' }).focus();
  await user.keyboard('{Enter}');
  const again = await screen.findByRole('button', { name: 'Tutup butir' });
  screen.getByRole('grid', { name: 'Hoaks' }).focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(again.isConnected).toBe(false));
});
