import { expect, it } from 'vitest';
import { destroyWindow, outsideEvents } from '../../../electron/main/windows/outside-events.ts';

it('acts in a turn of its own, after every promise that was waiting', async () => {
  const seen: string[] = [];
  const acted = outsideEvents(() => seen.push('acted'));
  await Promise.resolve().then(() => seen.push('promise'));
  process.nextTick(() => seen.push('tick'));
  await acted;
  expect(seen).toEqual(['promise', 'tick', 'acted']);
});

it('says what went wrong', async () => {
  const failing = outsideEvents(() => {
    throw new Error('rusak');
  });
  await expect(failing).rejects.toThrow('rusak');
});

it('leaves a window alone that is gone by then', async () => {
  let [gone, destroyed] = [false, 0];
  const window = { isDestroyed: () => gone, destroy: () => (destroyed += 1) };
  await destroyWindow(window);
  const second = destroyWindow(window);
  gone = true;
  await second;
  expect(destroyed).toBe(1);
});
