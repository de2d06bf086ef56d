/** The path of a hoax: recorded, checked, concluded, followed up, closed; what may follow what, and what it takes. */

export const HOAX_STATES = ['dicatat', 'diperiksa', 'disimpulkan', 'ditindaklanjuti', 'selesai', 'dihentikan'] as const;
export type HoaxState = (typeof HOAX_STATES)[number];

/** What the fact check comes to. It is about the claim, never about a person. */
export const HOAX_VERDICTS = ['hoaks', 'bukan_hoaks', 'belum_terbukti'] as const;
export type HoaxVerdict = (typeof HOAX_VERDICTS)[number];

/** What was done with it (domain dossier, 6.7). */
export const FOLLOW_UP_KINDS = [
  'diteruskan_bawaslu',
  'diteruskan_komdigi',
  'klarifikasi_publik',
  'permintaan_takedown',
  'dipantau',
  'tanpa_tindak_lanjut',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** States in which work is still to be done. */
export const OPEN_HOAX_STATES: readonly HoaxState[] = ['dicatat', 'diperiksa', 'disimpulkan', 'ditindaklanjuti'];

const NEXT: Readonly<Record<HoaxState, readonly HoaxState[]>> = {
  dicatat: ['diperiksa', 'dihentikan'],
  diperiksa: ['disimpulkan', 'dihentikan'],
  disimpulkan: ['ditindaklanjuti', 'selesai', 'diperiksa'],
  ditindaklanjuti: ['selesai', 'diperiksa'],
  selesai: ['diperiksa'],
  dihentikan: ['diperiksa'],
};

/** The states that may follow, in the order in which they are offered. */
export function nextHoaxStates(state: HoaxState): readonly HoaxState[] {
  return NEXT[state];
}

/** Whether a step takes back what was concluded or closed: it needs a reason and ends the conclusion in force. */
export function isReopening(from: HoaxState, to: HoaxState): boolean {
  return to === 'diperiksa' && from !== 'dicatat';
}

/** Steps that need words from whoever takes them. */
export function needsReason(from: HoaxState, to: HoaxState): boolean {
  return to === 'dihentikan' || isReopening(from, to);
}

/** What stands on a hoax when a step is asked for. */
export interface HoaxStanding {
  readonly verdict: HoaxVerdict | null;
  readonly followUps: readonly FollowUpKind[];
}

/** Why a step is refused: never allowed from here, or something is missing first. Null: it may be taken. */
export type StepRefusal = 'not-next' | 'needs-conclusion' | 'needs-follow-up';

/**
 * `selesai` straight from the conclusion is for a claim that is no hoax or could not be settled; a hoax is closed only
 * after something was done about it, were it only the decision, with its reason, to leave it.
 */
export function refusalOf(from: HoaxState, to: HoaxState, { verdict, followUps }: HoaxStanding): StepRefusal | null {
  if (!NEXT[from].includes(to)) return 'not-next';
  if (to === 'disimpulkan' && verdict === null) return 'needs-conclusion';
  if (to === 'ditindaklanjuti' && followUps.length === 0) return 'needs-follow-up';
  if (to === 'selesai' && verdict === 'hoaks' && followUps.length === 0) return 'needs-follow-up';
  return null;
}

/** Why a follow-up cannot be noted now. Passing on and watching need no conclusion; telling the public does. */
export function followUpRefusal(state: HoaxState, kind: FollowUpKind): 'closed' | 'needs-conclusion' | null {
  if (state === 'selesai' || state === 'dihentikan') return 'closed';
  const concluded = state === 'disimpulkan' || state === 'ditindaklanjuti';
  const early = kind === 'diteruskan_bawaslu' || kind === 'diteruskan_komdigi' || kind === 'dipantau';
  return concluded || early ? null : 'needs-conclusion';
}
