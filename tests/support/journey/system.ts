/** What the operating system does for the app: dialogs, files dragged in, the person leaving. */
import type { Page } from 'playwright-core';
import type { RunningNetra } from '../electron.ts';

/** The next open dialogs answer with these files or this folder. */
export async function answerOpenDialog({ app }: RunningNetra, ...filePaths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
    },
    [...filePaths],
  );
}

/** The next save dialogs answer with this path. */
export async function answerSaveDialog({ app }: RunningNetra, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer });
  }, filePath);
}

/** Drops a file of the disk on an element, as the file manager would. */
export async function dropFile(page: Page, selector: string, file: string): Promise<void> {
  await chooseInField(page, file);
  await page.evaluate((target) => {
    const field = document.querySelector<HTMLInputElement>('#seret');
    const transfer = new DataTransfer();
    for (const chosen of field?.files ?? []) transfer.items.add(chosen);
    for (const kind of ['dragenter', 'dragover', 'drop'])
      document
        .querySelector(target)
        ?.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    field?.remove();
  }, selector);
}

/** Pastes a file of the disk, as after a copy in the file manager. */
export async function pasteFile(page: Page, file: string): Promise<void> {
  await chooseInField(page, file);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#seret');
    const transfer = new DataTransfer();
    for (const chosen of field?.files ?? []) transfer.items.add(chosen);
    field?.remove();
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  });
}

/** A file the page makes itself has no path; one chosen in a field is a file of the disk. */
async function chooseInField(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'seret';
    document.body.append(field);
  });
  await page.locator('#seret').setInputFiles(file);
}

/** The operating system says that the person left. */
export async function leave({ app }: RunningNetra, how: 'lock-screen' | 'suspend'): Promise<void> {
  await app.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), how);
}

/** The main process's steady clock jumps ahead; resolves when somebody there has looked at it. */
export async function letTimePass({ app }: RunningNetra, milliseconds: number): Promise<void> {
  await app.evaluate(
    (_electron, by) =>
      new Promise<void>((seen) => {
        const steady = performance.now.bind(performance);
        const value = (): number => {
          // Whoever asked goes on first.
          setImmediate(seen);
          return steady() + by;
        };
        Object.defineProperty(performance, 'now', { value, configurable: true });
      }),
    milliseconds,
  );
}

/** Addresses of the app's own pages that are open. */
export function openPages({ app }: RunningNetra): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
}

/** Gives the main window's page this size, smaller than its frame may be dragged when a test needs that. */
export async function resizeTo({ app }: RunningNetra, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setMinimumSize(200, 200);
      window?.setContentSize(wide, high);
    },
    [width, height] as [number, number],
  );
}
