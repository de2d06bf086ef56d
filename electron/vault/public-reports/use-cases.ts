import type { UseCases } from '../kernel.ts';
import { addAnswer, withdrawAnswer } from './answers.ts';
import { setReporter, updateReport } from './change-report.ts';
import { checkRequirement, saveRequirement } from './change-checklist.ts';
import { requirementsOf } from './checklist.ts';
import { createReport } from './create-report.ts';
import { fileIntake } from './file-intake.ts';
import { listReports } from './list-reports.ts';
import { addReportFiles, fileIntoCase, linkEvidence, unlinkEvidence } from './report-files.ts';
import { getReport } from './report-page.ts';
import { readSource, revealReporter } from './reveal-reporter.ts';
import { linkReports, similarReports, unlinkReports } from './same-matter.ts';
import { takeStep } from './take-step.ts';

/** The use cases of reports from the public by operation. */
export const publicReportsUseCases = {
  'publicReports.list': listReports,
  'publicReports.get': getReport,
  'publicReports.create': createReport,
  'publicReports.update': updateReport,
  'publicReports.setReporter': setReporter,
  'publicReports.revealReporter': revealReporter,
  'publicReports.readSource': readSource,
  'publicReports.addFiles': addReportFiles,
  'publicReports.linkEvidence': linkEvidence,
  'publicReports.unlinkEvidence': unlinkEvidence,
  'publicReports.fileIntoCase': fileIntoCase,
  'publicReports.check': checkRequirement,
  'publicReports.step': takeStep,
  'publicReports.fileIntake': fileIntake,
  'publicReports.similar': similarReports,
  'publicReports.link': linkReports,
  'publicReports.unlink': unlinkReports,
  'publicReports.addAnswer': addAnswer,
  'publicReports.withdrawAnswer': withdrawAnswer,
  'publicReports.requirements': (_input, context) => ({ rows: requirementsOf(context.database) }),
  'publicReports.saveRequirement': saveRequirement,
} satisfies Partial<UseCases>;
