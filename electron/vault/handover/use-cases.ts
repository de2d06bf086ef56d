import type { UseCases } from '../kernel.ts';
import { packageAddress } from './address.ts';
import { countsOf, heldPersons } from './held-persons.ts';
import { readReceivedText, viewReceived } from './look-at-received.ts';
import { startReceiving } from './receive-package.ts';
import { listMade, listReceived, receivedPageOf } from './received-rows.ts';

/** The hand-over's use cases by operation. */
export const handoverUseCases = {
  'handover.received': (_input, context) => ({ rows: listReceived(context.database) }),
  'handover.made': (_input, context) => ({ rows: listMade(context.database) }),
  'handover.get': ({ id }, context) => receivedPageOf(context, id),
  'handover.receive': startReceiving,
  'handover.view': viewReceived,
  'handover.readText': readReceivedText,
  'handover.address': (_input, context) => packageAddress(context),
  'handover.persons': async ({ source, offset, limit }, context) => {
    const persons = await heldPersons(source, context);
    return { rows: persons.slice(offset, offset + limit), total: persons.length, counts: countsOf(persons) };
  },
} satisfies Partial<UseCases>;
