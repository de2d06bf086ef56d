/** The signatures of a document and the settings behind them, as a person works with them. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { expectAccessible, showScreen } from './screen.tsx';

/** Without the dialog's frame, which is the library's. */
function bodyOf(dialog: HTMLElement): Element {
  return dialog.querySelector('.mantine-Modal-body') ?? dialog;
}

/** The dialog of the first document, which opens from the view of that document. */
async function openSignatures(user: ReturnType<typeof showScreen>['user']): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid', { name: 'Dokumen' });
  await within(grid).findByText('700/024/DKI/2026');
  grid.focus();
  await user.keyboard('{Enter}');
  const viewer = await screen.findByRole('dialog');
  expect(await within(viewer).findByText('Menunggu stempel waktu')).toBeTruthy();
  await user.click(within(viewer).getByRole('button', { name: /^Tanda tangan: / }));
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2));
  const [dialog] = screen.getAllByRole('dialog').filter((one) => one !== viewer);
  if (dialog === undefined) throw new Error('no dialog');
  return dialog;
}

describe('the signatures of a document', () => {
  it('are shown with their state, and raised from the dialog', async () => {
    const { user, fake } = showScreen('/dokumen');
    const dialog = await openSignatures(user);
    expect(await within(dialog).findByText(/Menunggu tingkat B-T/)).toBeTruthy();
    expect(within(dialog).getByText(/tidak dapat dihubungi/)).toBeTruthy();
    expect(within(dialog).getByText(/2 · Ditandatangani · B-B/)).toBeTruthy();
    await expectAccessible(bodyOf(dialog));
    await user.click(within(dialog).getByRole('button', { name: 'Tingkatkan tanda tangan' }));
    await waitFor(() =>
      expect(
        fake.calls.some(({ name, input }) => name === 'signatures.raise' && JSON.stringify(input).includes('B-LTA')),
      ).toBe(true),
    );
    expect(await screen.findByText(/Tingkat tanda tangan sekarang B-LTA/)).toBeTruthy();
  });

  it('are added with a file that holds several keys: one is chosen, and one that may not sign is told', async () => {
    const { user, fake } = showScreen('/dokumen', {
      answers: {
        'app.chooseFiles': () => ({ files: [{ token: `file_${'1'.repeat(32)}`, name: 'kepala.p12', bytes: 3_000 }] }),
      },
    });
    const dialog = await openSignatures(user);
    await user.click(await within(dialog).findByRole('button', { name: 'Tambah tanda tangan' }));
    const submit = (): HTMLElement => within(dialog).getByRole('button', { name: 'Tambah tanda tangan' });
    expect(submit().hasAttribute('disabled')).toBe(true);
    await user.click(within(dialog).getByRole('button', { name: 'Pilih berkas .p12' }));
    await user.type(within(dialog).getByLabelText('Kata sandi kunci'), 'rahasia');
    await user.click(await within(dialog).findByRole('button', { name: 'Baca isi berkas' }));
    expect(await within(dialog).findByRole('radio', { name: /Lama Contoh/ })).toHaveProperty('disabled', true);
    expect(within(dialog).getByText(/Masa berlaku sertifikat itu sudah berakhir/)).toBeTruthy();
    await expectAccessible(bodyOf(dialog));
    await user.click(submit());
    await waitFor(() =>
      expect(
        fake.calls.some(
          ({ name, input }) => name === 'signatures.sign' && JSON.stringify(input).includes('"identity"'),
        ),
      ).toBe(true),
    );
  });

  it('says what keeps a level away, and stays where it was', async () => {
    const { user } = showScreen('/dokumen', {
      answers: {
        'signatures.raise': () => {
          throw new AppError('SIGNATURE_LEVEL_REACHED');
        },
      },
    });
    const dialog = await openSignatures(user);
    await user.click(await within(dialog).findByRole('button', { name: 'Tingkatkan tanda tangan' }));
    expect(await within(dialog).findByText(/sudah pada tingkat itu/)).toBeTruthy();
  });
});

describe('settings of signatures', () => {
  it('name the services, the roots with their fingerprints and the keys; an address that is none is told', async () => {
    const { user, fake } = showScreen('/pengaturan/tanda-tangan');
    expect(await screen.findByText('Akar Contoh')).toBeTruthy();
    expect(await screen.findByText(/Kunci kepala/)).toBeTruthy();
    await expectAccessible();
    const address = screen.getByLabelText(/Alamat layanan stempel waktu/);
    await user.type(address, 'ftp://x');
    expect(await screen.findByText(/harus diawali http/)).toBeTruthy();
    await user.clear(address);
    await user.type(address, 'https://tsa.contoh.go.id/tsr');
    await user.click(screen.getByRole('switch', { name: /bila tersambung/ }));
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() =>
      expect(
        fake.calls.some(({ name, input }) => name === 'settings.set' && JSON.stringify(input).includes('tsa.contoh')),
      ).toBe(true),
    );
    expect(fake.calls.find(({ name }) => name === 'settings.set')?.input).toMatchObject({ raiseWhenOnline: false });
    await user.click(screen.getByRole('button', { name: 'Hapus kepercayaan pada Akar Contoh' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Hapus kepercayaan pada Akar Contoh' }));
    expect(await screen.findByText('Sertifikat akar dihapus.')).toBeTruthy();
  });
});
