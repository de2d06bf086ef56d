/**
 * Named sessions for the office's own monitoring account (profil akun kantor). Off unless a pengelola turns them on. The
 * contract says how many cookies are kept and since when: no operation of it carries one, and none leads them out.
 */
import { z } from 'zod';
import { id, instant, line, nothing, requiredLine } from './common.ts';
import { defineOperation } from './operation.ts';

export const captureProfile = z.strictObject({
  id,
  /** As the officers call it, shown as "Akun kantor: …". */
  name: z.string(),
  /** Which platforms it is for, in the office's words. */
  platforms: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  /** Cookies that are kept; 0 after a wipe and before the first use. */
  cookies: z.number().int().min(0),
  /** When they were kept last. */
  keptAt: instant.nullable(),
});
export type CaptureProfile = z.infer<typeof captureProfile>;

export const captureProfileList = z.strictObject({
  /** The setting officeAccountProfiles. */
  enabled: z.boolean(),
  profiles: z.array(captureProfile),
});
export type CaptureProfileList = z.infer<typeof captureProfileList>;

/** One cookie as it is put back; travels between main and the vault alone. */
export const keptCookie = z.strictObject({
  url: z.string().max(2_000),
  name: z.string().max(4_096),
  value: z.string().max(8_192),
  /** Missing for a cookie that holds for its host alone. */
  domain: z.string().max(255).optional(),
  path: z.string().max(1_024),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['unspecified', 'no_restriction', 'lax', 'strict']),
  /** Seconds since 1970; missing for one that ends with the browser's session. */
  expirationDate: z.number().optional(),
});
export type KeptCookie = z.infer<typeof keptCookie>;
export const keptCookies = z.array(keptCookie).max(3_000);

const main = ['main'] as const;
export const captureProfilesOperations = {
  list: defineOperation({
    name: 'captureProfiles.list',
    kind: 'query',
    runs: 'vault',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: nothing,
    output: captureProfileList,
  }),
  /** Makes a profile (id null) or changes its words. ROLE_NOT_ALLOWED unless a pengelola asks, PROFILES_OFF, PROFILE_UNKNOWN. */
  save: defineOperation({
    name: 'captureProfiles.save',
    kind: 'command',
    runs: 'vault',
    windows: main,
    vault: 'unlocked',
    input: z.strictObject({ id: id.nullable(), name: requiredLine.max(80), platforms: line.default('') }),
    output: captureProfileList,
  }),
  /** Forgets the kept log-in; anybody may. With remove the profile goes as well (a pengelola's right). PROFILE_UNKNOWN. */
  wipe: defineOperation({
    name: 'captureProfiles.wipe',
    kind: 'command',
    runs: 'vault',
    windows: main,
    vault: 'unlocked',
    input: z.strictObject({ id, remove: z.boolean().default(false) }),
    output: captureProfileList,
  }),
};
