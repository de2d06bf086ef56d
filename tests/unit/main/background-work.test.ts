import { describe, expect, it } from 'vitest';
import { isQuiet, watchForMoment } from '../../../electron/main/platform/background-work.ts';

function watched() {
  const scene = { ready: false, begun: 0, faults: [] as unknown[], fails: false, look: (): void => undefined };
  watchForMoment({
    ready: () => scene.ready,
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

describe('watchForMoment', () => {
  it('begins when the moment has come, and not twice at a time', async () => {
    const { scene, look } = watched();
    await look();
    expect(scene.begun).toBe(0);
    scene.ready = true;
    scene.look();
    scene.look();
    expect(scene.begun).toBe(1);
    await new Promise((go) => setImmediate(go));
    await look();
    expect(scene.begun).toBe(2);
  });

  it('goes on after a fault, which is told', async () => {
    const { scene, look } = watched();
    [scene.ready, scene.fails] = [true, true];
    await look();
    await look();
    expect([scene.begun, scene.faults.length]).toEqual([2, 2]);
  });
});

describe('isQuiet', () => {
  it('is when nobody has been there for a minute', () => {
    expect([0, 59_999, 60_000].map(isQuiet)).toEqual([false, false, true]);
  });
});
