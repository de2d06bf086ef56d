/**
 * The campaign of kills on the real app: 20 seeded places each of a capture and of a scroll recording
 * (the app, and the captured page alone), and of an import, one after the other in the
 * same profile and vault. NETRA_LONG_SEED chooses the seed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppKills, seededPlaces, seededRecordingPlaces, startAppKills } from '../support/kill/app-kills.ts';

const SEED = Number(process.env['NETRA_LONG_SEED'] ?? 1);
const POINTS = 20;

let kills: AppKills;
beforeAll(async () => {
  kills = await startAppKills();
});
afterAll(() => kills.end());

describe(`kill -9 of the app, seed ${SEED}`, () => {
  it.each(seededPlaces(POINTS, SEED))('during a capture, at %o', async (place) => {
    expect(await kills.duringCapture(place)).toEqual([]);
  });

  it.each(seededPlaces(POINTS, SEED + 2))('of the captured page alone, at %o', async (place) => {
    expect(await kills.pageDuringCapture(place)).toEqual([]);
  });

  it.each(seededRecordingPlaces(POINTS, SEED + 3))('during a scroll recording, at %o', async (place) => {
    expect(await kills.duringRecording(place)).toEqual([]);
  });

  it.each(seededRecordingPlaces(POINTS, SEED + 4))('of the page alone during a recording, at %o', async (place) => {
    expect(await kills.pageDuringRecording(place)).toEqual([]);
  });

  it.each(seededPlaces(POINTS, SEED + 1))('during an import, at %o', async (place) => {
    expect(await kills.duringImport(place)).toEqual([]);
  });
});
