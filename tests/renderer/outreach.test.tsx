/** Outreach: planning, attendance by name and by file, sheets typed back, declarations, coverage to invitation, the handout. */
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeMaterial, fakeSession, fakeSessionPage } from '../support/fake-outreach.ts';
import { fakeCase, fakeEmployee } from '../support/fake-people.ts';
import { expectAccessible, showScreen } from './screen.tsx';

afterEach(() => notifications.clean());

const inputOf = (fake: ReturnType<typeof showScreen>['fake'], name: string): unknown =>
  fake.calls.findLast((call) => call.name === name)?.input;

test('a session is planned with its speakers, and what is wrong with it is said first', async () => {
  const { user, fake, container } = showScreen('/sosialisasi');
  await screen.findByText('Netral di media sosial');
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Rencanakan sosialisasi' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(await dialog.findByText('Isi topiknya.')).toBeDefined();
  expect(fake.calls.some(({ name }) => name === 'outreach.save')).toBe(false);
  await user.type(dialog.getByRole('textbox', { name: 'Topik' }), 'Susulan');
  await user.type(dialog.getByLabelText(/^Hari/), '2026-12-01');
  await user.type(dialog.getByRole('textbox', { name: 'Narasumber' }), 'Rina Contoh, Bawaslu{enter}Budi');
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(inputOf(fake, 'outreach.save')).toMatchObject({
      topic: 'Susulan',
      day: '2026-12-01',
      speakers: [
        { name: 'Rina Contoh', office: 'Bawaslu' },
        { name: 'Budi', office: '' },
      ],
    }),
  );
  // The new session is opened.
  expect(await screen.findByRole('heading', { name: 'Sosialisasi susulan' })).toBeDefined();
});

test('a planned session takes no attendance; it is held by one press and cancelled with a reason', async () => {
  const { user, fake } = showScreen(`/sosialisasi?pilih=${fakeSession(2).id}`);
  expect(await screen.findByText('Daftar hadir dibuka setelah kegiatan ditandai terlaksana.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Tandai terlaksana' }));
  await waitFor(() => expect(inputOf(fake, 'outreach.setState')).toMatchObject({ state: 'held' }));
  await user.click(screen.getByRole('button', { name: 'Batalkan' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), 'ruang tidak ada');
  await user.click(dialog.getByRole('button', { name: 'Batalkan' }));
  await waitFor(() =>
    expect(inputOf(fake, 'outreach.setState')).toMatchObject({ state: 'cancelled', reason: 'ruang tidak ada' }),
  );
});

test('part of a name and Enter notes a person; rows nobody knows are settled; numbers are typed back', async () => {
  const { user, fake, container } = showScreen(`/sosialisasi?pilih=${fakeSession(1).id}`);
  const field = await screen.findByLabelText('Catat hadir: ketik nama atau NIP, lalu Enter');
  await expectAccessible(container);
  const { name, nip, id } = fakeEmployee(1);
  await user.type(field, nip ?? '');
  await screen.findByRole('option', { name: new RegExp(name), hidden: true });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(inputOf(fake, 'outreach.addAttendance')).toMatchObject({ employeeIds: [id] }));
  expect((field as HTMLInputElement).value).toBe('');
  await user.click(screen.getByRole('button', { name: 'Catat sebagai tamu' }));
  await waitFor(() => expect(inputOf(fake, 'outreach.settleRow')).toMatchObject({ as: 'guest' }));
  await user.click(screen.getByRole('button', { name: 'Ketik nomor' }));
  const dialog = within(await screen.findByRole('dialog'));
  const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Catat hadir' });
  await user.type(dialog.getByRole('textbox'), '1, 9');
  expect(await dialog.findByText('Tidak ada pada lembar: 9')).toBeDefined();
  expect(submit.disabled).toBe(true);
  await user.clear(dialog.getByRole('textbox'));
  await user.type(dialog.getByRole('textbox'), '1');
  await waitFor(() => expect(submit.disabled).toBe(false));
  await user.click(submit);
  await waitFor(() => expect(inputOf(fake, 'outreach.markSheet')).toMatchObject({ numbers: '1' }));
  await user.click(screen.getByRole('button', { name: 'Cetak: Lembar 1' }));
  expect(await screen.findByRole('heading', { name: 'DAFTAR HADIR' })).toBeDefined();
});

