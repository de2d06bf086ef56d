/** Opens the vault of a season in the real app. */
import { sitDown, unlock, type Person, waitForDoor } from '../../tests/support/journey/person.ts';
import { SEASON_PASSPHRASE } from '../season/make-season.ts';

/** Unlocks the vault in that folder, lets `visit` look around, and closes the app. */
export async function inSeasonApp(directory: string, visit: (person: Person) => Promise<void>): Promise<void> {
  const person = await sitDown({ args: ['--vault', directory] });
  try {
    await waitForDoor(person.page);
    await unlock(person.page, SEASON_PASSPHRASE);
    await person.page.locator('.n-rail').waitFor({ timeout: 120_000 });
    await visit(person);
  } finally {
    await person.netra.close();
  }
}
