/** Reading of protocol messages: they come from outside, so each field is looked at before it is used. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one when it is none. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** A field that is an object; an empty one when it is missing. */
export function fieldRecord(record: JsonRecord, name: string): JsonRecord {
  return recordOf(record[name]);
}

/** A field that is text; the given text when it is not. */
export function fieldText(record: JsonRecord, name: string, otherwise = ''): string {
  const value = record[name];
  return typeof value === 'string' ? value : otherwise;
}

/** A field that is a finite number; null when it is not. */
export function fieldNumber(record: JsonRecord, name: string): number | null {
  const value = record[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Whether a field is exactly true. */
export function fieldTrue(record: JsonRecord, name: string): boolean {
  return record[name] === true;
}

/** A field that is a list; an empty one when it is missing. */
export function fieldList(record: JsonRecord, name: string): readonly unknown[] {
  const value = record[name];
  return Array.isArray(value) ? value : [];
}

/** A field that maps names to texts, such as headers; other values are left out. */
export function fieldTexts(record: JsonRecord, name: string): Readonly<Record<string, string>> {
  const pairs = Object.entries(fieldRecord(record, name));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
