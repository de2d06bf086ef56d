/** Numbers of cases and letters by a template the office writes itself (domain.md 5.2). */
export interface NumberValues {
  /** Running number, or null for a number that is filled in by hand in the register. */
  readonly sequence: number | null;
  readonly month: number;
  readonly year: number;
  readonly secrecy?: string;
  readonly classification?: string;
  readonly agencyCode?: string;
}

const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;
export const BLANK_SEQUENCE = '……';

/** A month (1–12) in Roman numerals. */
export function romanMonth(month: number): string {
  const roman = ROMAN_MONTHS[month - 1];
  if (roman === undefined) throw new RangeError(`month ${month} is not 1–12`);
  return roman;
}

/** Fills a template such as "REG/{urut}/{bulan_romawi}/{tahun}"; unknown tokens stay as they are, so that a slip is seen. */
export function renderNumber(template: string, values: NumberValues): string {
  const tokens: Readonly<Record<string, string>> = {
    urut: values.sequence === null ? BLANK_SEQUENCE : String(values.sequence).padStart(3, '0'),
    bulan: String(values.month).padStart(2, '0'),
    bulan_romawi: romanMonth(values.month),
    tahun: String(values.year),
    sifat: values.secrecy ?? '',
    kode_klasifikasi: values.classification ?? '',
    kode_opd: values.agencyCode ?? '',
  };
  return template.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => tokens[name] ?? whole);
}

const KNOWN_TOKENS = ['urut', 'bulan', 'bulan_romawi', 'tahun', 'sifat', 'kode_klasifikasi', 'kode_opd'];

/** The tokens of a template that nothing fills, with their braces; a lone brace counts. */
export function unknownTokens(template: string): string[] {
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].filter(([, name]) => !KNOWN_TOKENS.includes(name ?? ''));
  const lone = template.replaceAll(/\{[^{}]*\}/g, '').match(/[{}]/g) ?? [];
  return [...named.map(([whole]) => whole), ...lone];
}
