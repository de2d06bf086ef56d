import { describe, expect, it } from 'vitest';
import { readCamera } from '../../../electron/workers/images/camera.ts';
import { jpegOf } from '../../support/jpeg-of-camera.ts';

describe('the camera that a file names', () => {
  it.each([
    ['Contoh', 'K-10', 'II', 'Contoh K-10'],
    ['Contoh', 'CONTOH K-10', 'MM', 'CONTOH K-10'],
    ['', 'K1', 'II', 'K1'],
    ['X', '', 'MM', 'X'],
  ] as const)('%s, %s (%s) is "%s"', (maker, model, order, expected) => {
    expect(readCamera(jpegOf(maker, model, order))).toBe(expected);
  });

  it('is nothing where no name stands, and letters that are none are dropped', () => {
    expect(readCamera(jpegOf('', ''))).toBeNull();
    expect(readCamera(jpegOf('A\u0007B\u00e9', 'C'))).toBe('AB C');
    expect(readCamera(jpegOf('x'.repeat(500), ''))?.length).toBe(64);
    expect(readCamera(Buffer.from('\u0089PNG\r\n', 'latin1'))).toBeNull();
    expect(readCamera(new Uint8Array())).toBeNull();
  });

  it('never throws, wherever the file is cut or damaged', () => {
    const whole = jpegOf('Contoh', 'Contoh K-10');
    for (let length = 0; length < 140; length += 1) readCamera(whole.subarray(0, length));
    for (let at = 2; at < 90; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        const camera = readCamera(damaged);
        expect(camera === null || camera.length <= 129, `${at} ${value}`).toBe(true);
      }
    }
  });
});
