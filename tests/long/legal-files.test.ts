/** No alarm on any of the named legal files: ours in all levels, LibPDF's, LibreOffice's, qpdf's, both orders of signers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';
import { alarmOf } from '../support/signature/alarm.ts';
import { type LegalFile, legalFiles } from '../support/signature/legal-files.ts';

let authority: TestAuthority;
let files: readonly LegalFile[];
beforeAll(async () => {
  authority = await startAuthority();
  files = await legalFiles(authority);
}, 60_000);
afterAll(() => authority.close());

it('raises no alarm on at least 40 legal files', async () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
  const alarms: string[] = [];
  for (const file of files) {
    const alarm = await alarmOf(file, authority.rootPem);
    if (alarm !== undefined) alarms.push(alarm);
  }
  process.stdout.write(`${files.length} legal files, ${alarms.length} alarms\n`);
  expect(alarms).toEqual([]);
});
