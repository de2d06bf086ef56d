/** The draft that chosen messages of a chat make. Its text names no sender: who wrote what stands in the reporter's part alone. */
import {
  INTAKE_TEXT_CHARACTERS,
  type IntakeAttachment,
  type IntakeDraft,
  type IntakeMessage,
  type IntakeReceived,
  type IntakeWarning,
  type MessageRange,
} from '#shared/contract/report-intake-job.ts';
import { findProposals, phoneNumber } from '#shared/domain/public-reports/proposals.ts';
import { cutText } from '#shared/domain/public-reports/cut-text.ts';
import { namesSender } from '#shared/domain/public-reports/sender-in-text.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HeldIntake } from './held-intake.ts';

/** Writes the text of chosen messages with "Pengirim 1", "Pengirim 2" for their senders. INVALID_INPUT when no message of a person is among them. */
export function composeDraft(reading: HeldIntake, ranges: readonly MessageRange[]): IntakeDraft {
  const { chat, attachments } = reading.summary;
  const chosen = chosenMessages(reading, ranges);
  const [first] = chosen;
  if (chat === null || first === undefined) throw new AppError('INVALID_INPUT', { field: 'ranges', problem: 'empty' });
  const senders = [...new Set(chosen.flatMap(({ sender }) => (sender === null ? [] : [sender])))];
  const names = senders.map((sender) => chat.participants[sender]?.name ?? '');
  const byId = new Map(attachments.map((one) => [one.id, one]));
  const whole = chosen.map((message) => lineOf(message, senders, byId)).join('\n');
  const text = cut(whole);
  const sent = chosen.flatMap(({ attachment }) => (attachment === null ? [] : [attachment]));
  return {
    number: 0,
    place: null,
    insideOf: null,
    received: receivedOf(first),
    sender: senderOf(names),
    title: '',
    text,
    respondent: '',
    platform: '',
    location: '',
    proposals: findProposals(text, first.day === null ? null : Number(first.day.slice(0, 4))).map((one) => ({
      ...one,
    })),
    attachments: [...new Set(sent)].slice(0, 10_000),
    warnings: warningsOf(chosen, byId, text, whole, names),
  };
}

/** The messages of people in the runs; what the app itself says (who came, who left) is nobody's report. */
export function chosenMessages(
  { messages }: Pick<HeldIntake, 'messages'>,
  ranges: readonly MessageRange[],
): readonly IntakeMessage[] {
  return messages.filter(
    ({ number, kind }) => kind !== 'system' && ranges.some(({ from, to }) => number >= from && number <= to),
  );
}

function lineOf(
  message: IntakeMessage,
  senders: readonly number[],
  attachments: ReadonlyMap<string, IntakeAttachment>,
): string {
  const file = message.attachment === null ? undefined : attachments.get(message.attachment);
  const parts = [
    message.kind === 'deleted' ? '(pesan dihapus)' : '',
    file === undefined ? '' : `[berkas: ${file.name}${file.state === 'missing' ? ', tidak ada di ekspor' : ''}]`,
    message.omitted ? '[berkas tidak disertakan]' : '',
    message.kind === 'deleted' ? '' : message.text,
    message.edited ? '(disunting)' : '',
  ].filter((part) => part !== '');
  const who = senders.length > 1 && message.sender !== null ? `Pengirim ${senders.indexOf(message.sender) + 1}: ` : '';
  return `[${whenOf(message)}] ${who}${parts.join(' ')}`;
}

function whenOf({ day, time }: IntakeMessage): string {
  const clock = time.slice(0, 5).replace(':', '.');
  return day === null ? clock : `${day.split('-').reverse().join('/')} ${clock}`;
}

function receivedOf({ day, time }: IntakeMessage): IntakeReceived {
  return { instant: null, day, time, written: day === null ? time : `${day} ${time}` };
}

/** One sender is proposed as the reporter; of several the first, and all with their labels. */
function senderOf(names: readonly string[]): IntakeDraft['sender'] {
  const [first = ''] = names;
  const phone = phoneNumber(first);
  const notes = names.length > 1 ? names.map((name, index) => `Pengirim ${index + 1}: ${name}`).join('\n') : '';
  return { name: phone === null ? first : '', contact: phone ?? '', address: '', notes: notes.slice(0, 8_000) };
}

/** At the end of a line where one is near. */
function cut(text: string): string {
  if (text.length <= INTAKE_TEXT_CHARACTERS) return text;
  const head = text.slice(0, INTAKE_TEXT_CHARACTERS);
  const end = head.lastIndexOf('\n');
  return end > INTAKE_TEXT_CHARACTERS / 2 ? head.slice(0, end) : cutText(head, INTAKE_TEXT_CHARACTERS);
}

function warningsOf(
  chosen: readonly IntakeMessage[],
  attachments: ReadonlyMap<string, IntakeAttachment>,
  text: string,
  whole: string,
  names: readonly string[],
): IntakeWarning[] {
  const files = chosen.flatMap(({ attachment }) => attachments.get(attachment ?? '') ?? []);
  const warnings: IntakeWarning[] = files
    .filter(({ state }) => state !== 'whole')
    .slice(0, 100)
    .map(({ name, state }) => ({ code: state === 'missing' ? 'MEDIA_MISSING' : 'MEDIA_DAMAGED', params: { name } }));
  const omitted = chosen.filter((message) => message.omitted).length;
  if (omitted > 0) warnings.push({ code: 'MEDIA_OMITTED', params: { count: omitted } });
  if (text.length < whole.length) warnings.push({ code: 'TEXT_CUT', params: { characters: whole.length } });
  if (names.some((name) => namesSender(text, name))) warnings.push({ code: 'SENDER_IN_TEXT', params: {} });
  return warnings;
}
