/** What the parts of the layout share. */
import type { DocumentModel } from '#shared/contract/document-model.ts';
import type { Picture } from '#shared/contract/report-model.ts';
import type { ReportWording } from '#shared/contract/report-wording.ts';
import type { PlacedPicture } from '../pdf/pdfkit-base.ts';
import type { PageFlow } from './page-flow.ts';

/** Brings pictures into the file, or only pretends to, while pages are counted. */
export interface PictureStore {
  whole(picture: Picture): Promise<PlacedPicture>;
  /** For very tall pictures: parts of their own, from the top down. */
  rows(picture: Picture): PictureRows;
}

export interface PictureRows {
  /** Rows `start` to `start + height` as a picture; `keep`: how many of its last rows the next part may begin with. */
  next(start: number, height: number, keep: number): Promise<PlacedPicture>;
}

/** What the counting pass found out, for the writing pass to print. */
export interface Plan {
  /** 0 while counting. */
  readonly pages: number;
  readonly evidencePages: ReadonlyMap<string, number>;
}

/** Which originals are embedded, and the limit (bytes) that decided it. */
export interface AttachmentPlan {
  readonly embedded: ReadonlySet<string>;
  readonly limitBytes: number;
}

export interface LayoutContext {
  readonly flow: PageFlow;
  readonly model: DocumentModel;
  readonly attachments: AttachmentPlan;
  /** Evidence that has pages in this document. */
  readonly shown: ReadonlySet<string>;
  readonly wording: ReportWording;
  readonly plan: Plan;
  readonly pictures: PictureStore;
  /** Written by the layout: where evidence begins, and where signature fields go. */
  readonly found: { readonly evidencePages: Map<string, number>; readonly fields: Map<string, FoundField> };
  readonly progress: (done: number, total: number) => void;
}

/** A rectangle for a signature, in PDF coordinates (from the lower left corner). */
export interface FoundField {
  readonly page: number;
  readonly rectangle: readonly [left: number, bottom: number, right: number, top: number];
}

/** A hash in groups of four, for the eye. */
export function groupHash(hash: string): string {
  return (hash.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}

/** A hash in two lines of eight groups, for narrow places. */
export function hashLines(hash: string): string {
  const groups = groupHash(hash).split(' ');
  return `${groups.slice(0, 8).join(' ')}\n${groups.slice(8).join(' ')}`;
}

/** A NIP as it is read aloud: birth, appointment, sex, serial. Anything that is not 18 digits stays as it is. */
export function groupNip(nip: string): string {
  return /^\d{18}$/.test(nip) ? `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}` : nip;
}
