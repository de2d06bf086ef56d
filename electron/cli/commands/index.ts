/** Every command, one file a group. */
import type { Command } from '../command.ts';
import { caseCommands } from './case.ts';
import { custodyCommands } from './custody.ts';
import { documentCommands } from './document.ts';
import { electionsCommands } from './elections.ts';
import { evidenceCommands } from './evidence.ts';
import { publicReportCommands } from './public-report.ts';
import { hoaxCommands } from './hoax.ts';
import { outreachCommands } from './outreach.ts';
import { queueCommands } from './queue.ts';
import { roundCommands } from './round.ts';
import { packageCommands } from './package.ts';
import { recapCommands } from './recap.ts';
import { reportCommands } from './report.ts';
import { rosterCommands } from './roster.ts';
import { settingsCommands } from './settings.ts';
import { signatureCommands } from './signatures.ts';
import { trustCommands } from './trust.ts';
import { userCommands } from './user.ts';
import { vaultCommands } from './vault.ts';

export const COMMANDS: readonly Command[] = [
  ...vaultCommands,
  ...userCommands,
  ...rosterCommands,
  ...caseCommands,
  ...evidenceCommands,
  ...electionsCommands,
  ...publicReportCommands,
  ...queueCommands,
  ...roundCommands,
  ...packageCommands,
  ...recapCommands,
  ...outreachCommands,
  ...reportCommands,
  ...documentCommands,
  ...signatureCommands,
  ...trustCommands,
  ...settingsCommands,
  ...hoaxCommands,
  ...custodyCommands,
];
