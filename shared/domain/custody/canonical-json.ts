/** Canonical JSON as RFC 8785 (JCS) states it: one text for one value, so that a hash of it means something. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Throws for numbers that JSON does not know and for text that is not well-formed Unicode. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Sorting of strings compares UTF-16 code units, which is the order that RFC 8785 asks for.
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${stringText(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error('canonical JSON has no infinite numbers');
  return JSON.stringify(value);
}

function stringText(value: string): string {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)) {
    throw new Error('canonical JSON has no lone surrogates');
  }
  return JSON.stringify(value);
}
