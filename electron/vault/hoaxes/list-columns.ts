/** The list of hoaxes as it leaves the vault. */
import type { HoaxRow } from '#shared/contract/hoaxes.ts';
import { FOLLOW_UP_WORDS, HOAX_STATE_WORDS, HOAX_VERDICT_WORDS } from '#shared/domain/hoaxes/words.ts';
import { hoaxKinds } from './references.ts';

interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly text: (row: HoaxRow) => string;
}

export function hoaxColumns(): readonly Column[] {
  const kinds = new Map(hoaxKinds().map(({ code, name }) => [code, name.id]));
  const column = (header: string, width: number, text: Column['text']): Column => ({ header, width, text });
  return [
    column('Nomor', 10, ({ number }) => number),
    column('Klaim', 60, ({ claim }) => claim),
    column('Keadaan', 18, ({ state }) => HOAX_STATE_WORDS[state].id),
    column('Hasil', 22, ({ verdict }) => (verdict === null ? '' : HOAX_VERDICT_WORDS[verdict].id)),
    column('Jenis', 28, ({ kind }) => (kind === null ? '' : (kinds.get(kind) ?? kind))),
    column('Golongan', 16, ({ disorder }) => disorder ?? ''),
    column('Pertama terlihat', 16, ({ firstSeen }) => firstSeen),
    column('Beredar di', 28, ({ platforms }) => platforms.join(', ')),
    column('Tempat', 9, ({ spreads }) => String(spreads)),
    column('Bukti', 9, ({ captures }) => String(captures)),
    column('Tindak lanjut', 44, ({ followUps }) => followUps.map((kind) => FOLLOW_UP_WORDS[kind].id).join(', ')),
    column('Klarifikasi', 14, ({ clarifiedOn }) => clarifiedOn ?? ''),
    column('Waktu jawab (hari)', 16, ({ answerDays }) => (answerDays === null ? '' : String(answerDays))),
    column('Dicatat oleh', 26, ({ recordedBy }) => recordedBy),
  ];
}
