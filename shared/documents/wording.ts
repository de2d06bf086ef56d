/**
 * The words of a kind of document are data: an office edits them, a kind states which there are and which fields each
 * may name. A field stands in braces: "Pada hari ini {hari_tanggal} …".
 */
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';

/** Words for whoever edits the wording. */
export interface Label {
  readonly id: string;
  readonly en: string;
}

/**
 * What may be edited: `text` is one text (paragraphs parted by an empty line), `list` several, `labels` short words by
 * name, as headings and labels are.
 */
export type WordingText =
  | { readonly type: 'text' | 'list'; readonly label: Label; readonly fields: readonly string[] }
  | { readonly type: 'labels'; readonly label: Label; readonly names: readonly string[] };

export type WordingSpec = Readonly<Record<string, WordingText>>;

type Words<One extends WordingText> = One extends { type: 'labels'; names: readonly (infer Name extends string)[] }
  ? Readonly<Record<Name, string>>
  : One extends { type: 'list' }
    ? readonly string[]
    : string;

/** The words as they are stored: one entry for each text of the spec. */
export type Wording<Spec extends WordingSpec = WordingSpec> = { readonly [Key in keyof Spec]: Words<Spec[Key]> };

const shortWords = z.string().trim().min(1).max(300);
const LONGEST_TEXT = 20_000;
const MOST_LINES = 60;

export function text<const Fields extends readonly string[]>(id: string, en: string, fields: Fields) {
  return { type: 'text', label: { id, en }, fields } as const;
}

export function list<const Fields extends readonly string[]>(id: string, en: string, fields: Fields) {
  return { type: 'list', label: { id, en }, fields } as const;
}

export function labels<const Names extends readonly string[]>(id: string, en: string, names: Names) {
  return { type: 'labels', label: { id, en }, names } as const;
}

/** The strict schema of a kind's words: every text there, none empty, no field that the kind does not know. */
export function wordingSchema<Spec extends WordingSpec>(spec: Spec): z.ZodType<Wording<Spec>> {
  const shape = Object.fromEntries(
    Object.entries(spec).map(([key, one]): [string, z.ZodType] => {
      if (one.type === 'labels')
        return [key, z.strictObject(Object.fromEntries(one.names.map((name) => [name, shortWords])))];
      const words = z
        .string()
        .trim()
        .min(1)
        .max(LONGEST_TEXT)
        .superRefine((value, context) => {
          for (const field of unknownFields(value, one.fields))
            context.addIssue({ code: 'custom', message: `unknown field {${field}}` });
        });
      return [key, one.type === 'list' ? z.array(words).max(MOST_LINES) : words];
    }),
  );
  return z.strictObject(shape) as unknown as z.ZodType<Wording<Spec>>; // the shape was just made from the spec
}

/** Throws INVALID_INPUT with the text's key (`where`) and what is wrong with it. */
export function parseWording<Spec extends WordingSpec>(spec: Spec, words: unknown): Wording<Spec> {
  const parsed = wordingSchema(spec).safeParse(words);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new AppError('INVALID_INPUT', { where: first ? first.path.join('.') : '', problem: first?.message ?? '' });
}

const FIELD = /\{([a-z_]+)\}/g;

/** Fields that a text names and may not. */
export function unknownFields(words: string, fields: readonly string[]): string[] {
  return [...words.matchAll(FIELD)].map(([, name]) => name ?? '').filter((name) => !fields.includes(name));
}

/** Puts the values into a text. A field without a value is a fault of the kind, not of the wording. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(FIELD, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a text names a field that has no value: ${name}`);
    return String(value);
  });
}

/** A text filled, as its paragraphs. */
export function paragraphsOf(words: string, values: Readonly<Record<string, string | number>> = {}): string[] {
  return fill(words, values)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
