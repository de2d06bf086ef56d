/** Every operation that runs in the vault and its use case: a missing or an extra one does not compile. */
import { actsUseCases } from './acts/use-cases.ts';
import { captureQueueUseCases } from './capture-queue/use-cases.ts';
import { captureProfilesUseCases } from './capture-profiles/use-cases.ts';
import { casesUseCases } from './cases/use-cases.ts';
import { documentsUseCases } from './documents/use-cases.ts';
import { electionsUseCases } from './elections/use-cases.ts';
import { evidenceUseCases } from './evidence/use-cases.ts';
import { handoverUseCases } from './handover/use-cases.ts';
import { homeUseCases } from './home/use-cases.ts';
import { hoaxesUseCases } from './hoaxes/use-cases.ts';
import type { UseCases } from './kernel.ts';
import { monitoringUseCases } from './monitoring/use-cases.ts';
import { outreachUseCases } from './outreach/use-cases.ts';
import { proofUseCases } from './proof/use-cases.ts';
import { reportIntakeUseCases } from './public-reports/intake/use-cases.ts';
import { recapUseCases } from './recap/use-cases.ts';
import { publicReportsUseCases } from './public-reports/use-cases.ts';
import { reportsUseCases } from './reports/use-cases.ts';
import { rosterUseCases } from './roster/use-cases.ts';
import { searchUseCases } from './search/use-cases.ts';
import { signaturesUseCases } from './signatures/use-cases.ts';
import { settingsUseCases } from './settings/use-cases.ts';
import { vaultUseCases } from './vault-use-cases.ts';
import type { VaultUseCaseParts } from './vault-use-cases.ts';

/** The vault's own use cases need more than the context: the keys, the jobs and the slots of the open vault. */
export function createUseCases(parts: VaultUseCaseParts): UseCases {
  return {
    ...vaultUseCases(parts),
    ...rosterUseCases,
    ...casesUseCases,
    ...actsUseCases,
    ...electionsUseCases,
    ...proofUseCases,
    ...evidenceUseCases,
    ...captureQueueUseCases,
    ...reportsUseCases,
    ...documentsUseCases,
    ...signaturesUseCases,
    ...settingsUseCases,
    ...captureProfilesUseCases,
    ...searchUseCases,
    ...handoverUseCases,
    ...monitoringUseCases,
    ...reportIntakeUseCases,
    ...publicReportsUseCases,
    ...hoaxesUseCases,
    ...hoaxesUseCases,
    ...publicReportsUseCases,
    ...outreachUseCases,
    ...homeUseCases,
    ...recapUseCases,
    ...monitoringUseCases,
    ...publicReportsUseCases,
    ...hoaxesUseCases,
    ...publicReportsUseCases,
    ...reportIntakeUseCases,
  };
}
