import { describe, expect, it } from 'vitest';
import { readCamera as readFacts } from '../../../electron/workers/images/camera.ts';
import { heicOf, jpegOf } from '../../support/jpeg-of-camera.ts';

const readCamera = (head: Uint8Array): string | null => readFacts(head).camera;

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

describe('the time that a camera wrote', () => {
  it.each([
    ['2026:11:14 19:03:22', '2026-11-14T19:03:22'],
    ['0000:00:00 00:00:00', null],
    ['2026:02:30 10:00:00', null],
    ['2026:11:14 25:00:00', null],
    ['14 November 2026', null],
    ['', null],
  ])('"%s" is %s', (written, takenAt) => {
    for (const order of ['II', 'MM'] as const)
      expect(readFacts(jpegOf('Contoh', 'K-10', order, written))).toEqual({ camera: 'Contoh K-10', takenAt });
  });

  it('is read of a phone’s HEIC too, and never throws wherever that is cut or damaged', () => {
    const whole = heicOf('Contoh', 'K-10', '2026:11:14 19:03:22');
    expect(readFacts(whole)).toEqual({ camera: 'Contoh K-10', takenAt: '2026-11-14T19:03:22' });
    expect(readFacts(Buffer.concat([Buffer.alloc(32), whole]))).toEqual({ camera: null, takenAt: null });
    for (let length = 0; length < whole.length; length += 1) readFacts(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = 0xff;
      expect((readFacts(damaged).camera ?? '').length).toBeLessThanOrEqual(129);
    }
  });
});
