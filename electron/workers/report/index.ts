/** Lays out a report as PDF/A-3a; see build.ts. */
import { runWorker } from '../runtime.ts';
import { buildReport } from './build.ts';

runWorker(buildReport);
