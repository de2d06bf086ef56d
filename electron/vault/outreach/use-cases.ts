import type { UseCases } from '../kernel.ts';
import { applyFile } from './apply-people-file.ts';
import { addAttendance, addGuest, listAttendance, withdrawAttendance } from './attendance.ts';
import { saveSession, setSessionState } from './change-sessions.ts';
import { listPersons, outreachCoverage } from './coverage.ts';
import { viewFile } from './files.ts';
import { listBases, readHandout, saveBasis } from './handout.ts';
import { invite, listInvitees, uninvite } from './invitations.ts';
import { addMaterials, withdrawMaterial } from './materials.ts';
import { openRowsOf, settleRow } from './open-rows.ts';
import { listPledgeKinds, savePledgeKind } from './pledge-kinds.ts';
import { addPledges, listPledges, withdrawPledges } from './pledges.ts';
import { previewFile } from './read-people-file.ts';
import { sessionPage } from './session-page.ts';
import { listSessions, upcomingSessions } from './session-rows.ts';
import { makeSheet, markSheet, readSheet, sheetPage } from './sheets.ts';
import { taught, taughtOfCase } from './taught.ts';

/** The use cases of outreach by operation. */
export const outreachUseCases = {
  'outreach.list': (input, { database }) => listSessions(input, database),
  'outreach.get': ({ id }, { database }) => sessionPage(database, id),
  'outreach.save': saveSession,
  'outreach.setState': setSessionState,
  'outreach.addMaterials': addMaterials,
  'outreach.withdrawMaterial': withdrawMaterial,
  'outreach.viewFile': viewFile,
  'outreach.invitees': (input, { database }) => listInvitees(input, database),
  'outreach.invite': invite,
  'outreach.uninvite': uninvite,
  'outreach.attendance': (input, { database }) => listAttendance(input, database),
  'outreach.addAttendance': addAttendance,
  'outreach.addGuest': addGuest,
  'outreach.withdrawAttendance': withdrawAttendance,
  'outreach.makeSheet': makeSheet,
  'outreach.sheet': ({ id }, { database }) => sheetPage(id, database),
  'outreach.readSheet': (input, { database }) => readSheet(input, database),
  'outreach.markSheet': markSheet,
  'outreach.previewFile': previewFile,
  'outreach.applyFile': applyFile,
  'outreach.openRows': (input, { database }) => ({ rows: openRowsOf(database, input) }),
  'outreach.settleRow': settleRow,
  'outreach.pledgeKinds': (_input, { database }) => ({ rows: listPledgeKinds(database) }),
  'outreach.savePledgeKind': savePledgeKind,
  'outreach.pledges': (input, { database }) => listPledges(input, database),
  'outreach.addPledges': addPledges,
  'outreach.withdrawPledges': withdrawPledges,
  'outreach.persons': (input, { database }) => listPersons(input, database),
  'outreach.coverage': (input, { database }) => outreachCoverage(database, input),
  'outreach.upcoming': ({ limit }, { database }) => ({ rows: upcomingSessions(database, limit) }),
  'outreach.taught': ({ employeeId }, { database }) => taught(database, employeeId),
  'outreach.taughtOfCase': ({ caseId }, { database }) => ({ rows: taughtOfCase(database, caseId) }),
  'outreach.handout': (_input, { database }) => readHandout(database),
  'outreach.bases': (_input, { database }) => ({ rows: listBases(database) }),
  'outreach.saveBasis': saveBasis,
} satisfies Partial<UseCases>;
