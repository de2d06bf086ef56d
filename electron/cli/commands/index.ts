/** Every command, one file a group. */
import type { Command } from '../command.ts';
import { caseCommands } from './case.ts';
import { custodyCommands } from './custody.ts';
import { documentCommands } from './document.ts';
import { evidenceCommands } from './evidence.ts';
import { outreachCommands } from './outreach.ts';
import { queueCommands } from './queue.ts';
import { packageCommands } from './package.ts';
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
  ...queueCommands,
  ...packageCommands,
  ...outreachCommands,
  ...reportCommands,
  ...documentCommands,
  ...signatureCommands,
  ...trustCommands,
  ...settingsCommands,
  ...custodyCommands,
];
