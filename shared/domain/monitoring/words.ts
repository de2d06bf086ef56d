/** What rounds, their items and outcomes are called: one wording for the screens, lists and the command line. */
import type { Cadence, ItemState, Outcome, RoundState } from './rules.ts';

type Language = 'id' | 'en';
type InBoth<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const OUTCOME_WORDS: InBoth<Outcome> = {
  id: {
    nothing: 'Tidak ada temuan',
    again: 'Lihat lagi',
    captured: 'Bukti diambil',
    gone: 'Akun hilang',
    private: 'Akun privat',
    'not-person': 'Bukan orang ini',
  },
  en: {
    nothing: 'Nothing found',
    again: 'Look again',
    captured: 'Evidence captured',
    gone: 'Account gone',
    private: 'Private account',
    'not-person': 'Not this person',
  },
};

export const ROUND_STATE_WORDS: InBoth<RoundState> = {
  id: { running: 'Berjalan', stopped: 'Dihentikan sementara', finished: 'Selesai' },
  en: { running: 'Running', stopped: 'Stopped', finished: 'Finished' },
};

export const ITEM_STATE_WORDS: InBoth<ItemState> = {
  id: {
    open: 'Belum dilihat',
    again: 'Lihat lagi',
    done: 'Sudah dilihat',
    'no-account': 'Tidak ada akun yang diketahui',
    left: 'Belum tuntas saat ronde diselesaikan',
    carried: 'Dibawa ke ronde lanjutan',
  },
  en: {
    open: 'Not looked at yet',
    again: 'Look again',
    done: 'Looked at',
    'no-account': 'No account known',
    left: 'Left open when the round ended',
    carried: 'Carried over',
  },
};

export const CADENCE_WORDS: InBoth<Cadence> = {
  id: {
    once: 'Sekali',
    weekly: 'Setiap minggu',
    fortnightly: 'Setiap dua minggu',
    monthly: 'Setiap bulan',
    quarterly: 'Setiap tiga bulan',
  },
  en: {
    once: 'Once',
    weekly: 'Every week',
    fortnightly: 'Every two weeks',
    monthly: 'Every month',
    quarterly: 'Every three months',
  },
};
