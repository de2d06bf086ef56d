/** What a kind of document is: the schema of its data, the words an office may edit, and how both become blocks. */
import type { DocumentModel } from '#shared/contract/document-model.ts';
import type { DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { z } from 'zod';
import type { Label, Wording, WordingSpec } from './wording.ts';

export interface DocumentKind<Data, Spec extends WordingSpec> {
  readonly name: DocumentKindName;
  /** Number of its template in domain.md; null for documents of our own design. */
  readonly template: string | null;
  readonly label: Label;
  /** What one such document is about. */
  readonly about: 'case' | 'person' | 'hand-over' | 'day' | 'public-report';
  readonly data: z.ZodType<Data>;
  readonly wording: Spec;
  /** The default words, under the application's `resources` folder. */
  readonly wordingFile: string;
  build(data: Data, wording: Wording<Spec>): DocumentModel;
}

/** Keeps the types of one kind together. */
export function defineKind<Data, Spec extends WordingSpec>(kind: DocumentKind<Data, Spec>): DocumentKind<Data, Spec> {
  return kind;
}
