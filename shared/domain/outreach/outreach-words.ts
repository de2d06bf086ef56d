/** Outreach's values in words, for screens, lists and the command line. */
import type { OUTREACH_ENTRY_SOURCES, OutreachSessionState } from './session-rules.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}

export const SESSION_STATE_WORDS: Readonly<Record<OutreachSessionState, Words>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  held: { id: 'Terlaksana', en: 'Held' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const SOURCE_WORDS: Readonly<Record<(typeof OUTREACH_ENTRY_SOURCES)[number], Words>> = {
  pick: { id: 'dicatat per orang', en: 'noted by name' },
  unit: { id: 'dicatat per unit', en: 'noted by unit' },
  file: { id: 'dari berkas', en: 'from a file' },
  sheet: { id: 'dari lembar cetak', en: 'from a printed sheet' },
  settled: { id: 'baris diselesaikan', en: 'settled row' },
};
