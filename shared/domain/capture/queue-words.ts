/** What queues, their items and refused lines are called: one wording for the screens, lists and the command line. */
import type { LineRefusal } from './address-list.ts';
import type { QueueItemState, QueueState } from './queue-rules.ts';

type Language = 'id' | 'en';
type InBoth<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const QUEUE_STATE_WORDS: InBoth<QueueState> = {
  id: { running: 'Berjalan', paused: 'Dijeda', ended: 'Selesai', cancelled: 'Dibatalkan' },
  en: { running: 'Running', paused: 'Paused', ended: 'Done', cancelled: 'Cancelled' },
};

export const QUEUE_ITEM_WORDS: InBoth<QueueItemState> = {
  id: {
    waiting: 'Menunggu',
    running: 'Sedang diambil',
    captured: 'Terambil',
    wall: 'Dihalangi situs',
    gone: 'Tidak ditemukan lagi',
    failed: 'Gagal',
    refused: 'Alamat ditolak',
    skipped: 'Dilewati',
  },
  en: {
    waiting: 'Waiting',
    running: 'Being captured',
    captured: 'Captured',
    wall: 'Held back by the site',
    gone: 'Not found any more',
    failed: 'Failed',
    refused: 'Address refused',
    skipped: 'Left out',
  },
};

/** Why a line of a list is not captured. */
export const LINE_REFUSAL_WORDS: InBoth<LineRefusal> = {
  id: {
    'no-address': 'bukan alamat web',
    'not-web': 'bukan halaman http atau https',
    'never-reachable': 'alamat ini tidak pernah dapat dicapai',
    'too-long': 'alamat terlalu panjang',
    'link-differs': 'tulisan dan tautan sel ini menunjuk alamat yang berbeda; tulis satu alamat saja',
    'case-unknown': 'nomor kasus tidak dikenal',
    'too-many': 'melebihi 1.000 alamat',
  },
  en: {
    'no-address': 'no web address',
    'not-web': 'no http or https page',
    'never-reachable': 'this address can never be reached',
    'too-long': 'the address is too long',
    'link-differs': 'the text and the link of this cell name different addresses; write one address only',
    'case-unknown': 'unknown case number',
    'too-many': 'more than 1,000 addresses',
  },
};
