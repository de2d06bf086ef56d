/** FieldMDP: fields that a signature locks may not be signed after it, others may. */
import { beforeAll, expect, it } from 'vitest';
import { makeSeal, signFurther, signSample, verifyBytes } from '../../support/signature/sample-report.ts';

const seal = makeSeal();
let twice: Buffer;
beforeAll(async () => {
  twice = await signFurther(await signSample(seal.signer), seal.signer);
});

const CERTIFIED = /\/TransformMethod \/DocMDP\s+\/TransformParams <<[^>]*>>/;

/** The first signature with a lock in place of its certification; its digest is broken by that, what it allows is still read. */
function locking(parameters: string): Buffer {
  const text = twice.toString('latin1');
  const found = CERTIFIED.exec(text);
  if (found === null) throw new Error('no certification');
  const words = `/TransformMethod/FieldMDP/TransformParams<<${parameters}>>`;
  expect(words.length).toBeLessThanOrEqual(found[0].length);
  const changed = Buffer.from(twice);
  changed.write(words.padEnd(found[0].length), found.index, 'latin1');
  return changed;
}

it.each([
  ['/Action/Include/Fields[(Kepala)]', { action: 'Include', fields: ['Kepala'] }, false],
  ['/Action/Include/Fields[(Lain)]', { action: 'Include', fields: ['Lain'] }, true],
  ['/Action/Exclude/Fields[(Kepala)]', { action: 'Exclude', fields: ['Kepala'] }, true],
  ['/Action/Exclude/Fields[(Lain)]', { action: 'Exclude', fields: ['Lain'] }, false],
  ['/Action/All', { action: 'All', fields: [] }, false],
  ['/Action/Baru', { action: 'All', fields: [] }, false],
] as const)('%s', async (parameters, locks, allowed) => {
  const { signatures, changes } = await verifyBytes(locking(parameters), [seal.pem]);
  expect(signatures[0]).toMatchObject({ certification: null, locks });
  expect(changes.filter(({ kind }) => kind === 'sign').map((change) => change.allowed)).toContain(allowed);
  expect(changes.every((change) => change.allowed)).toBe(allowed);
});
