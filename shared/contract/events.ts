/** Payloads of the events that main sends to pages. */
import { z } from 'zod';
import { jobState } from './app.ts';
import { captureState } from './capture.ts';
import { vaultStatus } from './vault.ts';

export const eventPayloads = {
  'vault.changed': vaultStatus,
  'job.changed': jobState,
  /** Which features' data changed, so that lists can be asked for again. */
  'data.changed': z.strictObject({
    features: z.array(
      z.enum([
        'roster',
        'cases',
        'elections',
        'evidence',
        'queue',
        'reports',
        'handover',
        'monitoring',
        'publicReports',
        'hoaxes',
        'outreach',
        'settings',
        'custody',
        'vault',
      ]),
    ),
  }),
  'capture.changed': captureState,
  'menu.command': z.strictObject({ command: z.string() }),
} as const;
export type EventName = keyof typeof eventPayloads;
export type EventPayload<Name extends EventName> = z.infer<(typeof eventPayloads)[Name]>;
