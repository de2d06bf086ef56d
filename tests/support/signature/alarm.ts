/** What the verifier holds against a file that is legal; undefined when it raises no alarm. */
import type { LegalFile } from './legal-files.ts';
import { verifyBytes } from './sample-report.ts';

/** A description of everything unexpected in the verdict. */
export async function alarmOf(file: LegalFile, anchor: string): Promise<string | undefined> {
  const bytes = await file.make();
  const found = await verifyBytes(bytes, [anchor], new Date(Date.now() + 1_000));
  const signatures = found.signatures.filter(({ level }) => level !== 'timestamp');
  const unexpected = [
    ...(found.verdict === file.verdict ? [] : [`verdict ${found.verdict}`]),
    ...found.reasons.filter((reason) => file.verdict === 'valid' || reason !== 'REVOCATION_UNKNOWN'),
    ...found.changes.filter(({ allowed }) => !allowed).map(({ what }) => `refused: ${what}`),
    ...found.signatures.filter(({ integrity }) => integrity === 'broken').map(({ field }) => `broken: ${field}`),
    ...found.signatures.filter(({ chain }) => chain !== 'trusted').map(({ field }) => `untrusted: ${field}`),
    ...(signatures.length === file.signatures ? [] : [`${signatures.length} signatures`]),
    ...(found.trailingBytes === 0 ? [] : ['trailing bytes']),
  ];
  return unexpected.length === 0 ? undefined : `${file.name}: ${unexpected.join('; ')}`;
}
