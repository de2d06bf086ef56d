/** One handler per request of the protocol: a missing or an extra one does not compile. */
import type { z } from 'zod';
import { vaultRequests } from '#shared/contract/vault-protocol.ts';
import type { VaultAnswers, VaultRequestName } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { attemptFailed, isWanted, nextOfQueues } from '../capture-queue/run-queue.ts';
import { keepProfile, openProfile } from '../capture-profiles/kept-session.ts';
import { createCaptureIntake } from '../evidence/capture-intake.ts';
import type { CaptureIntake } from '../evidence/capture-intake.ts';
import { startCasePackage } from '../exports/case-package.ts';
import {
  exportArtefact,
  exportCustody,
  exportReceipt,
  exportReport,
  exportSealCertificate,
} from '../exports/exports.ts';
import { exportList } from '../exports/list-export.ts';
import { exportRecap } from '../exports/recap-workbook.ts';
import { exportRosterCorrections } from '../exports/roster-corrections.ts';
import { exportRosterTemplate } from '../exports/roster-template.ts';
import { exportReceivedFile } from '../handover/look-at-received.ts';
import { exportPersons } from '../handover/persons-file.ts';
import { exportOutreachFile } from '../outreach/files.ts';
import { exportPackageReceipt } from '../handover/receipt-text.ts';
import { exportHoaxCard } from '../hoaxes/draw-card.ts';
import { exportReportSource } from '../public-reports/reveal-reporter.ts';
import type { UseCaseContext } from '../kernel.ts';
import type { VaultService } from '../service.ts';

type Input<Name extends VaultRequestName> = z.output<(typeof vaultRequests)[Name]>;
type Handlers = {
  readonly [Name in Exclude<VaultRequestName, 'configure'>]: (
    input: Input<Name>,
    service: VaultService,
  ) => Promise<VaultAnswers[Name]> | VaultAnswers[Name];
};

const handlers: Handlers = {
  create: (input, service) => service.create(input),
  open: (input, service) => service.open(input),
  recover: (input, service) => service.recover(input),
  restore: (input, service) => service.restore(input),
  lock: async ({ reason }, service) => {
    await service.lock(reason);
    return {};
  },
  status: (_input, service) => service.status(),
  inspect: ({ directory }, service) => service.inspect(directory),
  call: ({ name, input }, service) => service.callUnknown(name, input),
  registerFiles: async ({ paths }, service) => {
    const files = [];
    for (const file of paths) files.push(await service.files.addPath(file));
    return { files };
  },
  registerBytes: ({ name, bytes, screen }, service) => service.files.addBytes(name, bytes, screen),
  viewInfo: ({ handle }, service) => {
    const { mime, bytes } = service.views.find(handle);
    return { mime, bytes };
  },
  readView: async ({ handle, offset, length }, service) =>
    ownBytes(await service.views.find(handle).read(offset, length)),
  intakeBegin: (meta, service) => intakeOf(service).begin(meta),
  intakeAppend: async (chunk, service) => {
    await intakeOf(service).append(chunk);
    return {};
  },
  intakeFinishArtefact: (end, service) => intakeOf(service).finishArtefact(end),
  intakeJoin: (input, service) => intakeOf(service).join(input),
  intakeCommit: (input, service) => intakeOf(service).commit(input),
  intakeAbort: async ({ intakeId }, service) => {
    await intakeOf(service).abort(intakeId);
    return {};
  },
  queueNext: ({ queueId }, service) => nextOfQueues(service.context(), queueId ?? null),
  queueFailed: (input, service) => {
    attemptFailed(input, service.context());
    return {};
  },
  queueWants: ({ itemId }, service) => ({ wanted: isWanted(itemId, service.context()) }),
  openProfile: (input, service) => openProfile(input, service.context()),
  keepProfile: (input, service) => keepProfile(input, service.context()),
  exportArtefact: (target, service) => exportArtefact(target, service.context()),
  exportReport: (target, service) => exportReport(target, service.context()),
  exportCustody: async (target, service) => {
    const { bytes, sha256 } = await exportCustody(target, service.context());
    return { bytes, sha256 };
  },
  exportReceipt: (target, service) => exportReceipt(target, service.context()),
  exportSealCertificate: (target, service) => exportSealCertificate(target, service.context()),
  exportList: (target, service) => exportList(target, service.context()),
  packageCase: ({ id, place, ...options }, service) =>
    startCasePackage(id, options.form === 'folder' ? { within: place } : { file: place }, service.context(), options),
  exportReceivedFile: (target, service) => exportReceivedFile(target, service.context()),
  exportOutreachFile: (target, service) => exportOutreachFile(target, service.context()),
  exportPackageReceipt: (target, service) => exportPackageReceipt(target, service.context()),
  exportPersons: (target, service) => exportPersons(target, service.context()),
  exportRecap: ({ path, ...choice }, service) => exportRecap(choice, path, service.context()),
  exportRosterCorrections: (target, service) => exportRosterCorrections(target, service.context()),
  exportRosterTemplate: (target, service) => exportRosterTemplate(target, service.context().vault.directory),
  exportHoaxCard: (target, service) => exportHoaxCard(target, service.context()),
  exportReportSource: (target, service) => exportReportSource(target, service.context()),
};

type AnyHandler = (input: unknown, service: VaultService) => unknown;

/** Parses a request's input and carries it out. INVALID_INPUT for an unknown request or an input that does not fit. */
export async function carryOut(op: string, input: unknown, service: VaultService): Promise<unknown> {
  if (!isRequest(op)) throw new AppError('INVALID_INPUT', { operation: op });
  const parsed = vaultRequests[op].safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('INVALID_INPUT', { operation: op, field }, { cause: parsed.error });
  }
  // Exact for each single name; with a name that is known at run time only, the parse above stands for the type.
  return await (handlers[op] as AnyHandler)(parsed.data, service);
}

function isRequest(op: string): op is keyof Handlers {
  return Object.hasOwn(handlers, op);
}

/** One intake for the whole time that a vault is open. */
const intakes = new WeakMap<UseCaseContext, CaptureIntake>();

function intakeOf(service: VaultService): CaptureIntake {
  const context = service.context();
  const known = intakes.get(context);
  if (known) return known;
  const made = createCaptureIntake(context);
  intakes.set(context, made);
  return made;
}

/** A view into a larger buffer would be sent with the whole of it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
