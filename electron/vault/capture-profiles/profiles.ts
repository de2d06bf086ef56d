/** Named sessions of the office's own account: who may make them, and forgetting what they hold. */
import type { CaptureProfile, CaptureProfileList } from '#shared/contract/capture-profiles.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { userName } from '../evidence/evidence-rows.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { readSettings } from '../settings/settings.ts';

/** Those that stand, in the order of their making. Without their cookies. */
export function listProfiles(database: ReadableDatabase): CaptureProfileList {
  const rows = database.all(
    `SELECT p.*, k.kept_at, coalesce(json_array_length(k.cookies), 0) AS cookies FROM capture_profiles p
     LEFT JOIN capture_profile_cookies k ON k.profile_id = p.id WHERE p.removed_at IS NULL ORDER BY p.made_at, p.id`,
  );
  return {
    enabled: readSettings(database).officeAccountProfiles,
    profiles: rows.map(
      (row): CaptureProfile => ({
        id: textOf(row, 'id'),
        name: textOf(row, 'name'),
        platforms: textOf(row, 'platforms'),
        madeAt: textOf(row, 'made_at'),
        madeBy: userName(database, textOf(row, 'made_by')),
        cookies: numberOf(row, 'cookies'),
        keptAt: textOrNull(row, 'kept_at'),
      }),
    ),
  };
}

/** A profile that stands. PROFILE_UNKNOWN. */
export function profileById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM capture_profiles WHERE id = ? AND removed_at IS NULL', [id]);
  if (!row) throw new AppError('PROFILE_UNKNOWN');
  return row;
}

/** PROFILES_OFF unless a pengelola has turned them on. */
export function requireProfilesOn(context: UseCaseContext): void {
  if (!context.settings().officeAccountProfiles) throw new AppError('PROFILES_OFF');
}

/** ROLE_NOT_ALLOWED, PROFILES_OFF, PROFILE_UNKNOWN. */
export function saveProfile(input: InputOf<'captureProfiles.save'>, context: UseCaseContext): CaptureProfileList {
  requireManager(context);
  requireProfilesOn(context);
  const { name, platforms } = input;
  const id = input.id ?? context.newId();
  if (input.id !== null) profileById(context.database, id);
  return context.write(['settings'], (database) => {
    if (input.id === null) {
      database.run('INSERT INTO capture_profiles (id, name, platforms, made_at, made_by) VALUES (?, ?, ?, ?, ?)', [
        id,
        name,
        platforms,
        context.now().toISOString(),
        context.actor.id,
      ]);
    } else {
      database.run('UPDATE capture_profiles SET name = ?, platforms = ? WHERE id = ?', [name, platforms, id]);
    }
    const action = input.id === null ? 'profile.made' : 'profile.changed';
    return { value: listProfiles(database), entry: { action, subjectKind: 'setting', subjectId: id, facts: {} } };
  });
}

/** Works with profiles turned off too: what is kept can always be forgotten. ROLE_NOT_ALLOWED for a removal, PROFILE_UNKNOWN. */
export function wipeProfile(
  { id, remove }: InputOf<'captureProfiles.wipe'>,
  context: UseCaseContext,
): CaptureProfileList {
  if (remove) requireManager(context);
  profileById(context.database, id);
  return context.write(['settings'], (database) => {
    const row = database.get(
      'SELECT json_array_length(cookies) AS count FROM capture_profile_cookies WHERE profile_id = ?',
      [id],
    );
    database.run('DELETE FROM capture_profile_cookies WHERE profile_id = ?', [id]);
    // A window that is open with it now has the old number, and what it brings back is not taken.
    database.run('UPDATE capture_profiles SET generation = generation + 1, removed_at = ? WHERE id = ?', [
      remove ? context.now().toISOString() : null,
      id,
    ]);
    const action = remove ? 'profile.removed' : 'profile.wiped';
    const facts = { cookies: row ? numberOf(row, 'count') : 0 };
    return { value: listProfiles(database), entry: { action, subjectKind: 'setting', subjectId: id, facts } };
  });
}

function requireManager({ actor }: UseCaseContext): void {
  if (actor.role !== 'pengelola') throw new AppError('ROLE_NOT_ALLOWED');
}
