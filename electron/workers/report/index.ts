/** Lays out a report as PDF/A-3a (build.ts), or adds to one that is there (update/). */
import { runWorker } from '../runtime.ts';
import { buildReport } from './build.ts';
import { isUpdateJob, updatePdf } from './update/update.ts';

runWorker((context) => (isUpdateJob(context.job) ? updatePdf(context) : buildReport(context)));
