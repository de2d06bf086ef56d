/** The bridge of the main window: `window.netra` as shared/contract/bridge.ts states it. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { MAIN_WINDOW_OPERATIONS, OPERATION_CHANNEL } from '#shared/contract/channels.ts';
import { eventSubscriptions, operationFunctions } from './bridge-parts.ts';

/** Runtimes before `webUtils` put the path on the file itself. */
interface FileWithPath {
  readonly path?: unknown;
}

function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  // The types say it is there; runtimes before Electron 32 have none.
  const utilities = webUtils as typeof webUtils | undefined;
  if (utilities !== undefined) return utilities.getPathForFile(file);
  const { path } = file as FileWithPath;
  return typeof path === 'string' ? path : '';
}

/** Paths go straight to main; the page gets tokens. Files without a path (dragged out of a page) are left out. */
function registerDrop(files: readonly unknown[]): Promise<unknown> {
  const paths = files.map(pathOf).filter((path) => path !== '');
  return ipcRenderer.invoke(OPERATION_CHANNEL, 'app.registerDroppedFiles', { paths });
}

/** A page must not name paths itself: dropped files are registered through registerDrop, which reads them off real files. */
const offered = MAIN_WINDOW_OPERATIONS.filter((name) => name !== 'app.registerDroppedFiles');

contextBridge.exposeInMainWorld('netra', {
  operations: operationFunctions(offered),
  events: eventSubscriptions(),
  registerDrop,
});