test('of a file the number is taken, a name only when accepted, a guest when ticked, the rest kept', async () => {
  const { user, fake } = showScreen(`/sosialisasi?pilih=${fakeSession(1).id}`);
  await user.click(await screen.findByRole('button', { name: 'Catat' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Dari berkas', hidden: true }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByText('Letakkan berkas .xlsx atau .csv di sini'));
  expect(await dialog.findByText('1 dicatat, 0 tamu, 3 disimpan untuk diselesaikan')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Terima 1 usulan menurut nama' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Tamu: Orang Luar' }));
  expect(dialog.getByRole('status').textContent).toBe('2 dicatat, 1 tamu, 1 disimpan untuk diselesaikan');
  await user.click(dialog.getByRole('button', { name: 'Catat' }));
  await waitFor(() => {
    const { rows } = inputOf(fake, 'outreach.applyFile') as {
      rows: { row: number; employeeId: string | null; guest: boolean }[];
    };
    expect(rows.map(({ row, employeeId, guest }) => [row, employeeId !== null, guest])).toEqual([
      [2, true, false],
      [3, true, false],
      [4, false, true],
      [5, false, false],
    ]);
  });
});

test('a kind of declaration is changed, and one called verified wants its source first', async () => {
  const { user, fake } = showScreen('/sosialisasi?bagian=ikrar');
  await user.click(await screen.findByRole('button', { name: 'Jenis ikrar dan pakta' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('button', { name: 'Ubah: Ikrar Netralitas' }));
  await user.type(
    dialog.getByRole('textbox', { name: 'Yang dinyatakan penanda tangan' }),
    'Netral.{Enter}{Enter}Bijak.',
  );
  await user.click(dialog.getByRole('combobox', { name: 'Keadaan verifikasi' }));
  await user.click(await screen.findByRole('option', { name: /^Diverifikasi/i, hidden: true }));
  expect(await dialog.findByText('Yang diverifikasi perlu sumber.')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(fake.calls.some(({ name }) => name === 'outreach.savePledgeKind')).toBe(false);
  await user.type(dialog.getByRole('textbox', { name: 'Sumber naskah' }), 'Surat Edaran');
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(inputOf(fake, 'outreach.savePledgeKind')).toEqual({
      code: 'ikrar_netralitas',
      label: 'Ikrar Netralitas',
      points: ['Netral.', 'Bijak.'],
      source: 'Surat Edaran',
      verification: 'diverifikasi',
      inUse: true,
    }),
  );
});

test('material is looked at inside the app, and let go of on closing', async () => {
  const { user, fake } = showScreen(`/sosialisasi?pilih=${fakeSession(1).id}`, {
    answers: { 'outreach.get': () => ({ ...fakeSessionPage(1), materials: [fakeMaterial] }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Lihat: poster.png' }));
  const viewer = within(await screen.findByRole('dialog'));
  expect((await viewer.findByRole('img', { name: 'poster.png' })).getAttribute('src')).toMatch(/^evidence:/);
  expect(inputOf(fake, 'outreach.viewFile')).toEqual({ of: 'material', id: fakeMaterial.id });
  await user.click(viewer.getByRole('button', { name: 'Tutup' }));
  await waitFor(() => expect(inputOf(fake, 'app.releaseView')).toBeDefined());
});

test('declarations are noted for many at once and withdrawn with a reason', async () => {
  const { user, fake, container } = showScreen('/sosialisasi?bagian=ikrar');
  await screen.findByText(fakeEmployee(2).name);
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Catat penandatanganan' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('combobox', { name: 'Jenis pernyataan' }));
  await user.click(await screen.findByRole('option', { name: 'Ikrar Netralitas', hidden: true }));
  expect(dialog.getByText(/Naskahnya perlu verifikasi/)).toBeDefined();
  await user.type(dialog.getByLabelText('Hari penandatanganan'), '2026-11-20');
  await user.type(dialog.getByLabelText('Tambah orang: ketik nama atau NIP, lalu Enter'), fakeEmployee(1).nip ?? '');
  await screen.findByRole('option', { name: new RegExp(fakeEmployee(1).name), hidden: true });
  await user.keyboard('{Enter}');
  await user.click(await dialog.findByRole('button', { name: 'Catat 1 orang' }));
  await waitFor(() =>
    expect(inputOf(fake, 'outreach.addPledges')).toMatchObject({
      kind: 'ikrar_netralitas',
      signedOn: '2026-11-20',
      employeeIds: [fakeEmployee(1).id],
    }),
  );
  // What the browser cannot show says so and is saved.
  await user.click(await screen.findByRole('button', { name: `Lihat: ${fakeEmployee(2).name}` }));
  const viewer = within(await screen.findByRole('dialog', { name: /^pindaian.pdf/ }));
  expect(viewer.getByText('Tidak dapat ditampilkan')).toBeDefined();
  await user.click(viewer.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(inputOf(fake, 'outreach.saveFile')).toMatchObject({ of: 'pledge', name: 'pindaian.pdf' }));
  expect(fake.calls.some(({ name }) => name === 'outreach.viewFile')).toBe(false);
  await user.click(viewer.getByRole('button', { name: 'Tutup' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(await screen.findByRole('button', { name: `Tarik: ${fakeEmployee(2).name}` }));
  const asking = within(await screen.findByRole('dialog'));
  await user.type(asking.getByRole('textbox'), 'salah orang');
  await user.click(asking.getByRole('button', { name: 'Tarik' }));
  await waitFor(() => expect(inputOf(fake, 'outreach.withdrawPledges')).toMatchObject({ reason: 'salah orang' }));
});

test('those who were never reached become the invitation of a session', async () => {
  const { user, fake, container } = showScreen('/sosialisasi?bagian=cakupan');
  await screen.findByText(fakeEmployee(3).name);
  await expectAccessible(container);
  expect(inputOf(fake, 'outreach.persons')).toMatchObject({ reached: false });
  await user.click(screen.getByRole('button', { name: 'Undang 1 orang ini' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('combobox', { name: 'Kegiatan yang direncanakan' }));
  await user.click(await screen.findByRole('option', { name: /SOS-0002/, hidden: true }));
  await user.click(dialog.getByRole('button', { name: 'Undang' }));
  await waitFor(() =>
    expect(inputOf(fake, 'outreach.invite')).toMatchObject({
      sessionId: fakeSession(2).id,
      people: { matching: { reached: false } },
    }),
  );
});

test('the handout shows what is not verified, and a refusal stays in the form', async () => {
  const { user, container } = showScreen('/sosialisasi?bagian=bahan', {
    answers: {
      'app.getPreferences': () => ({ ...DEFAULT_PREFERENCES, language: 'en' }),
      'outreach.saveBasis': () => {
        throw new AppError('INVALID_INPUT', { field: 'verifiedBy', problem: 'needed-for-verified' });
      },
    },
  });
  expect(await screen.findByText(/has not verified: 1\./)).toBeDefined();
  expect(screen.getByText('To be verified')).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Change reference Hak memilih' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('verifiedBy');
});

test('a case says when its respondent was taught', async () => {
  showScreen(`/kasus/${fakeCase(0).id}`);
  expect(await screen.findByText(/Pernah mengikuti sosialisasi: Netral di media sosial/)).toBeDefined();
  expect(screen.getByText(/Ikrar atau pakta: belum tercatat/)).toBeDefined();
});
