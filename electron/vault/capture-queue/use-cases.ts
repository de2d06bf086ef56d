import type { UseCases } from '../kernel.ts';
import { actOnItem, actOnQueue } from './act-on-queue.ts';
import { createQueue } from './create-queue.ts';
import { previewList } from './preview-list.ts';
import { listItems, listQueues } from './queue-rows.ts';
import { cancelLook, dueLooks, looksOf, planLook, runDueLooks } from './second-looks.ts';

/** The use cases of queues and second looks by operation. */
export const captureQueueUseCases = {
  'queue.preview': previewList,
  'queue.create': createQueue,
  'queue.list': (_input, context) => listQueues(context.database),
  'queue.items': (input, context) => listItems(input, context.database),
  'queue.act': actOnQueue,
  'queue.actOnItem': actOnItem,
  'secondLooks.plan': planLook,
  'secondLooks.cancel': cancelLook,
  'secondLooks.of': looksOf,
  'secondLooks.due': (_input, context) => dueLooks(context),
  'secondLooks.run': (_input, context) => runDueLooks(context),
} satisfies Partial<UseCases>;
