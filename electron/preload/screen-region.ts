/** The bridge of the windows that show a still of the screen: four functions, no events (ScreenRegionBridge). */
import { contextBridge } from 'electron';
import { SCREEN_REGION_OPERATIONS } from '#shared/contract/channels.ts';
import { operationFunctions } from './bridge-parts.ts';

contextBridge.exposeInMainWorld('netra', { operations: operationFunctions(SCREEN_REGION_OPERATIONS) });
