/** The latest reading of an incoming report: held in memory only, dropped at the lock, by the next reading and by closing it. */
import { createHash } from 'node:crypto';
import type { IntakeDraft, IntakeMessage, IntakeSummary } from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { bytesSource } from '../../files/registry.ts';
import type { FileSource, UseCaseContext } from '../../kernel.ts';

/** Where the bytes come from: a chosen file by its token, or text that was pasted. */
export type IntakeSource = { readonly file: string } | { readonly text: string };

export interface HeldIntake {
  readonly id: string;
  readonly source: IntakeSource;
  /** The file's name; "" for pasted text. */
  readonly name: string;
  readonly bytes: number;
  readonly summary: IntakeSummary;
  readonly drafts: readonly IntakeDraft[];
  /** What a draft was read from, by its number; none where the draft is the whole file. */
  readonly excerpts: ReadonlyMap<number, string>;
  readonly messages: readonly IntakeMessage[];
}

/** A context lives from the unlocking to the lock, and its reading with it. */
const readings = new WeakMap<UseCaseContext, HeldIntake>();

export function holdIntake(context: UseCaseContext, reading: HeldIntake): void {
  readings.set(context, reading);
}

/** INTAKE_READING_UNKNOWN when another file was opened since, or the vault was locked. */
export function heldIntake(context: UseCaseContext, id: string): HeldIntake {
  const reading = readings.get(context);
  if (reading?.id !== id) throw new AppError('INTAKE_READING_UNKNOWN');
  return reading;
}

/** Forgets it; another reading stays. */
export function dropIntake(context: UseCaseContext, id: string): void {
  if (readings.get(context)?.id === id) readings.delete(context);
}

/** The bytes of a source, opened anew; the caller closes it. */
export async function openSource(source: IntakeSource, context: UseCaseContext): Promise<FileSource> {
  if ('file' in source) return await context.file(source.file);
  return { ...bytesSource('', Buffer.from(source.text, 'utf8')), pasted: true };
}

/** Name under which pasted text is kept as an original file: by its content, since it has none. */
export function pastedName(text: string): string {
  return `laporan-tempelan-${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8)}.txt`;
}
