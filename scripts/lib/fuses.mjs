/** Sets the fuses of a packaged program by the app's own table, and reads them back from the file. */
import { fuseTable } from '../../electron/main/security/fuses.ts';

/**
 * Burns the whole table in. Strict: a runtime that does not have exactly these fuses is an error, because then somebody has to
 * decide. Lenient is for the smoke test on the development runtime alone, which has fewer.
 *
 * @param {string} executable the packaged program
 * @param {{strict: boolean}} options
 * @returns {Promise<{set: string[], skipped: string[]}>} names by whether this runtime has them
 */
export async function setFuses(executable, { strict }) {
  const { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const names = Object.keys(fuseTable);
  const set = strict ? names : names.filter((name) => wire[FuseV1Options[name]] !== undefined);
  const values = Object.fromEntries(set.map((name) => [FuseV1Options[name], fuseTable[name].value]));
  await flipFuses(executable, { version: FuseVersion.V1, strictlyRequireAllFuses: strict, ...values });
  const wrong = await differences(executable, set);
  if (wrong.length > 0) throw new Error(`Fuses read back with another value: ${wrong.join(', ')}`);
  return { set, skipped: names.filter((name) => !set.includes(name)) };
}

/** Names among `names` whose fuse in the file is not as the table says. */
export async function differences(executable, names = Object.keys(fuseTable)) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return names.filter((name) => {
    const wanted = fuseTable[name].value ? FuseState.ENABLE : FuseState.DISABLE;
    return wire[FuseV1Options[name]] !== wanted;
  });
}
