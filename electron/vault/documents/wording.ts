/** The words of each kind: the standard that Netra brings, and over it what the office has written itself. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type WordingText, wordingTexts } from '#shared/contract/documents.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS, wordingFileOf } from '#shared/documents/kinds.ts';
import { parseWording, type WordingSpec } from '#shared/documents/wording.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';

/** Texts by their key: a list has one entry a line, a label stands under "group.name". */
export type Texts = Readonly<Record<string, string>>;

const storedWords = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]));
type StoredWords = z.infer<typeof storedWords>;

/** As the kind's builder takes them: the standard, the office's own over it, and over both what is only tried. */
export async function wordsFor(
  document: DocumentKindName,
  context: UseCaseContext,
  tried: Texts = {},
): Promise<StoredWords> {
  const spec = specOf(document);
  checkTexts(spec, tried);
  const texts = {
    ...textsOf(spec, await standardOf(document, context)),
    ...ownTexts(context.database, document),
    ...tried,
  };
  return storedWords.parse(parseWording(spec, wordsOf(spec, texts)));
}

/** Every text of a kind, as it is and as it was brought. */
export async function listWording(
  { document }: InputOf<'documents.wording'>,
  context: UseCaseContext,
): Promise<OutputOf<'documents.wording'>> {
  const spec = specOf(document);
  const standard = textsOf(spec, await standardOf(document, context));
  const own = ownTexts(context.database, document);
  const texts = Object.keys(standard).map((key): WordingText => {
    const [group = key, name] = key.split('.');
    const one = spec[group];
    if (one === undefined) throw new Error(`the wording has a text that the kind does not know: ${key}`);
    const label = name === undefined ? one.label : { id: `${one.label.id}: ${name}`, en: `${one.label.en}: ${name}` };
    return {
      key,
      type: one.type === 'list' ? 'list' : 'text',
      label,
      fields: one.type === 'labels' ? [] : [...one.fields],
      text: own[key] ?? standard[key] ?? '',
      standard: standard[key] ?? '',
    };
  });
  return { texts };
}

/** WORDING_TEXT_UNKNOWN, WORDING_FIELD_UNKNOWN, WORDING_EMPTY: nothing is kept then. */
export async function setWording(
  { document, texts }: InputOf<'documents.setWording'>,
  context: UseCaseContext,
): Promise<OutputOf<'documents.setWording'>> {
  const spec = specOf(document);
  checkTexts(spec, texts);
  const standard = textsOf(spec, await standardOf(document, context));
  const kept = Object.fromEntries(Object.entries(texts).filter(([key, text]) => text !== standard[key]));
  parseWording(spec, wordsOf(spec, { ...standard, ...kept }));
  const json = JSON.stringify(kept);
  context.write(['settings', 'reports'], (database) => {
    if (Object.keys(kept).length === 0) database.run('DELETE FROM document_wordings WHERE document = ?', [document]);
    else
      database.run(
        `INSERT INTO document_wordings (document, texts, updated_at, updated_by) VALUES (@document, @json, @at, @by)
         ON CONFLICT (document) DO UPDATE SET texts = @json, updated_at = @at, updated_by = @by`,
        { document, json, at: context.now().toISOString(), by: context.actor.id },
      );
    const facts = {
      document,
      texts: Object.keys(kept).length,
      sha256: createHash('sha256').update(json).digest('hex'),
    };
    return {
      value: undefined,
      entry: { action: 'settings.wording-changed', subjectKind: 'setting', subjectId: null, facts },
    };
  });
  return await listWording({ document }, context);
}

function specOf(document: DocumentKindName): WordingSpec {
  return DOCUMENT_KINDS[document].wording;
}

async function standardOf(document: DocumentKindName, context: UseCaseContext): Promise<StoredWords> {
  const bytes = await readFile(path.join(context.resourcesDirectory, wordingFileOf(document)), 'utf8');
  return storedWords.parse(JSON.parse(bytes));
}

function ownTexts(database: ReadableDatabase, document: DocumentKindName): Texts {
  const row = database.get('SELECT texts FROM document_wordings WHERE document = ?', [document]);
  return row ? wordingTexts.parse(JSON.parse(textOf(row, 'texts'))) : {};
}

function textsOf(spec: WordingSpec, words: StoredWords): Record<string, string> {
  const texts = Object.keys(spec).flatMap((key): [string, string][] => {
    const value = words[key];
    if (typeof value === 'string') return [[key, value]];
    if (Array.isArray(value)) return [[key, value.join('\n')]];
    return Object.entries(value ?? {}).map(([name, label]) => [`${key}.${name}`, label]);
  });
  return Object.fromEntries(texts);
}

function wordsOf(spec: WordingSpec, texts: Texts): StoredWords {
  const words = Object.entries(spec).map(([key, one]): [string, StoredWords[string]] => {
    if (one.type === 'labels')
      return [key, Object.fromEntries(one.names.map((name) => [name, texts[`${key}.${name}`] ?? '']))];
    const text = texts[key] ?? '';
    return [key, one.type === 'list' ? linesOf(text) : text];
  });
  return Object.fromEntries(words);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function checkTexts(spec: WordingSpec, texts: Texts): void {
  for (const [key, text] of Object.entries(texts)) {
    const [group = key, name] = key.split('.');
    const one = spec[group];
    const known = one?.type === 'labels' ? name !== undefined && one.names.includes(name) : one && name === undefined;
    if (one === undefined || known !== true) throw new AppError('WORDING_TEXT_UNKNOWN', { text: key });
    if (text.trim() === '') throw new AppError('WORDING_EMPTY', { text: one.label.id });
    const allowed = one.type === 'labels' ? [] : one.fields;
    const wrong = [...text.matchAll(/\{([^{}]*)\}/g)]
      .map(([, field]) => field ?? '')
      .find((field) => !allowed.includes(field));
    if (wrong !== undefined)
      throw new AppError('WORDING_FIELD_UNKNOWN', {
        field: `{${wrong}}`,
        text: one.label.id,
        allowed: allowed.length === 0 ? '–' : allowed.map((field) => `{${field}}`).join(', '),
      });
  }
}
