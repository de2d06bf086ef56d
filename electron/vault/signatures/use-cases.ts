import type { UseCases } from '../kernel.ts';
import { acceptOutside } from './accept-outside.ts';
import { signatureRows } from './document-versions.ts';
import { forgetKey, inspectP12, keepKey, listKeptKeys } from './kept-keys.ts';
import { raiseDue } from './raise-due.ts';
import { raiseLevel, raiseWaiting } from './raise-level.ts';
import { signDocument } from './sign-document.ts';
import { addRoots, listRoots, removeRoot } from './trusted-roots.ts';

/** The signatures' use cases by operation. */
export const signaturesUseCases = {
  'signatures.list': ({ reportId }, context) => ({ rows: signatureRows(context.database, reportId) }),
  'signatures.sign': signDocument,
  'signatures.raise': raiseLevel,
  'signatures.raiseDue': raiseDue,
  'signatures.raiseWaiting': raiseWaiting,
  'signatures.acceptOutside': acceptOutside,
  'signatures.inspectP12': inspectP12,
  'signatures.keptKeys': (_input, context) => ({ keys: listKeptKeys(context.database) }),
  'signatures.keepKey': keepKey,
  'signatures.forgetKey': forgetKey,
  'signatures.roots': (_input, context) => ({ roots: listRoots(context.database) }),
  'signatures.addRoots': addRoots,
  'signatures.removeRoot': removeRoot,
} satisfies Partial<UseCases>;
