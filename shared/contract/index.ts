/** The whole contract: every operation by its name, and the types that handlers and callers are held to. */
import type { z } from 'zod';
import { accountProofOperations } from './account-proof.ts';
import { actsOperations } from './acts.ts';
import { appOperations } from './app.ts';
import { captureQueueOperations } from './capture-queue.ts';
import { captureOperations } from './capture.ts';
import { captureProfilesOperations } from './capture-profiles.ts';
import { casesOperations } from './cases.ts';
import { custodyOperations } from './custody.ts';
import { documentsOperations } from './documents.ts';
import { electionsOperations } from './elections.ts';
import { evidenceOperations } from './evidence.ts';
import { handoverOperations } from './handover.ts';
import { homeOperations } from './home.ts';
import { hoaxesOperations } from './hoaxes.ts';
import { listsOperations } from './lists.ts';
import { publicReportsOperations } from './public-reports.ts';
import { outreachCoverageOperations } from './outreach-coverage.ts';
import { handoutOperations } from './outreach-handout.ts';
import { pledgeOperations } from './outreach-pledges.ts';
import { outreachOperations } from './outreach.ts';
import { monitoringOperations } from './monitoring.ts';
import { reportIntakeOperations } from './report-intake.ts';
import { recapOperations } from './recap.ts';
import { reportsOperations } from './reports.ts';
import { rosterImportOperations } from './roster-import.ts';
import { rosterOperations } from './roster.ts';
import { screenOperations } from './screen.ts';
import { settingsOperations } from './settings.ts';
import { signaturesOperations } from './signatures.ts';
import { vaultOperations } from './vault.ts';

const all = {
  app: appOperations,
  vault: vaultOperations,
  roster: rosterOperations,
  rosterImport: rosterImportOperations,
  accountProof: accountProofOperations,
  cases: casesOperations,
  acts: actsOperations,
  elections: electionsOperations,
  evidence: evidenceOperations,
  capture: captureOperations,
  captureQueue: captureQueueOperations,
  captureProfiles: captureProfilesOperations,
  screen: screenOperations,
  reports: reportsOperations,
  documents: documentsOperations,
  signatures: signaturesOperations,
  settings: settingsOperations,
  custody: custodyOperations,
  lists: listsOperations,
  handover: handoverOperations,
  home: homeOperations,
  recap: recapOperations,
  hoaxes: hoaxesOperations,
  publicReports: publicReportsOperations,
  outreach: { ...outreachOperations, ...pledgeOperations, ...outreachCoverageOperations, ...handoutOperations },
  monitoring: monitoringOperations,
  reportIntake: reportIntakeOperations,
} as const;

type Features = typeof all;
/** Any operation of any feature. */
export type AnyOperation = { [F in keyof Features]: Features[F][keyof Features[F]] }[keyof Features] & {
  readonly name: string;
};
export type OperationName = AnyOperation['name'];
export type OperationByName<Name extends OperationName> = Extract<AnyOperation, { readonly name: Name }>;
export type InputOf<Name extends OperationName> = z.output<OperationByName<Name>['input']>;
/** What a caller may leave out because it has a default. */
export type CallOf<Name extends OperationName> = z.input<OperationByName<Name>['input']>;
export type OutputOf<Name extends OperationName> = z.output<OperationByName<Name>['output']>;
export type VaultOperationName = Extract<AnyOperation, { readonly runs: 'vault' }>['name'];
export type MainOperationName = Extract<AnyOperation, { readonly runs: 'main' }>['name'];

/** Every operation by its name. */
export const OPERATIONS: ReadonlyMap<string, AnyOperation> = new Map(
  Object.values(all)
    .flatMap((feature) => Object.values<AnyOperation>(feature))
    .map((operation) => [operation.name, operation]),
);
