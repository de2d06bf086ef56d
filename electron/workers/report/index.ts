/** Lays out a document as PDF/A-3a; see build.ts. */
import { runWorker } from '../runtime.ts';
import { buildReport } from './build.ts';

runWorker((context) => buildReport(context));
