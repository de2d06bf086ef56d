/**
 * The cookies of an office session: handed to main for a new window, and taken back when that window ends. They lie in the
 * encrypted database alone. No operation, list or export reads them, custody counts them, and backups leave them out.
 */
import { type KeptCookie, keptCookies } from '#shared/contract/capture-profiles.ts';
import type { VaultAnswers } from '#shared/contract/vault-protocol.ts';
import type { UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { profileById, requireProfilesOn } from './profiles.ts';

/** Recorded in custody. PROFILES_OFF, PROFILE_UNKNOWN. */
export function openProfile({ id }: { readonly id: string }, context: UseCaseContext): VaultAnswers['openProfile'] {
  requireProfilesOn(context);
  const row = profileById(context.database, id);
  const kept = context.database.get('SELECT cookies FROM capture_profile_cookies WHERE profile_id = ?', [id]);
  const cookies = kept ? keptCookies.parse(JSON.parse(textOf(kept, 'cookies'))) : [];
  const facts = { cookies: cookies.length };
  return context.write(['custody'], () => ({
    value: { id, name: textOf(row, 'name'), generation: numberOf(row, 'generation'), cookies },
    entry: { action: 'profile.opened', subjectKind: 'setting', subjectId: id, facts },
  }));
}

/** Not kept, and said so, when the session was wiped or removed since it was opened, or profiles were turned off. */
export function keepProfile(
  input: { readonly id: string; readonly generation: number; readonly cookies: readonly KeptCookie[] },
  context: UseCaseContext,
): { kept: boolean } {
  const { id, generation, cookies } = input;
  const row = context.database.get('SELECT generation FROM capture_profiles WHERE id = ? AND removed_at IS NULL', [id]);
  if (!context.settings().officeAccountProfiles || !row || numberOf(row, 'generation') !== generation)
    return { kept: false };
  return context.write(['settings'], (database) => {
    database.run(
      `INSERT INTO capture_profile_cookies (profile_id, cookies, kept_at) VALUES (@id, @cookies, @at)
       ON CONFLICT (profile_id) DO UPDATE SET cookies = @cookies, kept_at = @at`,
      { id, cookies: JSON.stringify(cookies), at: context.now().toISOString() },
    );
    const facts = { cookies: cookies.length };
    return {
      value: { kept: true },
      entry: { action: 'profile.kept', subjectKind: 'setting', subjectId: id, facts },
    };
  });
}
