/**
 * Lays out a report as PDF/A-3a (build.ts), or adds to one that is there (update/). Each loads only what it needs: a time
 * stamp is appended sooner than the libraries of the layout are there.
 */
import { runWorker } from '../runtime.ts';
import { isUpdateJob } from './update/is-update-job.ts';

runWorker(async (context) =>
  isUpdateJob(context.job)
    ? (await import('./update/update.ts')).updatePdf(context)
    : (await import('./build.ts')).buildReport(context),
);
