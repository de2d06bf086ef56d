import { describe, expect, it } from 'vitest';
import { pageProcesses } from '../../../electron/main/capture/adapter/page-processes.ts';
import { PAGE_MEMORY_LIMIT, type ProcessUse, watchPage } from '../../../electron/main/capture/adapter/page-watch.ts';

/** A watch whose clock is a function. */
function watched() {
  const scene = {
    processes: [] as ProcessUse[],
    busy: false,
    ended: 0,
    behind: [] as string[],
    look: (): void => undefined,
    stopped: false,
  };
  const stop = watchPage({
    processes: () => scene.processes,
    busy: () => scene.busy,
    setBehind: (pid, behind) => scene.behind.push(`${pid} ${behind ? 'behind' : 'back'}`),
    end: () => (scene.ended += 1),
    every: (_milliseconds, act) => {
      scene.look = act;
      return () => (scene.stopped = true);
    },
  });
  const looks = (count: number): void => {
    for (let look = 0; look < count; look += 1) scene.look();
  };
  return { scene, looks, stop };
}

describe('watchPage', () => {
  it('ends a page whose processes together are over the limit', () => {
    const { scene, looks } = watched();
    scene.processes = [1, 2].map((pid) => ({ pid, cpu: 1, bytes: PAGE_MEMORY_LIMIT / 2 }));
    looks(3);
    expect(scene.ended).toBe(0);
    scene.processes = [...scene.processes, { pid: 3, cpu: 0, bytes: 1 }];
    looks(1);
    expect(scene.ended).toBe(1);
  });

  it('puts a process behind after half a minute of work, and back when it rests', () => {
    const { scene, looks } = watched();
    scene.processes = [{ pid: 7, cpu: 99, bytes: 1 }];
    looks(14);
    expect(scene.behind).toEqual([]);
    looks(5);
    expect(scene.behind).toEqual(['7 behind']);
    scene.processes = [{ pid: 7, cpu: 3, bytes: 1 }];
    looks(2);
    expect(scene.behind).toEqual(['7 behind', '7 back']);
  });

  it('lets a page work while it is captured', () => {
    const { scene, looks } = watched();
    scene.processes = [{ pid: 7, cpu: 99, bytes: 1 }];
    looks(15);
    scene.busy = true;
    looks(20);
    expect(scene.behind).toEqual(['7 behind', '7 back']);
  });

  it('stops', () => {
    const { scene, stop } = watched();
    stop();
    expect(scene.stopped).toBe(true);
  });
});

describe('pageProcesses', () => {
  const metrics = [
    { pid: 5, cpu: { percentCPUUsage: 12 }, memory: { workingSetSize: 100 } },
    { pid: 6, cpu: { percentCPUUsage: 1 }, memory: { workingSetSize: 900, privateBytes: 50 } },
    { pid: 9, cpu: { percentCPUUsage: 99 }, memory: { workingSetSize: 1 } },
  ];
  const app = { getAppMetrics: () => metrics };
  const page = (more: object) =>
    pageProcesses(
      app as never,
      {
        isDestroyed: () => false,
        isCrashed: () => false,
        mainFrame: { framesInSubtree: [{ osProcessId: 5 }, { osProcessId: 6 }, { osProcessId: 5 }] },
        ...more,
      } as never,
    );

  it('are those of the page and of its frames, once each, in bytes', () => {
    expect(page({})).toEqual([
      { pid: 5, cpu: 12, bytes: 102_400 },
      { pid: 6, cpu: 1, bytes: 51_200 },
    ]);
  });

  it('are none when the page has crashed, is closed, or is being taken down', () => {
    const torn = {
      get framesInSubtree(): never {
        throw new Error('Render frame was disposed');
      },
    };
    expect(page({ isCrashed: () => true, mainFrame: torn })).toEqual([]);
    expect(page({ isDestroyed: () => true, mainFrame: torn })).toEqual([]);
    expect(page({ mainFrame: torn })).toEqual([]);
  });
});
