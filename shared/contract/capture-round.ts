/** The work of a monitoring round at the capture window: the account that was opened, answered where the officer's eyes are. */
import { z } from 'zod';
import { ROUND_STATES } from '../domain/monitoring/rules.ts';
import { done, id, nothing } from './common.ts';
import { outcome } from './monitoring.ts';
import { defineOperation } from './operation.ts';

/** The account of a round that a capture window is sent to. */
export const roundPlace = z.strictObject({ roundId: id, itemId: id });
export type RoundPlace = z.infer<typeof roundPlace>;

const count = z.number().int().min(0);

/** What the tool bar shows of the round. */
export const roundAtWindow = z.strictObject({
  number: z.string(),
  state: z.enum(ROUND_STATES),
  done: count,
  accounts: count,
  /** The account to look at now; null when none is left, or the round does not run. */
  item: z
    .strictObject({
      /** Whether this window was sent to it: only then it is answered here. */
      opened: z.boolean(),
      person: z.string(),
      unit: z.string(),
      platform: z.string(),
      handle: z.string(),
      url: z.string(),
      /** Number of the capture that "captured" would name; null when nothing was captured since. */
      capture: z.string().nullable(),
    })
    .nullable(),
  /** The answer that was given last and can be taken back. */
  latest: z.strictObject({ outcome, person: z.string() }).nullable(),
});
export type RoundAtWindow = z.infer<typeof roundAtWindow>;

const command = { kind: 'command', runs: 'main', windows: ['capture-toolbar'], vault: 'unlocked' } as const;

/** The tool bar names neither round nor account: they are its window's own. */
export const captureRoundOperations = {
  /** Null when the window does not work on a round. */
  round: defineOperation({
    name: 'capture.round',
    ...command,
    kind: 'query',
    input: nothing,
    output: z.strictObject({ round: roundAtWindow.nullable() }),
  }),
  /**
   * Says what the look at the window's account came to and opens the next one. CAPTURE_BUSY while a capture runs, NOT_FOUND outside
   * rounds, MONITORING_STATE_NOT_ALLOWED when it was answered already or the round does not run.
   */
  answerAccount: defineOperation({
    name: 'capture.answerAccount',
    ...command,
    input: z.strictObject({ outcome }),
    output: done,
  }),
  /** Takes the round's last answer back and opens its account again. As above; NOT_FOUND also when there is none. */
  takeBackAnswer: defineOperation({ name: 'capture.takeBackAnswer', ...command, input: nothing, output: done }),
  /** Opens the account that is to be looked at now. ADDRESS_NOT_ALLOWED; as above. */
  openAccount: defineOperation({ name: 'capture.openAccount', ...command, input: nothing, output: done }),
};
