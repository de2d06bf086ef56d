/** What officers came across and have not filed yet. */
import { capturePost } from '../capture.ts';
import { type Cast, makePost } from '../cast.ts';
import type { Season } from '../season.ts';
import { SEASON_DAYS } from '../season-clock.ts';
import { SUSPECT_POSTS } from '../words.ts';
import { hour } from './hours.ts';

const ITEMS = 12;

/** Plans them for the last weeks. */
export function planTray(season: Season, cast: Cast): void {
  for (let index = 0; index < season.count(ITEMS); index += 1) {
    const random = season.random(`tray ${index}`);
    season.at(random.whole(SEASON_DAYS - 30, SEASON_DAYS - 1), hour(random), async () => {
      await capturePost(season, makePost(season, random.pick(cast.members), SUSPECT_POSTS, random), null, random);
    });
  }
}
