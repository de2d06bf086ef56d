/** Reads bytes as the worker does, without a process around it; the answer is parsed as the vault would. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type IntakeOptions,
  intakeAttachment,
  intakeChat,
  intakeDraft,
  intakeMessage,
  intakeTable,
  intakeWarning,
} from '#shared/contract/report-intake-job.ts';
import { bufferSource } from '../../../electron/workers/roster-import/byte-source.ts';
import { openIntake } from '../../../electron/workers/report-intake/open-intake.ts';
import type { IntakeReading } from '../../../electron/workers/report-intake/reading.ts';

export function fixture(name: string): Buffer {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/intake', name));
}

export async function readBytes(
  bytes: Uint8Array | string,
  options: Partial<IntakeOptions> = {},
  pasted = false,
): Promise<IntakeReading> {
  const source = bufferSource(Buffer.from(bytes));
  const reading = await openIntake({ source, pasted }, { asText: false, ...options });
  reading.drafts.forEach((one) => intakeDraft.parse(one));
  reading.messages.forEach((one) => intakeMessage.parse(one));
  reading.attachments.forEach((one) => intakeAttachment.parse(one));
  reading.warnings.forEach((one) => intakeWarning.parse(one));
  if (reading.chat) intakeChat.parse(reading.chat);
  if (reading.table) intakeTable.parse(reading.table);
  return reading;
}

/** A line of Android's export for each text, on one day, so that only what is asked about differs. */
export function androidChat(...texts: readonly string[]): string {
  return texts.map((text, index) => `21/10/24 09.${10 + index} - ${text}`).join('\n');
}
