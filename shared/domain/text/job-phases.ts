/** What a job is doing at this moment, in words: the app's screens and the command line say the same. */
import type { Language } from './error-sentences.ts';

/** By the phase that the vault and its worker programs report. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  inspect: { id: 'Memeriksa lembar', en: 'Looking through the sheets' },
  read: { id: 'Membaca baris', en: 'Reading rows' },
  compare: { id: 'Membandingkan dengan daftar', en: 'Comparing with the roster' },
  write: { id: 'Menulis ke brankas', en: 'Writing to the vault' },
  intake: { id: 'Menyimpan berkas', en: 'Storing files' },
  drawing: { id: 'Menggambar salinan', en: 'Drawing the copy' },
  recognising: { id: 'Mengenali teks', en: 'Recognising text' },
  pictures: { id: 'Menyiapkan gambar', en: 'Preparing pictures' },
  attachments: { id: 'Menyusun lampiran', en: 'Laying out attachments' },
  documents: { id: 'Menerbitkan dokumen', en: 'Issuing documents' },
  verify: { id: 'Membaca dan memeriksa dokumen (bita)', en: 'Reading and checking the document (bytes)' },
  signing: { id: 'Menandatangani', en: 'Signing' },
  reading: { id: 'Membaca berkas', en: 'Reading the file' },
  opening: { id: 'Membuka paket', en: 'Opening the package' },
  files: { id: 'Menyalin berkas', en: 'Copying files' },
  blobs: { id: 'Memproses berkas bukti', en: 'Going through evidence files' },
  custody: { id: 'Memeriksa jejak audit', en: 'Checking the custody log' },
};

const OTHER: Readonly<Record<Language, string>> = { id: 'Sedang dikerjakan', en: 'At work' };

/** The words; one sentence for all that is not named here, nothing before a job's first phase. */
export function jobPhaseWords(language: Language, phase: string): string {
  if (phase === '') return '';
  return (Object.hasOwn(WORDS, phase) ? WORDS[phase] : undefined)?.[language] ?? OTHER[language];
}
