/** The words over a still of the screen. */
export type Language = 'id' | 'en';

const INDONESIAN = {
  surface: 'Gambar layar',
  help: 'Seret untuk memilih bagian layar. Panah: geser. Shift+panah: ubah ukuran. Ctrl: satu piksel. Enter: ambil. Esc: batal.',
  take: 'Ambil',
  cancel: 'Batal',
  next: 'Layar berikutnya',
  failed: 'Bagian layar ini tidak dapat diambil. Pilih lagi, atau tekan Esc.',
};

const ENGLISH: typeof INDONESIAN = {
  surface: 'Picture of the screen',
  help: 'Drag to pick a part of the screen. Arrows: move. Shift+arrows: resize. Ctrl: one pixel. Enter: take. Esc: cancel.',
  take: 'Take',
  cancel: 'Cancel',
  next: 'Next screen',
  failed: 'This part of the screen could not be taken. Pick again, or press Esc.',
};

export function wordsOf(language: Language): typeof INDONESIAN {
  return language === 'id' ? INDONESIAN : ENGLISH;
}
