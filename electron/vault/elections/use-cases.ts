import { today } from '../capture-queue/days.ts';
import type { UseCases } from '../kernel.ts';
import { saveCandidate, saveCandidateAccount, setActCandidate } from './change-candidate.ts';
import { saveElection, saveStage, setRemoved } from './change-election.ts';
import { saveProposalRow, saveReminder } from './change-reminder.ts';
import { listElections } from './election-rows.ts';
import {
  actCandidates,
  listCandidates,
  listProposals,
  listReminders,
  listStages,
  proposeRows,
  remindersOn,
} from './look-at-elections.ts';

/** The use cases of elections by operation. */
export const electionsUseCases = {
  'elections.list': (_input, context) => ({ rows: listElections(context.database, today(context)) }),
  'elections.save': saveElection,
  'elections.saveStage': saveStage,
  'elections.stages': listStages,
  'elections.candidates': listCandidates,
  'elections.saveCandidate': saveCandidate,
  'elections.saveCandidateAccount': saveCandidateAccount,
  'elections.reminderList': listReminders,
  'elections.saveReminder': saveReminder,
  'elections.setRemoved': setRemoved,
  'elections.reminders': remindersOn,
  'elections.propose': proposeRows,
  'elections.actCandidates': actCandidates,
  'elections.setActCandidate': setActCandidate,
  'elections.proposalRows': listProposals,
  'elections.saveProposalRow': saveProposalRow,
} satisfies Partial<UseCases>;
