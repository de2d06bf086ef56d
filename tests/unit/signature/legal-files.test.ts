/** A share of the named legal files (all of them: tests/long/legal-files.test.ts): the verifier raises no alarm. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { alarmOf } from '../../support/signature/alarm.ts';
import { type LegalFile, legalFiles } from '../../support/signature/legal-files.ts';

const SHARE = [
  'ours: B-LTA, certification 1',
  'ours: B-LTA, kepala then pengawas',
  'ours: kepala sha384 pss',
  'ours: archive renewed',
  'ours without certification, then LibPDF in the field Kepala',
  'ours without certification, then LibPDF in the field Bidang baru',
  'LibPDF on pdfkit: B-LTA',
  'LibPDF on qpdf object streams: pengawas then kepala',
  'LibPDF on qpdf linearized: B-T',
];

let authority: TestAuthority;
let files: readonly LegalFile[];
beforeAll(async () => {
  authority = await startAuthority();
  files = await legalFiles(authority);
}, 60_000);
afterAll(() => authority.close());

it.each(SHARE)('%s', async (name) => {
  const file = files.find((one) => one.name === name);
  // qpdf's are only there where qpdf is installed.
  if (file === undefined) expect(name).toContain('qpdf');
  else expect(await alarmOf(file, authority.rootPem)).toBeUndefined();
});
