/** What a new practice vault starts with when it was asked for: sample data. */
import type { InputOf } from '#shared/contract/index.ts';
import type { UseCaseContext } from './kernel.ts';
import { fillSampleData } from './sample-data.ts';

/** Nothing in a vault for real work: made-up people have no place there. */
export async function addFirstContent(
  context: UseCaseContext,
  input: Pick<InputOf<'vault.create'>, 'practice' | 'sampleData'>,
): Promise<void> {
  if (input.practice && input.sampleData) await fillSampleData(context);
}
