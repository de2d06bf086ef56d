import { describe, expect, it } from 'vitest';
import { watchForQuiet } from '../../../electron/main/platform/quiet-work.ts';

function watched() {
  const scene = { quiet: 0, busy: false, begun: 0, faults: [] as unknown[], fails: false, look: (): void => undefined };
  watchForQuiet({
    quietFor: () => scene.quiet,
    busy: () => scene.busy,
    begin: async () => {
      scene.begun += 1;
      if (scene.fails) throw new Error('gagal');
    },
    onFault: (error) => scene.faults.push(error),
    every: (_milliseconds, act) => {
      scene.look = act;
      return () => undefined;
    },
  });
  const look = async (): Promise<void> => {
    scene.look();
    await new Promise((go) => setImmediate(go));
  };
  return { scene, look };
}

describe('watchForQuiet', () => {
  it('begins when nobody has been there for a minute and nothing else runs', async () => {
    const { scene, look } = watched();
    scene.quiet = 59_999;
    await look();
    scene.quiet = 60_000;
    scene.busy = true;
    await look();
    expect(scene.begun).toBe(0);
    scene.busy = false;
    await look();
    expect(scene.begun).toBe(1);
  });

  it('goes on after a fault, which is told', async () => {
    const { scene, look } = watched();
    [scene.quiet, scene.fails] = [90_000, true];
    await look();
    await look();
    expect([scene.begun, scene.faults.length]).toEqual([2, 2]);
  });
});
