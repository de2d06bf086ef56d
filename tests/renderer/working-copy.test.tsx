/** The editor of working copies: by pointer, by keyboard, saved through the contract; and the copies beside the original. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeEvidence, fakeId } from '../support/fake-people.ts';
import { expectAccessible, type Screen, showScreen } from './screen.tsx';

const withCopies = fakeEvidence(0);
const without = fakeEvidence(1);

// jsdom has no layout and no pointer capture: the picture lies at 0,0 and is drawn at half its size.
beforeAll(() => {
  Object.assign(Element.prototype, { setPointerCapture: () => undefined });
  vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, 0, (without.width ?? 0) / 2, (without.height ?? 0) / 2),
  );
});

async function openEditor(
  id = without.id,
  answers = {},
): Promise<Screen & { editor: HTMLElement; stage: HTMLElement }> {
  const shown = showScreen(`/bukti?lihat=${id}`, { answers });
  await shown.user.click(await screen.findByRole('button', { name: 'Buat salinan kerja (S)' }));
  const editor = await screen.findByRole('dialog', { name: /^Salinan kerja dari/ });
  const stage = await within(editor).findByRole('group', { name: /^Gambar yang disunting/ });
  return { ...shown, editor, stage };
}

function drag(stage: HTMLElement, from: readonly [number, number], to: readonly [number, number], on?: Element): void {
  const svg = stage.querySelector('svg');
  const at = ([clientX, clientY]: readonly [number, number]) => ({ clientX, clientY, pointerId: 1, button: 0 });
  fireEvent.pointerDown(on ?? svg!, at(from));
  fireEvent.pointerMove(svg!, at(to));
  fireEvent.pointerUp(svg!, at(to));
}

const made = ({ fake }: Screen): unknown[] =>
  fake.calls.filter(({ name }) => name === 'evidence.makeCopy').map(({ input }) => input);

test('a mask is drawn over a face in pixels of the original, given a reason, and saved with a note', async () => {
  const opened = await openEditor();
  const { user, editor, stage } = opened;
  drag(stage, [10, 20], [110.2, 60]);
  await user.selectOptions(within(editor).getByLabelText('Alasan menutup bagian 1'), 'nama');
  expect(within(editor).getByText('201 × 80 px')).toBeDefined();
  await expectAccessible(editor);
  await user.type(within(editor).getByLabelText('Catatan'), 'Nama saksi ditutup');
  await user.click(within(editor).getByRole('button', { name: 'Simpan salinan' }));
  expect(await screen.findByText(/Salinan kerja versi 1 tersimpan/)).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Salinan kerja dari/ })).toBeNull());
  expect(made(opened)).toEqual([
    {
      id: without.id,
      artefactId: fakeId(10, 1),
      edits: { crop: null, masks: [{ x: 20, y: 40, width: 201, height: 80, reason: 'nama' }], marks: [] },
      note: 'Nama saksi ditutup',
      useInMasked: true,
    },
  ]);
});

test('everything can be done from the keyboard: a tool, a place, a size, undo and redo, delete', async () => {
  const { user, editor, stage } = await openEditor();
  stage.focus();
  await user.keyboard('m{Enter}');
  const drawn = within(editor).getByText(/ px$/).textContent;
  await user.keyboard('{Control>}{ArrowRight}{/Control}{ArrowLeft}{Shift>}{ArrowDown}{/Shift}');
  expect(within(editor).getByText(/ px$/).textContent).not.toBe(drawn);
  await user.keyboard('{Control>}zz{/Control}');
  expect(within(editor).getByText(/ px$/).textContent).toBe(drawn);
  await user.keyboard('{Control>}z{/Control}');
  expect(within(editor).queryByText(/ px$/)).toBeNull();
  await user.keyboard('{Control>}y{/Control}');
  await user.click(within(editor).getByRole('button', { name: 'Pilih bagian 1' }));
  await user.keyboard('{Delete}');
  expect(within(editor).queryByText(/ px$/)).toBeNull();
  await user.keyboard('a');
  expect(within(editor).getByRole('button', { name: 'Panah (A)' }).getAttribute('aria-pressed')).toBe('true');
});

test('a click on what is drawn selects it, also with a drawing tool in hand', async () => {
  const { user, editor, stage } = await openEditor();
  drag(stage, [10, 20], [110, 60]);
  drag(stage, [10, 100], [110, 140]);
  drag(stage, [30, 30], [31, 30], stage.querySelector('[data-edit="masks 0"]')!);
  stage.focus();
  await user.keyboard('{Delete}');
  expect(within(editor).queryByLabelText('Alasan menutup bagian 2')).toBeNull();
  expect(stage.querySelector('[data-edit="masks 0"]')?.getAttribute('y')).toBe('200');
});

test('keys that are typed into a field do nothing to the picture', async () => {
  const { user, editor, stage } = await openEditor();
  drag(stage, [10, 20], [110, 60]);
  await user.type(within(editor).getByLabelText('Catatan'), 'mca{Backspace}{Backspace}{Backspace}{Escape}');
  expect(within(editor).getByLabelText('Alasan menutup bagian 1')).toBeDefined();
  expect(within(editor).getByRole('button', { name: 'Tutup (M)' }).getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(stage);
});

test('marks and a crop: moved, pulled at a corner, written on; what the crop cuts away is not saved', async () => {
  const opened = await openEditor();
  const { user, editor, stage } = opened;
  drag(stage, [5, 5], [15, 15]);
  stage.focus();
  await user.keyboard('b');
  drag(stage, [100, 100], [200, 150]);
  drag(stage, [200, 150], [210, 160], stage.querySelector('[data-handle="right bottom"]')!);
  await user.keyboard('v');
  drag(stage, [100, 100], [110, 90], stage.querySelector('[data-edit="marks 0"]')!);
  await user.keyboard('t');
  drag(stage, [120, 120], [120, 120]);
  const words = within(editor).getByLabelText('Tulisan pada tanda 2');
  await user.clear(words);
  await user.type(words, 'Ajakan');
  await user.selectOptions(within(editor).getByLabelText('Warna tanda 2'), 'biru');
  stage.focus();
  await user.keyboard('c');
  drag(stage, [50, 50], [400, 400]);
  await user.click(within(editor).getByRole('button', { name: 'Simpan salinan' }));
  await waitFor(() => expect(made(opened)).toHaveLength(1));
  expect(made(opened)[0]).toMatchObject({
    edits: {
      crop: { x: 100, y: 100, width: 700, height: 700 },
      masks: [],
      marks: [
        { kind: 'rectangle', x: 220, y: 180, width: 220, height: 120 },
        { kind: 'text', x: 240, y: 240, text: 'Ajakan', colour: 'biru' },
      ],
    },
  });
});

test('a refusal is said in words and the edits stay', async () => {
  const refuse = () => {
    throw new AppError('COPY_UNCHANGED');
  };
  const { user, editor } = await openEditor(without.id, { 'evidence.makeCopy': refuse });
  await user.click(within(editor).getByRole('button', { name: 'Simpan salinan' }));
  expect(await within(editor).findByText(/Belum ada yang ditutup, dipotong, atau ditandai/)).toBeDefined();
});

test('closing with unsaved edits is asked about; without any it is not', async () => {
  const { user, editor, stage } = await openEditor();
  drag(stage, [10, 20], [110, 60]);
  stage.focus();
  await user.keyboard('{Escape}{Escape}{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Lanjut menyunting' }));
  expect(within(editor).getByLabelText('Alasan menutup bagian 1')).toBeDefined();
  await user.click(within(editor).getByRole('button', { name: 'Tutup penyunting (Esc)' }));
  await user.click(await screen.findByRole('button', { name: 'Tinggalkan' }));
  expect(await screen.findByRole('dialog', { name: 'Penampil bukti' })).toBeDefined();
});

test('a copy that would show everything in masked reports says so', async () => {
  const { user, editor } = await openEditor();
  const use = within(editor).getByLabelText('Pakai dalam laporan disamarkan');
  expect(use).toHaveProperty('checked', false);
  await user.click(use);
  expect(within(editor).getByText(/Tidak ada bagian yang ditutup/)).toBeDefined();
});

test('copies are listed beside the original, say that they are none, are chosen and withdrawn with a reason', async () => {
  const { user, fake } = showScreen(`/bukti?lihat=${withCopies.id}`);
  await user.click(await screen.findByRole('button', { name: 'Rincian (D)' }));
  expect(await screen.findByText('Ditarik: Wajah saksi terlewat')).toBeDefined();
  expect(screen.getAllByText('Salinan kerja — bukan asli')).toHaveLength(2);
  expect(screen.getByText('Dipakai dalam laporan disamarkan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Salinan 2' }));
  await waitFor(() => expect(screen.getAllByText('Salinan kerja — bukan asli')).toHaveLength(3));
  expect(screen.queryByRole('button', { name: 'Salinan 1' })).toBeNull();
  const menu = async (item: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'Tindakan untuk versi 2' }));
    await user.click(await screen.findByRole('menuitem', { name: item, hidden: true }));
  };
  await menu('Jangan pakai');
  expect(fake.calls.find(({ name }) => name === 'evidence.chooseCopy')?.input).toEqual({
    id: withCopies.id,
    copyId: null,
  });
  await menu('Tarik salinan');
  const dialog = await screen.findByRole('dialog', { name: 'Tarik salinan' });
  await user.type(within(dialog).getByRole('textbox'), 'Nama terlewat');
  await user.click(within(dialog).getByRole('button', { name: 'Tarik salinan' }));
  await waitFor(() =>
    expect(fake.calls.find(({ name }) => name === 'evidence.withdrawCopy')?.input).toMatchObject({
      reason: 'Nama terlewat',
    }),
  );
  await menu('Sunting menjadi versi baru');
  const editor = await screen.findByRole('dialog', { name: /^Salinan kerja dari/ });
  expect(await within(editor).findByLabelText('Alasan menutup bagian 2')).toBeDefined();
});

test('the report screen names what a masked report will print as a hash alone', async () => {
  const caseId = withCopies.cases[0]?.id ?? '';
  const { user } = showScreen(`/dokumen/buat/${caseId}`);
  expect(screen.queryByText(/belum memiliki salinan kerja/)).toBeNull();
  await user.click(await screen.findByRole('radio', { name: 'Disamarkan' }));
  const notice = await screen.findByText(/bukti belum memiliki salinan kerja yang dipilih/);
  expect(notice.textContent).toContain('B-0044');
  expect(notice.textContent).not.toContain(withCopies.number);
});

test('Ctrl and the wheel zoom the picture; the wheel alone does not', async () => {
  const { stage } = await openEditor();
  const picture = stage.querySelector<HTMLElement>('.n-copy-picture');
  const width = (): number => Number.parseFloat(picture?.style.width ?? '');
  const before = width();
  expect(fireEvent.wheel(stage, { deltaY: -100 })).toBe(true);
  expect(width()).toBe(before);
  // Not let through: the window would zoom beside it.
  expect(fireEvent.wheel(stage, { deltaY: -100, ctrlKey: true, clientX: 10, clientY: 10 })).toBe(false);
  expect(width()).toBeCloseTo(before * 1.25);
  fireEvent.wheel(stage, { deltaY: 100, ctrlKey: true });
  expect(width()).toBeCloseTo(before);
  expect(fireEvent.wheel(document.body, { deltaY: 100, ctrlKey: true })).toBe(true);
});
