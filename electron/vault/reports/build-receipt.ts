/** The receipt of a vault: its identity, its seal's fingerprint and its log's head on one page, for the office's own cabinet. */
import { custodyHeadText, receiptModelSchema } from '#shared/contract/report-model.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { readMeta } from '../session/meta.ts';
import { letterheadOf } from './report-model.ts';
import { reportResources } from './report-resources.ts';

const LIMITS = { milliseconds: 60_000, rssBytes: 400 * 1024 * 1024 } as const;

/** The PDF's bytes. It is short and holds no evidence. */
export async function buildReceipt(context: UseCaseContext): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await context.runWorker({
    kind: 'report',
    job: { model: receiptModel(context), largestAttachmentBytes: 0, signature: null },
    inputs: await reportResources(context),
    outputs: { pdf: (bytes) => void pieces.push(Uint8Array.from(bytes)) },
    limits: LIMITS,
  });
  return Buffer.concat(pieces);
}

function receiptModel(context: UseCaseContext): unknown {
  const { database, seal, vault } = context;
  const settings = context.settings();
  const head = context.custodyHead();
  const first = database.get('SELECT name FROM users ORDER BY created_at, id LIMIT 1');
  const createdAt = readMeta(database, 'created-at') ?? context.now().toISOString();
  return receiptModelSchema.parse({
    document: 'receipt',
    paper: settings.paper,
    letterhead: settings.letterhead.government === '' ? null : letterheadOf(settings),
    vaultName: vault.name,
    vaultId: vault.id,
    createdAtText: formatInstant(new Date(createdAt), settings.timeZone),
    user: first ? textOf(first, 'name') : context.actor.name,
    sealFingerprint: seal.fingerprint,
    custodyHead: { ...head, qrText: custodyHeadText(vault.id, head.sequence, head.hash) },
    signatures: [],
    appVersion: vault.appVersion,
    createdAt: context.now().toISOString(),
  });
}
