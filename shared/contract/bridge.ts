/** What a page finds at window.netra: one function per operation, one subscription per event, nothing else. */
import type { Result } from '../errors/app-error.ts';
import type { CAPTURE_TOOLBAR_OPERATIONS, MAIN_WINDOW_OPERATIONS, SCREEN_REGION_OPERATIONS } from './channels.ts';
import type { ChosenFile } from './common.ts';
import type { EventName, EventPayload } from './events.ts';
import type { CallOf, OperationName, OutputOf } from './index.ts';

export type OperationFunctions<Names extends OperationName> = {
  readonly [Name in Names]: (input: CallOf<Name>) => Promise<Result<OutputOf<Name>>>;
};
export type EventSubscriptions = {
  /** Calls back with data only, never with the IPC event; returns the way to stop. */
  readonly [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void;
};

export interface MainWindowBridge {
  /** All but the registering of dropped paths, which only registerDrop reaches: a page names no path. */
  readonly operations: OperationFunctions<Exclude<(typeof MAIN_WINDOW_OPERATIONS)[number], 'app.registerDroppedFiles'>>;
  readonly events: EventSubscriptions;
  /** Hands files dropped on the page to main; the page never sees their paths. Takes the DOM's File objects. */
  readonly registerDrop: (files: readonly unknown[]) => Promise<Result<{ files: ChosenFile[] }>>;
}

export interface CaptureToolbarBridge {
  readonly operations: OperationFunctions<(typeof CAPTURE_TOOLBAR_OPERATIONS)[number]>;
  readonly events: EventSubscriptions;
}

/** The window that shows a still of the screen hears no events: it asks for its still, and answers once. */
export interface ScreenRegionBridge {
  readonly operations: OperationFunctions<(typeof SCREEN_REGION_OPERATIONS)[number]>;
}
