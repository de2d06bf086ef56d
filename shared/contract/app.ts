/** The program itself: versions, preferences, files the user hands over, jobs. */
import { z } from 'zod';
import { chosenFile, done, jobId, nothing, viewHandle } from './common.ts';
import { defineOperation } from './operation.ts';

export const preferences = z.strictObject({
  language: z.enum(['id', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'dense']),
  sidebarCollapsed: z.boolean(),
  /** Column widths, sort and filters per list, as the renderer wrote them. */
  lists: z.record(z.string().max(60), z.string().max(4_000)),
});
export type Preferences = z.infer<typeof preferences>;

/** Why the app is limited to loopback and practice vaults, or null when it is not. */
export const runtimeLimit = z.enum(['development-runtime', 'sandbox-off']).nullable();

export const appInfo = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  runtimeLimit,
});

/** Work over a second: shown in the jobs tray. */
export const jobState = z.strictObject({
  jobId,
  kind: z.enum([
    'vault-verify',
    'vault-backup',
    'vault-restore',
    'roster-import',
    'evidence-intake',
    'working-copy',
    'report-preview',
    'report-issue',
    'report-verify',
    'document-batch',
    'report-sign',
    'report-raise',
    'report-accept',
    'case-package',
    'package-receive',
    'text-recognition',
    'outreach-intake',
    'report-intake',
  ]),
  /** A name a person recognises, for example the file's name. */
  label: z.string(),
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** The job's result as its feature's contract states it (see jobResults), when done. */
  value: z.unknown().optional(),
  error: z
    .strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      correlationId: z.string(),
    })
    .optional(),
});
export type JobState = z.infer<typeof jobState>;

export const appOperations = {
  info: defineOperation({
    name: 'app.info',
    kind: 'query',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'any',
    input: nothing,
    output: appInfo,
  }),
  getPreferences: defineOperation({
    name: 'app.getPreferences',
    kind: 'query',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'any',
    input: nothing,
    output: preferences,
  }),
  setPreferences: defineOperation({
    name: 'app.setPreferences',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'any',
    input: preferences.partial(),
    output: preferences,
  }),
  /** Opens the system's dialog; the answer is empty when the user closed it. */
  chooseFiles: defineOperation({
    name: 'app.chooseFiles',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'any',
    input: z.strictObject({
      purpose: z.enum([
        'roster',
        'evidence',
        'pdf',
        'certificate',
        'p12',
        'emblem',
        'package',
        'package-folder',
        'report-intake',
      ]),
      multiple: z.boolean().default(false),
    }),
    output: z.strictObject({ files: z.array(chosenFile) }),
  }),
  /** Paths of files dropped on the window, as the preload read them from the drop. */
  registerDroppedFiles: defineOperation({
    name: 'app.registerDroppedFiles',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'any',
    input: z.strictObject({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(500) }),
    output: z.strictObject({ files: z.array(chosenFile) }),
  }),
  /** A picture pasted from the clipboard; main reads the clipboard itself. */
  pasteImage: defineOperation({
    name: 'app.pasteImage',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ file: chosenFile.nullable() }),
  }),
  chooseDirectory: defineOperation({
    name: 'app.chooseDirectory',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'any',
    input: z.strictObject({
      purpose: z.enum(['create-vault', 'open-vault', 'backup', 'restore-source', 'restore-target']),
    }),
    output: z.strictObject({ directory: z.string().nullable() }),
  }),
  listJobs: defineOperation({
    name: 'app.listJobs',
    kind: 'query',
    runs: 'vault',
    windows: ['main'],
    vault: 'any',
    input: nothing,
    output: z.strictObject({ jobs: z.array(jobState) }),
  }),
  cancelJob: defineOperation({
    name: 'app.cancelJob',
    kind: 'command',
    runs: 'vault',
    windows: ['main'],
    vault: 'any',
    input: z.strictObject({ jobId }),
    output: done,
  }),
  copyText: defineOperation({
    name: 'app.copyText',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'any',
    input: z.strictObject({ text: z.string().max(10_000) }),
    output: done,
  }),
  releaseView: defineOperation({
    name: 'app.releaseView',
    kind: 'command',
    runs: 'vault',
    windows: ['main'],
    vault: 'unlocked',
    input: z.strictObject({ handle: viewHandle }),
    output: done,
  }),
};
