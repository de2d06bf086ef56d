/** What the vault program is busy with when it is killed, and the list of what it acknowledged before. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import { rosterImportResult, rosterPlan } from '#shared/contract/roster-import.ts';
import type { IntakeKind, VaultRequestName } from '#shared/contract/vault-protocol.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { PASSPHRASE } from '../test-vault.ts';
import type { VaultProgram } from './vault-program.ts';

/** One operation that was answered with success. */
export type Acknowledgement =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'evidence'; readonly id: string; readonly sha256: readonly string[] }
  | { readonly kind: 'user-removed'; readonly id: string }
  | { readonly kind: 'import'; readonly id: string; readonly people: number; readonly unit: string };

/** A vault's folder, its profile, and a folder for input files. */
export interface KillPlace {
  readonly root: string;
  readonly vault: string;
  readonly profile: string;
}

export interface Workload {
  readonly name: string;
  readonly armedBy: readonly VaultRequestName[];
  /** Runs to its end, or throws ProgramGone when the program was ended; `acknowledge` is called after each answer. */
  run(
    program: VaultProgram,
    place: KillPlace,
    acknowledge: (...done: readonly Acknowledgement[]) => void,
  ): Promise<void>;
}

const UNITS = ['Bidang Semula', 'Bidang Sesudah'] as const;

/** Opens the vault in the program. */
export async function openIn(program: VaultProgram, place: KillPlace): Promise<void> {
  await program.configure(place.profile);
  await program.ask('open', { directory: place.vault, passphrase: PASSPHRASE, userName: '' });
}

/** A roster is imported, then (with two rounds) the same people from another unit, then the vault is locked. */
export function importWorkload(people: number, rounds: 1 | 2): Workload {
  return {
    name: 'import',
    armedBy: ['registerFiles'],
    run: async (program, place, acknowledge) => {
      await openIn(program, place);
      for (const unit of UNITS.slice(0, rounds)) acknowledge(await importRoster(program, place, people, unit));
      await program.ask('lock', { reason: 'button' });
    },
  };
}

/** A case, a whole capture of several artefacts, files beside it, a second capture, then the lock; a roster before if asked. */
export function captureWorkload(peopleBefore = 0): Workload {
  return {
    name: 'capture',
    armedBy: ['intakeBegin'],
    run: async (program, place, acknowledge) => {
      await openIn(program, place);
      if (peopleBefore > 0) acknowledge(await importRoster(program, place, peopleBefore, UNITS[0]));
      const { id } = (await program.ask('call', { name: 'cases.create', input: { title: 'Uji mati' } })) as {
        id: string;
      };
      acknowledge({ kind: 'case', id });
      acknowledge(await capture(program, id, 1));
      acknowledge(...(await addFiles(program, place, id)));
      acknowledge(await capture(program, null, 2));
      await program.ask('lock', { reason: 'button' });
    },
  };
}

/** Somebody is added and, from then on counted, removed again: the vault gets new keys and a new database file. */
export const keysWorkload: Workload = {
  name: 'removal of a user',
  armedBy: ['status'],
  run: async (program, place, acknowledge) => {
    await openIn(program, place);
    const person = { name: 'Citra Contoh', role: 'petugas', passphrase: 'kopi tubruk pagi sekali 12' };
    const { id } = (await program.ask('call', { name: 'vault.addUser', input: person })) as { id: string };
    await program.ask('status', {});
    await program.ask('call', { name: 'vault.removeUser', input: { userId: id, passphrase: PASSPHRASE } });
    acknowledge({ kind: 'user-removed', id });
    await program.ask('lock', { reason: 'button' });
  },
};

async function importRoster(
  program: VaultProgram,
  place: KillPlace,
  people: number,
  unit: string,
): Promise<Acknowledgement> {
  const file = path.join(place.root, `pegawai-${unit}.xlsx`);
  writeFileSync(file, rosterOf(people, unit));
  const token = (await program.ask('registerFiles', { paths: [file] })).files[0]?.token ?? '';
  const sheets = [{ name: 'Pegawai', headerRow: 0, mapping: MAPPING }];
  const { planId } = rosterPlan.parse(await program.job('roster.plan', { file: token, sheets }));
  const done = rosterImportResult.parse(await program.job('roster.apply', { planId }));
  const changed = done.added + done.updated;
  if (changed !== people) throw new Error(`${changed} of ${people} people were imported`);
  return { kind: 'import', id: done.importId, people, unit };
}

