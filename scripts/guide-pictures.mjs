/**
 * The pictures of docs/panduan, taken in the real app by a walk over a practice vault and in the vault of a season, which is made for
 * it unless one is given that ends today. Usage: node scripts/guide-pictures.mjs [folder] [--season=VAULT]
 */
import { runInApp } from './lib/run-in-app.mjs';

process.exitCode = await runInApp(['guide', 'main.ts'], process.argv.slice(2));
