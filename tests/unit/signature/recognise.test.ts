import { describe, expect, it } from 'vitest';
import { type FileFacts, type IssuedFacts, recogniseDocument } from '#shared/domain/signature/recognise.ts';

const issued: IssuedFacts[] = [
  {
    id: 'dok-1',
    states: [
      { sha256: 'terbit', signer: { name: 'Segel', fingerprint: 'f1' } },
      { sha256: 'dinaikkan', signer: null },
    ],
    bytes: 900,
  },
  { id: 'dok-2', states: [{ sha256: 'lain', signer: { name: 'Segel', fingerprint: 'f1' } }], bytes: 50 },
  {
    id: 'dok-3',
    states: [
      { sha256: 'segel', signer: { name: 'Segel', fingerprint: 'f1' } },
      { sha256: 'kepala', signer: { name: 'Kepala', fingerprint: 'f2' } },
    ],
    bytes: 500,
  },
];
const plain: FileFacts = {
  sha256: 'x',
  bytes: 1_000,
  identifier: null,
  prefixes: [],
  unchanged: true,
  fingerprints: ['f1'],
  present: ['f1'],
};
const never = (): Promise<boolean> => Promise.resolve(false);

async function match(
  file: Partial<FileFacts>,
  isStartOf: (document: IssuedFacts) => Promise<boolean> = never,
): Promise<string | null> {
  const present = file.present ?? file.fingerprints ?? plain.present;
  const found = await recogniseDocument({ ...plain, ...file, present }, issued, isStartOf);
  return found === null ? null : `${found.match} ${found.document.id} ${found.missing.join()}`.trim();
}

describe('whether a file is one that was issued here', () => {
  it('by its bytes, as issued or as it was raised later', async () => {
    expect(await match({ sha256: 'terbit' })).toBe('same dok-1');
    expect(await match({ sha256: 'dinaikkan' })).toBe('same dok-1');
    expect(await match({})).toBeNull();
  });

  it('by its beginning, when signatures or data came behind it; not when what came is refused', async () => {
    expect(await match({ prefixes: ['terbit', 'lebih'] })).toBe('extended dok-1');
    expect(await match({ prefixes: ['terbit'] })).toBe('trailing dok-1');
    expect(await match({ prefixes: ['terbit'], unchanged: false })).toBe('altered dok-1');
  });

  it('as its unsigned original: the signature was taken away', async () => {
    const isStart = ({ id }: IssuedFacts): Promise<boolean> => Promise.resolve(id === 'dok-1');
    expect(await match({ bytes: 700, fingerprints: [] }, isStart)).toBe('stripped dok-1 Segel');
    expect(await match({ bytes: 700 }, isStart)).toBe('part dok-1');
    // What is larger than the issued one cannot be its beginning, and is not compared.
    expect(await match({ bytes: 901, fingerprints: [] }, isStart)).toBeNull();
  });

  it('without a later signature: an earlier state, and who is missing from it', async () => {
    expect(await match({ sha256: 'kepala', fingerprints: ['f1', 'f2'] })).toBe('same dok-3');
    expect(await match({ sha256: 'segel' })).toBe('part dok-3 Kepala');
    expect(await match({ prefixes: ['segel', 'lebih'] })).toBe('extended dok-3 Kepala');
    expect(await match({ prefixes: ['segel'] })).toBe('trailing dok-3 Kepala');
    expect(await match({ prefixes: ['segel', 'kepala'], fingerprints: ['f1', 'f2'] })).toBe('trailing dok-3');
    const isStart = ({ id }: IssuedFacts): Promise<boolean> => Promise.resolve(id === 'dok-3');
    expect(await match({ bytes: 400 }, isStart)).toBe('part dok-3 Kepala');
    expect(await match({ bytes: 300, fingerprints: [] }, isStart)).toBe('stripped dok-3 Segel,Kepala');
  });

  it('by its identifier, when its bytes are others', async () => {
    expect(await match({ identifier: 'dok-2', fingerprints: [] })).toBe('stripped dok-2 Segel');
    expect(await match({ identifier: 'dok-2', fingerprints: ['f9'] })).toBe('altered dok-2 Segel');
    // A signature that is there and broken was not taken away: the content was changed.
    expect(await match({ identifier: 'dok-2', fingerprints: [], present: ['f1'] })).toBe('altered dok-2');
    expect(await match({ identifier: 'dok-9', fingerprints: [] })).toBeNull();
  });
});
