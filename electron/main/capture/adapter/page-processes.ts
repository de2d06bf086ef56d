/** What Electron knows of the processes of a page, and how they are put behind others. */
import os from 'node:os';
import type { App, WebContents } from 'electron';
import type { ProcessUse } from './page-watch.ts';

/** Processes of the page and of its frames; none once it is gone. */
export function pageProcesses(app: Pick<App, 'getAppMetrics'>, contents: WebContents): readonly ProcessUse[] {
  if (contents.isDestroyed() || contents.isCrashed()) return [];
  const pids = new Set(framePids(contents));
  return app
    .getAppMetrics()
    .filter(({ pid }) => pids.has(pid))
    .map(({ pid, cpu, memory }) => ({
      pid,
      cpu: cpu.percentCPUUsage,
      // Private memory where the system tells it (Windows); else what is in RAM. Electron counts in KiB.
      bytes: (memory.privateBytes ?? memory.workingSetSize) * 1_024,
    }));
}

function framePids(contents: WebContents): readonly number[] {
  try {
    return contents.mainFrame.framesInSubtree.map((frame) => frame.osProcessId);
  } catch {
    // A frame that is being taken down has no process to ask for; the next look sees what is left.
    return [];
  }
}

/** Behind: below normal priority. A process that has just ended, or that the system keeps, stays as it is. */
export function setProcessBehind(pid: number, behind: boolean): void {
  try {
    os.setPriority(pid, behind ? os.constants.priority.PRIORITY_BELOW_NORMAL : os.constants.priority.PRIORITY_NORMAL);
  } catch (error) {
    const code = error instanceof Error && 'info' in error ? String(Reflect.get(Object(error.info), 'code')) : '';
    if (!['ESRCH', 'EACCES', 'EPERM'].includes(code)) throw error;
  }
}
