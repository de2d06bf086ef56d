import { describe, expect, it } from 'vitest';
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
