/** What every vault starts with, and the sample data that a practice vault may be filled with. */
import type { InputOf } from '#shared/contract/index.ts';
import { seedLegalReferences } from './cases/legal-references.ts';
import type { UseCaseContext } from './kernel.ts';
import { fillSampleData } from './sample-data.ts';

/** Runs once, right after a vault was made. Sample data goes into practice vaults only. */
export async function fillNewVault(context: UseCaseContext, input: InputOf<'vault.create'>): Promise<void> {
  context.write(['cases'], (database) => {
    const rows = seedLegalReferences(database, context.now().toISOString());
    return {
      value: null,
      entry: {
        action: 'settings.legal-references-seeded',
        subjectKind: 'setting',
        subjectId: null,
        facts: { rows },
      },
    };
  });
  if (input.practice && input.sampleData) await fillSampleData(context);
}