const FIELDS = [
  'nip',
  'nik',
  'name',
  'sex',
  'birthDate',
  'status',
  'grade',
  'position',
  'positionType',
  'unit',
] as const;
const MAPPING = FIELDS.map((field, column) => ({ column, field }));
const rosters = new Map<string, Buffer>();

function rosterOf(people: number, unit: string): Buffer {
  const key = `${people} ${unit}`;
  const made = rosters.get(key);
  if (made) return made;
  const rows = [...makePeople(people, 7)].map((person) => personCells({ ...person, unit }));
  const bytes = makeXlsx([{ name: 'Pegawai', rows: [[...OFFICE_HEADINGS], ...rows] }]);
  rosters.set(key, bytes);
  return bytes;
}

async function capture(program: VaultProgram, caseId: string | null, seed: number): Promise<Acknowledgement> {
  const { intakeId } = await program.ask('intakeBegin', { caseId });
  const kept: string[] = [];
  const send = async (kind: IntakeKind, mime: string, bytes: Uint8Array, index = 0): Promise<void> => {
    for (let offset = 0; offset < bytes.length; offset += 65_536)
      await program.ask('intakeAppend', { intakeId, kind, index, mime, bytes: bytes.slice(offset, offset + 65_536) });
    const ended = await program.ask('intakeFinishArtefact', {
      intakeId,
      kind,
      index,
      name: `${kind}-${index}`,
      width: null,
      height: null,
    });
    if (ended.sha256 !== sha256(bytes)) throw new Error('the program hashed other bytes');
    if (kind !== 'full-page-tile') kept.push(ended.sha256);
  };
  await send('viewport-image', 'image/png', picture(320, 200, seed));
  for (const index of [0, 1]) await send('full-page-tile', 'image/png', picture(320, 400, seed + 2 * index), index);
  const tile = { rows: 400, columns: 320, overlap: 0 };
  const tiles = [0, 1].map((index) => ({ ...tile, index, top: index * 400 }));
  kept.push((await program.ask('intakeJoin', { intakeId, kind: 'full-page-image', tiles })).sha256);
  await send('mhtml', 'multipart/related', Buffer.from(`halaman ${seed} `.repeat(30_000)));
  await send('text', 'text/plain', Buffer.from(`teks ${seed}`));
  await send('record', 'application/json', Buffer.from(JSON.stringify({ seed })));
  const record = { title: `Tangkapan ${seed}`, summary: SUMMARY };
  const { evidenceId } = await program.ask('intakeCommit', { intakeId, record });
  return { kind: 'evidence', id: evidenceId, sha256: kept };
}

async function addFiles(
  program: VaultProgram,
  place: KillPlace,
  caseId: string,
): Promise<[Acknowledgement, Acknowledgement]> {
  const contents = [picture(200, 150, 9), Buffer.from(`%PDF-1.7\n${'isi '.repeat(400_000)}`)];
  const paths = contents.map((bytes, index) => {
    const file = path.join(place.root, `berkas-${index}`);
    writeFileSync(file, bytes);
    return file;
  });
  const { files } = await program.ask('registerFiles', { paths });
  const { added } = (await program.job('evidence.addFiles', {
    caseId,
    files: files.map(({ token }) => token),
  })) as { added: { id: string; sha256: string }[] };
  const [first, second] = added.map(({ id, sha256: hash }) => ({ kind: 'evidence' as const, id, sha256: [hash] }));
  if (!first || !second) throw new Error('both files should have been taken');
  return [first, second];
}

function picture(width: number, height: number, seed: number): Buffer {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4)
    png.data.set([(index * seed) % 256, (index >> 8) % 256, seed, 255], index);
  return PNG.sync.write(png);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const SUMMARY: CaptureRecordSummary = {
  outcome: 'captured',
  requestedUrl: 'https://situs.example/unggahan',
  documentUrl: 'https://situs.example/unggahan',
  shownUrl: 'https://situs.example/unggahan',
  status: 200,
  ip: null,
  protocol: null,
  redirects: [],
  certificate: null,
  addressReachedInPage: false,
  removedHeaders: [],
  completeness: { heightSeen: 800, documentHeight: 800, imagesLoaded: 0, imagesDeclared: 0, joinsClean: true },
  warnings: [],
  capturedAt: '2026-11-20T01:00:00.000Z',
  capturedAtLocal: '2026-11-20T08:00:00+07:00',
  version: 1,
  assessment: null,
  postFacts: null,
  media: [],
  webArchive: null,
  seenBy: null,
};
