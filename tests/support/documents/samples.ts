/** Data of every kind of document, about invented people: for tests and for the pictures in the docs. */
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { buildDocument, type DocumentData, wordingFileOf } from '#shared/documents/kinds.ts';
import { readResource, resourceInputs, sampleReport } from '../../unit/report/sample-report.ts';
import type { WorkerInput } from '../../unit/report/worker-process.ts';
import { FORMS } from './forms.ts';
import { HANDOUT } from './handout.ts';
import { LETTERS } from './letters.ts';
import { copy, emblem, type SampleOptions, tall, wide } from './material.ts';
import { MINUTES } from './minutes.ts';
import { RECAPS } from './recaps.ts';

const SAMPLES: { readonly [Name in DocumentKindName]: (options: SampleOptions) => DocumentData<Name> } = {
  ...LETTERS,
  ...FORMS,
  ...MINUTES,
  ...RECAPS,
  ...HANDOUT,
};

/** The default words of a kind. */
export function defaultWording(name: DocumentKindName): Record<string, unknown> {
  return JSON.parse(readResource(wordingFileOf(name)).toString('utf8')) as Record<string, unknown>;
}

export function sampleData<Name extends DocumentKindName>(name: Name, options: SampleOptions = {}): DocumentData<Name> {
  return SAMPLES[name](options);
}

/** The worker's job of a sample, with everything that it reads. */
export function sampleJob(
  name: DocumentKindName,
  options: SampleOptions = {},
): { readonly job: Record<string, unknown>; readonly inputs: Record<string, WorkerInput> } {
  const model = buildDocument(name, sampleData(name, options), defaultWording(name));
  return {
    job: { model, largestAttachmentBytes: 25 * 1024 * 1024, signature: null },
    inputs: {
      ...resourceInputs(),
      ...sampleReport().inputs,
      'original:B-1-halaman-penuh.png': tall,
      'picture:1': tall,
      'picture:2': wide,
      'picture:emblem': emblem,
      'picture:copy': copy,
    },
  };
}
