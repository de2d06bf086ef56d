/** The record's details as words: the office reads Indonesian, and nothing is lost of what is not known. */
import { expect, it } from 'vitest';
import { findingWords, preparationWords } from '#shared/domain/capture/record-words.ts';

it.each([
  ['scrolled-through', '6 x 60 ms, end', '6 langkah, jeda 60 ms, sampai akhir', '6 steps, 60 ms apart, to the end'],
  ['scrolled-through', '40 x 60 ms, time', 'sampai batas waktu', 'to the limit of time'],
  ['waited-for-images', '0 left', 'semua termuat', 'all loaded'],
  ['waited-for-images', '2 left', '2 belum termuat', '2 not loaded'],
  ['waited-for-fonts', 'not ready', 'belum siap', 'not ready'],
  ['frames-stilled', '2 documents, 1 processes', '2 dokumen, 1 proses', 'documents: 2, processes: 1'],
  ['waited-for-frames', '1 of 3', '1 dari 3', '1 of 3'],
  ['window-enlarged', 'undone: the layout depends on the window', 'dibatalkan', 'undone'],
  ['banner-hidden', 'Kami memakai kuki', 'Kami memakai kuki', 'Kami memakai kuki'],
  ['a-later-step', 'something', 'a-later-step (something), 5 ms', 'a-later-step (something), 5 ms'],
])('%s, %s', (step, detail, id, en) => {
  expect(preparationWords({ step, detail, milliseconds: 5 }, 'id')).toContain(id);
  expect(preparationWords({ step, detail, milliseconds: 5 }, 'en')).toContain(en);
});

it('says that a page states no number of comments, and what it states where it does', () => {
  const none = { item: 'comments', level: 'green', seen: null, declared: null } as const;
  expect(findingWords(none, 'id')).toBe('jumlah komentar tidak dinyatakan halaman');
  expect(findingWords({ ...none, declared: 28 }, 'id')).toBe('komentar tampak tidak dinyatakan, menurut halaman 28');
});
