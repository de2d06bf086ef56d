/**
 * A part of the officer's own screen as evidence. Main takes the stills, windows of our own show them, main cuts. Only the
 * main window can begin it; the windows that show a still can say which rectangle and nothing else.
 */
import { z } from 'zod';
import { chosenFile, done, instant, line, nothing } from './common.ts';
import { defineOperation } from './operation.ts';

const pixels = z.number().int().min(0).max(100_000);
export const screenRectangle = z.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels });

/** What main knows of a part of the screen; written by main alone, never by a page. */
export const screenRegion = z.strictObject({
  /** When the still picture was taken, before the rectangle was drawn. */
  takenAt: instant,
  display: z.strictObject({
    /** What the system calls it; may be empty. */
    name: line,
    /** Device pixels for each device-independent one. */
    scale: z.number().positive().max(16),
    /** Device-independent pixels on the desktop; a display left of or above the first has negative ones. */
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(1),
    height: z.number().int().min(1),
  }),
  /** How many displays there were. */
  displays: z.number().int().min(1).max(64),
  /** Size of the whole still, device pixels. */
  picture: z.strictObject({ width: pixels, height: pixels }),
  /** The part that was kept, in pixels of the still. */
  rectangle: screenRectangle,
});
export type ScreenRegion = z.infer<typeof screenRegion>;

export const screenOperations = {
  /** Hides our windows, shows the stills, waits for the officer. `region` is null when the officer gave up. */
  pick: defineOperation({
    name: 'screen.pick',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ region: z.strictObject({ file: chosenFile, facts: screenRegion }).nullable() }),
  }),
  /** The still of the display that the asking window covers. */
  still: defineOperation({
    name: 'screen.still',
    kind: 'query',
    runs: 'main',
    windows: ['screen-region'],
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({
      png: z.instanceof(Uint8Array),
      width: pixels,
      height: pixels,
      displays: z.number().int().min(1),
      language: z.enum(['id', 'en']),
    }),
  }),
  /** Takes this part of the still that the asking window shows; every such window closes. */
  take: defineOperation({
    name: 'screen.take',
    kind: 'command',
    runs: 'main',
    windows: ['screen-region'],
    vault: 'unlocked',
    input: screenRectangle,
    output: done,
  }),
  nextDisplay: defineOperation({
    name: 'screen.nextDisplay',
    kind: 'command',
    runs: 'main',
    windows: ['screen-region'],
    vault: 'unlocked',
    input: nothing,
    output: done,
  }),
  /** Gives up; also while a lock is pending. */
  cancel: defineOperation({
    name: 'screen.cancel',
    kind: 'command',
    runs: 'main',
    windows: ['screen-region'],
    vault: 'any',
    input: nothing,
    output: done,
  }),
};
