/** The sentence of every error, in both languages: the app's pages and the command line say the same words. */
import type { ErrorParams } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import { ERROR_SENTENCES_EN } from './error-sentences.en.ts';
import { ERROR_SENTENCES_ID } from './error-sentences.id.ts';

export type Language = 'id' | 'en';

/** {name} stands for a parameter, {name:bytes} for a size, {name:limit} for what is limited, {name:damage} for a kind of damage, {name:package} for a flaw of a package; [what needs {name}] is said only with it. */
export const ERROR_SENTENCES: Readonly<Record<Language, Readonly<Record<ErrorCode, string>>>> = {
  id: ERROR_SENTENCES_ID,
  en: ERROR_SENTENCES_EN,
};

/** Values of parameters that are words of the program, said in words of the language. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'too-short': 'terlalu pendek',
    repeated: 'huruf atau kata yang diulang',
    sequence: 'urutan huruf atau angka',
    common: 'kata yang lazim dipakai',
    personal: 'memuat nama Anda atau nama brankas',
    'not-next': 'langkah itu tidak ada dari keadaan sekarang',
    'needs-conclusion': 'pemeriksaan fakta belum disimpulkan',
    'needs-follow-up': 'belum ada tindak lanjut yang dicatat',
    closed: 'butirnya sudah ditutup',
  },
  en: {
    'too-short': 'too short',
    repeated: 'repeated letters or words',
    sequence: 'a sequence of letters or digits',
    common: 'a word that is commonly used',
    personal: 'contains your name or the vault’s',
    'not-next': 'that step does not exist from here',
    'needs-conclusion': 'the fact check is not concluded',
    'needs-follow-up': 'no follow-up is noted',
    closed: 'it is closed',
  },
};

/** What may be exceeded in a roster file: every limit of its reader. */
const LIMIT_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    fileBytes: 'ukuran berkas',
    wholeBytes: 'ukuran berkas',
    entries: 'jumlah bagian berkas',
    ratio: 'tingkat pemampatan',
    sheets: 'jumlah lembar',
    rows: 'jumlah baris',
    columns: 'jumlah kolom',
    cells: 'jumlah sel',
    sharedStrings: 'jumlah teks',
    cellCharacters: 'panjang isi sel',
    xmlDepth: 'kedalaman XML',
    rejectedRows: 'jumlah baris yang ditolak',
    totalBytes: 'ukuran isi setelah dibuka',
    wholeUnpackedBytes: 'ukuran isi setelah dibuka',
    sheetBytes: 'ukuran satu lembar',
    sharedStringBytes: 'ukuran semua teks',
    otherPartBytes: 'ukuran satu bagian berkas',
    runCharacters: 'panjang satu potongan teks',
    xmlBytes: 'ukuran berkas',
    htmlBytes: 'ukuran berkas',
    htmlTables: 'jumlah tabel',
    lineCharacters: 'panjang satu baris atau sel',
    passwordRounds: 'putaran kata sandi',
    ratioFromBytes: 'tingkat pemampatan',
    columnsRead: 'jumlah kolom',
    messages: 'jumlah pesan',
    mediaBytes: 'ukuran satu lampiran',
    parts: 'jumlah bagian surel',
    headerBytes: 'panjang kepala surel',
    textBytes: 'ukuran teks',
    links: 'jumlah tautan',
  },
  en: {
    fileBytes: 'size of the file',
    wholeBytes: 'size of the file',
    entries: 'number of its parts',
    ratio: 'compression ratio',
    sheets: 'number of sheets',
    rows: 'number of rows',
    columns: 'number of columns',
    cells: 'number of cells',
    sharedStrings: 'number of texts',
    cellCharacters: 'length of a cell',
    xmlDepth: 'depth of the XML',
    rejectedRows: 'number of refused rows',
    totalBytes: 'size of its unpacked content',
    wholeUnpackedBytes: 'size of its unpacked content',
    sheetBytes: 'size of one sheet',
    sharedStringBytes: 'size of all texts',
    otherPartBytes: 'size of one of its parts',
    runCharacters: 'length of one run of text',
    xmlBytes: 'size of the file',
    htmlBytes: 'size of the file',
    htmlTables: 'number of tables',
    lineCharacters: 'length of one line or cell',
    passwordRounds: 'rounds of the password',
    ratioFromBytes: 'compression ratio',
    columnsRead: 'number of columns',
    messages: 'number of messages',
    mediaBytes: 'size of one attachment',
    parts: 'number of parts of the email',
    headerBytes: 'length of the email’s header',
    textBytes: 'size of the text',
    links: 'number of links',
  },
};

