/** Ways out of and through the import: leaving, undoing, and all of it by keyboard. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeId } from '../support/fake-people.ts';
import { fakeImportResult } from '../support/fake-roster-import.ts';
import { openReview, rowOf, sent, tab } from './import-wizard.ts';
import { showScreen } from './screen.tsx';

test('leaving with unsaved choices asks first', async () => {
  const shown = await openReview();
  await shown.user.click(screen.getByRole('link', { name: /Kasus/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Tinggalkan impor?' });
  await shown.user.click(within(dialog).getByRole('button', { name: 'Lanjutkan impor' }));
  expect(screen.getByRole('tablist', { name: 'Kelompok' })).toBeDefined();
  await shown.user.click(screen.getByRole('link', { name: /Kasus/ }));
  await shown.user.click(
    within(await screen.findByRole('dialog', { name: 'Tinggalkan impor?' })).getByRole('button', {
      name: 'Tinggalkan',
    }),
  );
  expect(await screen.findByText('Pilih kasus dari daftar')).toBeDefined();
});

test('an import is undone as one action; what depends on it stands in the way and is listed', async () => {
  const shown = await openReview();
  await shown.user.click(screen.getByRole('button', { name: /^Tambahkan 34/ }));
  await shown.user.click(await screen.findByRole('button', { name: 'Batalkan impor ini' }));
  const dialog = await screen.findByRole('dialog', { name: 'Batalkan impor Data Pegawai 2026.xlsx?' });
  await shown.user.click(await within(dialog).findByRole('button', { name: 'Batalkan impor ini' }));
  expect(await screen.findByText('Impor ini sudah dibatalkan. Daftar pegawai seperti sebelumnya.')).toBeDefined();
  expect(sent(shown, 'roster.undo')).toEqual([{ importId: fakeImportResult().importId }]);
});

test('an import that others rest on cannot be undone', async () => {
  const shown = showScreen('/pegawai/impor', {
    answers: {
      'roster.undoCheck': () => ({
        total: 12,
        dependents: [{ kind: 'case', employeeId: fakeId(1, 0), name: 'Ahmad Saputra', detail: 'REG/024/XI/2026' }],
      }),
    },
  });
  await shown.user.click(await screen.findByRole('button', { name: 'Batalkan impor Ekspor SIASN September.xlsx' }));
  const dialog = await screen.findByRole('dialog', { name: /tidak dapat dibatalkan/ });
  expect(within(dialog).getByText('Ahmad Saputra · REG/024/XI/2026')).toBeDefined();
  expect(within(dialog).getByText('dan 11 lainnya')).toBeDefined();
  expect(within(dialog).queryByRole('button', { name: 'Batalkan impor ini' })).toBe(null);
  expect(sent(shown, 'roster.undo')).toEqual([]);
});

test('the whole import by keyboard alone: from the file to the list', async () => {
  const shown = showScreen('/pegawai/impor');
  const { user } = shown;
  await screen.findByRole('heading', { name: /Pilih berkas/ });
  await user.tab();
  expect(document.activeElement?.textContent).toContain('Letakkan berkas');
  await user.keyboard('{Enter}');
  const sheets = await screen.findByRole('heading', { name: /Lembar dan kolom/ });
  expect(document.activeElement).toBe(sheets);
  // The box over all sheets, then those of each.
  await user.tab();
  await user.tab();
  await user.tab();
  expect(document.activeElement?.textContent).toContain('Data_Pegawai_PNS');
  await user.tab();
  await user.keyboard(' ');
  expect(await screen.findByText('3 dari 5 lembar diambil')).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const review = await screen.findByRole('heading', { name: /Yang akan terjadi/ });
  await waitFor(() => expect(document.activeElement).toBe(review));
  await user.tab();
  expect(document.activeElement).toBe(tab(/Baru/));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(tab(/Pindah unit/));
  expect(tab(/Pindah unit/).getAttribute('aria-selected')).toBe('true');
  const grid = await screen.findByRole('grid', { name: 'Pindah unit' });
  while (document.activeElement !== grid) await user.tab();
  await user.keyboard('{ArrowDown} {Enter}');
  expect(await screen.findByRole('complementary', { name: 'Rincian baris' })).toBeDefined();
  expect(await screen.findByText('1 baris dikecualikan')).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: /Hasil impor/ });
  expect(sent(shown, 'roster.apply')).toMatchObject([{ excludedRows: [rowOf('moved', 1)] }]);
  expect(sent(shown, 'roster.plan')).toMatchObject([{ sheets: [{}, { name: 'Inspektorat' }, {}] }]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('grid', { name: 'Pegawai' })).toBeDefined();
});
