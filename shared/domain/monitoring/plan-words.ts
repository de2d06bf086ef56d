/** A plan in words, part by part: why a round covers whom it covers. For screens, lists and the command line. */

type Language = 'id' | 'en';

/** A plan as the contract states it (contract/monitoring.ts, roundPlan). */
interface Plan {
  readonly agencies: readonly string[];
  readonly units: readonly string[];
  readonly positions: readonly string[];
  readonly persons: readonly string[];
  readonly reason: string;
  readonly lastChecked: { readonly when: 'any' | 'never' } | { readonly when: 'before'; readonly day: string };
  readonly sample: { readonly size: number; readonly seed: string | null } | null;
}

const WORDS = {
  id: {
    everybody: 'semua pegawai pada daftar',
    agencies: 'OPD',
    units: 'unit kerja',
    positions: 'jabatan',
    persons: (n: number) => `${n} pegawai dipilih menurut nama`,
    reason: 'alasan',
    never: 'belum pernah diperiksa',
    before: 'terakhir diperiksa sebelum',
    sample: (n: number) => `undian acak ${n} pegawai`,
  },
  en: {
    everybody: 'everybody on the roster',
    agencies: 'agency',
    units: 'unit',
    positions: 'position',
    persons: (n: number) => `${n} persons chosen by name`,
    reason: 'reason',
    never: 'never checked',
    before: 'last checked before',
    sample: (n: number) => `random draw of ${n} persons`,
  },
} as const satisfies Record<Language, unknown>;

/** At least one part; a day as it is written in the plan (YYYY-MM-DD) unless `dayWords` says otherwise. */
export function planWords(plan: Plan, language: Language, dayWords: (day: string) => string = (day) => day): string[] {
  const words = WORDS[language];
  const parts = (['agencies', 'units', 'positions'] as const).flatMap((field) =>
    plan[field].length === 0 ? [] : [`${words[field]}: ${plan[field].join(', ')}`],
  );
  if (plan.persons.length > 0) parts.push(words.persons(plan.persons.length));
  if (plan.lastChecked.when === 'never') parts.push(words.never);
  if (plan.lastChecked.when === 'before') parts.push(`${words.before} ${dayWords(plan.lastChecked.day)}`);
  if (parts.length === 0) parts.push(words.everybody);
  if (plan.sample !== null) parts.push(words.sample(plan.sample.size));
  if (plan.reason !== '') parts.push(`${words.reason}: ${plan.reason}`);
  return parts;
}