/** What is said of a damaged roster file beside its place; most damage has no more words than that. */
const DAMAGE_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: { doctype: 'berisi DTD, yang tidak diizinkan' },
  en: { doctype: 'it contains a DTD, which is not allowed' },
};

/** The sentence with its parameters; one that was not given leaves no trace of its brackets. */
export function errorSentence(language: Language, code: ErrorCode, params: ErrorParams = {}): string {
  return ERROR_SENTENCES[language][code]
    .replaceAll(/\[([^\]]*)\]/g, (_whole, part: string) => (names(part).every((name) => params[name]) ? part : ''))
    .replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_whole, name: string, kind?: string) => say(language, params[name], kind))
    .replaceAll(/ \(\)|: (?=\.)/g, '')
    .replaceAll(/ {2,}/g, ' ');
}

function names(part: string): string[] {
  return Array.from(part.matchAll(/\{(\w+)/g), ([, name = '']) => name);
}

/** Why a package is refused before anything of it is read. */
const PACKAGE_FLAWS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'unsafe-name': 'nama berkas di dalamnya tidak aman',
    'duplicate-name': 'dua berkas bernama sama',
    link: 'memuat tautan ke tempat lain',
    folder: 'memuat folder atau entri khusus',
    compressed: 'isinya dimampatkan atau dikemas ulang',
    encrypted: 'isinya dikunci dengan cara lain',
    overlap: 'bagian-bagiannya bertumpuk atau ukurannya tidak masuk akal',
    'too-many': 'terlalu banyak berkas',
    'too-large': 'daftar isinya terlalu besar',
    directory: 'daftar berkasnya tidak terbaca',
    'unlisted-file': 'ada berkas yang tidak tercantum pada daftar isi',
    'missing-file': 'ada berkas yang hilang',
    work: 'pengunciannya meminta kerja yang berlebihan',
  },
  en: {
    'unsafe-name': 'a file name inside is not safe',
    'duplicate-name': 'two files of one name',
    link: 'it holds a link to elsewhere',
    folder: 'it holds a folder or a special entry',
    compressed: 'its content is compressed or was packed anew',
    encrypted: 'its content is locked in another way',
    overlap: 'its parts overlap or their sizes make no sense',
    'too-many': 'too many files',
    'too-large': 'its list is too large',
    directory: 'its directory cannot be read',
    'unlisted-file': 'a file is not on the list',
    'missing-file': 'a file is missing',
    work: 'its lock asks for excessive work',
  },
};

function say(language: Language, value: ErrorParams[string] | undefined, kind: string | undefined): string {
  if (value === undefined || value === null) return kind === 'bytes' ? '?' : '';
  if (kind === 'bytes' && typeof value === 'number') return sizeText(language, value);
  if (kind === 'limit') return LIMIT_WORDS[language][String(value)] ?? '';
  if (kind === 'package') return PACKAGE_FLAWS[language][String(value)] ?? '';
  if (kind === 'damage') return DAMAGE_WORDS[language][String(value)] ?? '';
  return WORDS[language][String(value)] ?? String(value);
}

/** A size as people say it, decimal units, decimal comma in Indonesian. */
function sizeText(language: Language, bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const text = unit === 0 ? String(value) : value.toFixed(1);
  return `${language === 'id' ? text.replace('.', ',') : text} ${units[unit] ?? ''}`;
}
