/** Whether a job is an update of a document that is there rather than a report to lay out. */
export function isUpdateJob(job: unknown): boolean {
  return typeof job === 'object' && job !== null && 'mode' in job && job.mode === 'update';
}
