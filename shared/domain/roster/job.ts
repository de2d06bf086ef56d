/** Moved to shared/contract/roster-job.ts: the domain stands alone and does not know zod. Kept until its importers follow. */
export * from '../../contract/roster-job.ts';
