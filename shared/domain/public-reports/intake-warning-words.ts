/** What is doubtful about what came in, in sentences; the same thing many times is said once with its number. */
const id = {
  TEXT_CUT: 'Teks terlalu panjang dan dipotong; yang lengkap ada di berkas asli.',
  CHARACTERS_REPLACED: 'Beberapa huruf tidak terbaca dan diganti tanda (himpunan huruf {{charset}}).',
  CHARSET_UNKNOWN: 'Himpunan huruf {{charset}} tidak dikenal; teks dibaca dengan perkiraan.',
  FROM_HTML: 'Teks diambil dari halaman web di dalam surel.',
  REMOTE_CONTENT: 'Surel menunjuk {{n}} gambar atau isi di internet; tidak ada yang diambil.',
  PART_BROKEN: 'Sebagian surel rusak atau tidak dibaca lebih dalam (bagian {{part}}).',
  REPLY_TO_DIFFERS: 'Alamat balasan berbeda dari alamat pengirim.',
  DATE_UNREADABLE: 'Tanggal tidak terbaca: {{written}}.',
  ROW_WITHOUT_TEXT: 'Baris {{row}} tidak memuat uraian dan tautan.',
  CELL_UNREADABLE: 'Sel pada baris {{row}} tidak terbaca: {{written}}',
  DATE_ORDER_MIXED: '{{n}} pesan bertanggal yang tidak cocok dengan urutan hari dan bulan.',
  DATE_ORDER_UNSURE: 'Urutan hari dan bulan belum pasti.',
  LINES_BEFORE_FIRST: '{{n}} baris berada sebelum pesan pertama; ada di berkas asli.',
  MEDIA_MISSING: 'Berkas yang disebut tetapi tidak ada di ekspor: {{names}}.',
  MEDIA_OMITTED: '{{n}} berkas tidak disertakan dalam ekspor.',
  MEDIA_DAMAGED: 'Berkas rusak: {{names}}.',
  MEDIA_UNREFERENCED: '{{n}} berkas tidak disebut pesan mana pun.',
  NAME_CLEANED: 'Nama berkas dirapikan karena memuat jalur atau tanda tersembunyi: {{names}}.',
  TYPE_DIFFERS: 'Isi berkas berbeda dari jenis yang dinyatakan: {{names}}.',
  SENDER_IN_TEXT: 'Uraian tampaknya memuat nama atau kontak pelapor. Periksa sebelum didaftarkan.',
};

type Code = keyof typeof id;

/** A doubt as the worker tells it. */
interface Doubt {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

const en: Readonly<Record<Code, string>> = {
  TEXT_CUT: 'The text was too long and was cut; all of it is in the original file.',
  CHARACTERS_REPLACED: 'Some letters could not be read and were replaced (character set {{charset}}).',
  CHARSET_UNKNOWN: 'The character set {{charset}} is not known; the text was read by a guess.',
  FROM_HTML: 'The text was taken from the web page in the email.',
  REMOTE_CONTENT: 'The email names pictures or other things on the internet ({{n}}); nothing was fetched.',
  PART_BROKEN: 'Part of the email is broken or was not read further (part {{part}}).',
  REPLY_TO_DIFFERS: 'The address for answers is not that of the sender.',
  DATE_UNREADABLE: 'A day could not be read: {{written}}.',
  ROW_WITHOUT_TEXT: 'Row {{row}} has neither description nor link.',
  CELL_UNREADABLE: 'A cell in row {{row}} could not be read: {{written}}',
  DATE_ORDER_MIXED: 'Messages whose day does not fit the order of day and month: {{n}}.',
  DATE_ORDER_UNSURE: 'The order of day and month is not certain.',
  LINES_BEFORE_FIRST: 'Lines before the first message: {{n}}; they are in the original file.',
  MEDIA_MISSING: 'Files that are named and not in the export: {{names}}.',
  MEDIA_OMITTED: 'Files left out of the export: {{n}}.',
  MEDIA_DAMAGED: 'Damaged files: {{names}}.',
  MEDIA_UNREFERENCED: 'Files that no message names: {{n}}.',
  NAME_CLEANED: 'File names that held a path or hidden signs were cleaned: {{names}}.',
  TYPE_DIFFERS: 'The content of files is not what was stated: {{names}}.',
  SENDER_IN_TEXT: 'The description seems to name the reporter. Check it before it is registered.',
};

const WORDS: Readonly<Record<'id' | 'en', Readonly<Record<Code, string>>>> = { id, en };
const MORE = { id: 'dan {{n}} lainnya', en: 'and {{n}} more' };
/** Names of one kind that are said; the others are counted. */
const SAID = 5;

/** A sentence for each kind of doubt, in the order in which the kinds come. */
export function intakeWarningLines(
  warnings: readonly Doubt[],
  language: keyof typeof WORDS,
): readonly { readonly code: Code; readonly text: string }[] {
  const number = new Intl.NumberFormat(language);
  return [...new Set(warnings.map(({ code }) => code))].map((code) => {
    const same = warnings.filter((one) => one.code === code);
    const params = same[0]?.params ?? {};
    const names = same.flatMap((one) => (one.params['name'] === undefined ? [] : [String(one.params['name'])]));
    const rest = names.length - SAID;
    const more = rest > 0 ? ` ${filled(MORE[language], { n: number.format(rest) })}` : '';
    const n = number.format(Number(params['count'] ?? same.length));
    const values = { ...params, n, names: names.slice(0, SAID).join(', ') + more };
    return { code, text: filled(WORDS[language][code], values) };
  });
}

function filled(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}
