import { describe, expect, it } from 'vitest';
import { type FileFacts, type IssuedFacts, recogniseDocument } from '#shared/domain/signature/recognise.ts';

const issued: IssuedFacts[] = [
  { id: 'dok-1', hashes: ['terbit', 'dinaikkan'], bytes: 900, signers: [{ name: 'Segel', fingerprint: 'f1' }] },
  { id: 'dok-2', hashes: ['lain'], bytes: 50, signers: [{ name: 'Segel', fingerprint: 'f1' }] },
];
const plain: FileFacts = {
  sha256: 'x',
  bytes: 1_000,
  identifier: null,
  prefixes: [],
  unchanged: true,
  fingerprints: ['f1'],
};
const never = (): Promise<boolean> => Promise.resolve(false);

async function match(
  file: Partial<FileFacts>,
  isStartOf: (document: IssuedFacts) => Promise<boolean> = never,
): Promise<string | null> {
  const found = await recogniseDocument({ ...plain, ...file }, issued, isStartOf);
  return found === null ? null : `${found.match} ${found.document.id} ${found.missing.join()}`.trim();
}

describe('whether a file is one that was issued here', () => {
  it('by its bytes, as issued or as it was raised later', async () => {
    expect(await match({ sha256: 'terbit' })).toBe('same dok-1');
    expect(await match({ sha256: 'dinaikkan' })).toBe('same dok-1');
    expect(await match({})).toBeNull();
  });

  it('by its beginning, when signatures or data came behind it; not when what came is refused', async () => {
    expect(await match({ prefixes: ['terbit'] })).toBe('extended dok-1');
    expect(await match({ prefixes: ['terbit'], unchanged: false })).toBe('altered dok-1');
  });

  it('as its unsigned original: the signature was taken away', async () => {
    const isStart = ({ id }: IssuedFacts): Promise<boolean> => Promise.resolve(id === 'dok-1');
    expect(await match({ bytes: 700, fingerprints: [] }, isStart)).toBe('stripped dok-1 Segel');
    expect(await match({ bytes: 700 }, isStart)).toBe('part dok-1');
    // What is larger than the issued one cannot be its beginning, and is not compared.
    expect(await match({ bytes: 901, fingerprints: [] }, isStart)).toBeNull();
  });

  it('by its identifier, when its bytes are others', async () => {
    expect(await match({ identifier: 'dok-2', fingerprints: [] })).toBe('stripped dok-2 Segel');
    expect(await match({ identifier: 'dok-2', fingerprints: ['f9'] })).toBe('altered dok-2 Segel');
    expect(await match({ identifier: 'dok-3', fingerprints: [] })).toBeNull();
  });
});
