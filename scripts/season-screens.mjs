/**
 * Pictures of the screens around the cases in the real app over the season's vault: both languages, both themes, the sizes of
 * office laptops. Usage: node scripts/season-screens.mjs VAULT [folder] [--only=name,…] [--sizes=1093x614,…] [--themes=light,dark] [--languages=id,en]
 * With --empty: the lists of a vault that nothing was put in yet.
 */
import { runInApp } from './lib/run-in-app.mjs';

process.exitCode = await runInApp(['guide', 'season-screens.ts'], process.argv.slice(2), '1920x1080');
