/** The bridge of the capture window's tool bar: `window.netra` as shared/contract/bridge.ts states it. The page below has none. */
import { contextBridge } from 'electron';
import { CAPTURE_TOOLBAR_OPERATIONS } from '#shared/contract/channels.ts';
import { eventSubscriptions, operationFunctions } from './bridge-parts.ts';

contextBridge.exposeInMainWorld('netra', {
  operations: operationFunctions(CAPTURE_TOOLBAR_OPERATIONS),
  events: eventSubscriptions(),
});
