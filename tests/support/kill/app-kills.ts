/** Kills the whole running app with a vault open, starts it again on the same profile, and says what is not as it must be. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { rosterPlan, sheetMapping } from '#shared/contract/roster-import.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { launchNetra, type RunningNetra } from '../electron.ts';
import { answerOpenDialog } from '../journey/system.ts';
import { createRandom } from '../signature/seeded-random.ts';
import { barState, jobOf, openAt, valueOf } from './app-session.ts';
import { VaultProgram } from './vault-program.ts';
import { evidenceIds, readRecording } from './whole-recordings.ts';

/** A place in the work: after so many events that tell of it, and then so many milliseconds. */
export interface AppKillPlace {
  readonly events: number;
  readonly milliseconds: number;
}

export interface AppKills {
  /** Sentences about what is wrong after the kill; the app then runs again with the vault open. */
  duringCapture(place: AppKillPlace): Promise<string[]>;
  duringRecording(place: AppKillPlace): Promise<string[]>;
  duringImport(place: AppKillPlace): Promise<string[]>;
  /** Ends the captured page's process instead; the app and its vault stay open. */
  pageDuringCapture(place: AppKillPlace): Promise<string[]>;
  pageDuringRecording(place: AppKillPlace): Promise<string[]>;
  /** The app with its vault open. */
  running(): Promise<{ readonly page: Page; readonly vault: string }>;
  open(page: Page): Promise<unknown>;
  /** Another vault program that has the vault open. */
  holdElsewhere(): Promise<VaultProgram>;
  passphraseFile(): string;
  end(): Promise<void>;
}

const PASSPHRASE = 'kuda jerapah gajah badak';
const PEOPLE = 400;

/** Captures and imports tell of themselves about ten times, and end within some hundred milliseconds after an event. */
export function seededPlaces(count: number, seed: number): AppKillPlace[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    events: 1 + Math.floor(random() * 9),
    milliseconds: Math.floor(random() * 120),
  }));
}

/** A recording tells of itself at every frame, some ten of them for the test's page. */
export function seededRecordingPlaces(count: number, seed: number): AppKillPlace[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    events: 2 + Math.floor(random() * 12),
    milliseconds: Math.floor(random() * 300),
  }));
}

export async function startAppKills(): Promise<AppKills> {
  const root = mkdtempSync(path.join(tmpdir(), 'netra-app-kill-'));
  const site = await startSite();
  const kills = new Kills(root, site);
  await kills.begin();
  return kills;
}

interface Site {
  readonly server: Server;
  readonly address: string;
}
const TITLE = 'Laman uji';

async function startSite(): Promise<Site> {
  const body = `<!doctype html><title>${TITLE}</title>${'<p style="height:900px">Paragraf</p>'.repeat(8)}`;
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const total = z.object({ total: z.number() });
const withId = z.object({ id: z.string() });

class Kills implements AppKills {
  readonly #root: string;
  readonly #site: Site;
  readonly #vault: string;
  readonly #cases: string[] = [];
  #running: { netra: RunningNetra; page: Page } | null = null;
  #rosters = 0;
  /** What was acknowledged: evidence, and the people of the last import. */
  #evidence = 0;
  #unit: string | null = null;

  constructor(root: string, site: Site) {
    this.#root = root;
    this.#site = site;
    this.#vault = path.join(root, 'brankas');
  }

  async begin(): Promise<void> {
    const page = await this.#start();
    const create = { directory: this.#vault, name: 'Latihan', userName: 'Ani', passphrase: PASSPHRASE, practice: true };
    await valueOf(page, 'vault.create', create);
  }

  duringCapture(place: AppKillPlace): Promise<string[]> {
    return this.#killDuring(place, takeIn);
  }

  async duringRecording(place: AppKillPlace): Promise<string[]> {
    const before = await evidenceIds((await this.#now()).page);
    const problems = await this.#killDuring(place, recordIn);
    const { page } = this.#current();
    const after = await evidenceIds(page);
    for (const id of before) if (!after.includes(id)) problems.push(`an earlier capture is gone: ${id}`);
    for (const id of after.filter((one) => !before.includes(one)))
      if ((await readRecording(page, id, problems)) === null) problems.push('a capture without its recording');
    return problems;
  }

  async #killDuring(place: AppKillPlace, begin: (bar: Page) => Promise<unknown>): Promise<string[]> {
    const { netra, page } = await this.#now();
    this.#cases.push(withId.parse(await valueOf(page, 'cases.create', { title: 'Sebelum mati' })).id);
    const bar = await openAt(netra, page, null, { address: this.#site.address, title: TITLE });
    const before = this.#evidence;
    const killed = this.#killAfter(bar, 'capture.changed', place);
    await begin(bar).catch(ignoreGone);
    // What the tool bar says as saved is acknowledged, also when the kill comes right after.
    const saved = (async () => {
      for (;;) {
        const { busy, last } = await barState(bar);
        if (!busy) return (last?.evidenceId ?? null) === null ? 0 : 1;
      }
    })().catch(() => 0);
    const acknowledged = await Promise.race([saved, killed.then(() => 0)]);
    await killed;
    const counted = await this.#startAgain();
    const problems = await this.#examine(counted);
    if (counted.evidence < before + acknowledged || counted.evidence > before + 1)
      problems.push(`${before + acknowledged} items acknowledged, ${counted.evidence} there`);
    this.#evidence = counted.evidence;
    return problems;
  }

  async pageDuringCapture(place: AppKillPlace): Promise<string[]> {
    return (await this.#killPageDuring(place, takeIn)).problems;
  }

  async pageDuringRecording(place: AppKillPlace): Promise<string[]> {
    const { id, problems } = await this.#killPageDuring(place, recordIn);
    if (id === null) return [...problems, 'the capture is gone with its page'];
    const kept = await readRecording(this.#current().page, id, problems);
    // Cut before the first frame there is none; afterwards it says that it was interrupted, or it had come to its end.
    const told = kept === null || kept.ended === (kept.outcome === 'crashed' ? 'interrupted' : 'end');
    const ended = kept?.outcome === 'crashed' && kept.ended === 'end';
    if (!told && !ended) problems.push(`recorded: ${JSON.stringify(kept)}`);
    if (kept?.frames === 0) problems.push('a recording without a frame');
    return problems;
  }

  async #killPageDuring(
    place: AppKillPlace,
    begin: (bar: Page) => Promise<unknown>,
  ): Promise<{ id: string | null; problems: string[] }> {
    const { netra, page } = await this.#now();
    const before = await this.#kept(page);
    const bar = await openAt(netra, page, null, { address: this.#site.address, title: TITLE });
    const reached = reachedAfter(bar, 'capture.changed', place);
    await begin(bar);
    await reached;
    await netra.app.evaluate(({ webContents }, address) => {
      webContents
        .getAllWebContents()
        .find((contents) => contents.getURL() === address)
        ?.forcefullyCrashRenderer();
    }, this.#site.address);
    await expect.poll(async () => (await barState(bar)).busy, { timeout: 60_000 }).toBe(false);
    const { last, problem } = await barState(bar);
    await bar.close();
    const kept = await this.#kept(page);
    const problems: string[] = [];
    if (last === null) problems.push(`no outcome was told (${problem ?? 'and no problem'})`);
    else if (!['captured', 'crashed'].includes(last.outcome)) problems.push(`the outcome is ${last.outcome}`);
    const id = last?.evidenceId ?? null;
    if (kept - before !== (id === null ? 0 : 1)) problems.push(`${kept - before} items for one capture`);
    const seal = id === null ? { intact: true } : sealShape.parse(await valueOf(page, 'evidence.checkSeal', { id }));
    if (!seal.intact) problems.push('the seal is broken');
    const verified = await jobOf(page, 'vault.verify', {});
    if (!z.object({ ok: z.boolean() }).parse(verified).ok) problems.push(`verify: ${JSON.stringify(verified)}`);
    this.#evidence = kept;
    return { id, problems };
  }

  async duringImport(place: AppKillPlace): Promise<string[]> {
    const { netra, page } = await this.#now();
    this.#rosters += 1;
    const unit = `Bidang ke-${this.#rosters}`;
    await answerOpenDialog(netra, this.#roster(unit));
    const chosen = await valueOf(page, 'app.chooseFiles', { purpose: 'roster', multiple: false });
    const token = filesShape.parse(chosen).files[0]?.token ?? '';
    const killed = this.#killAfter(page, 'job.changed', place);
    const sheets = [{ name: 'Pegawai', headerRow: 0, mapping: MAPPING }];
    const imported = importOf(page, token, sheets).then(
      () => true,
      () => false,
    );
    const acknowledged = await Promise.race([imported, killed.then(() => false)]);
    await killed;
    const counted = await this.#startAgain();
    const problems = await this.#examine(counted);
    const units = await this.#units();
    const allowed = acknowledged ? [unit] : [unit, this.#unit];
    if (units.length > 1) problems.push(`part of the people are of another import: ${units.join(', ')}`);
    if (!allowed.includes(units[0] ?? null)) problems.push(`the people are of ${units[0] ?? 'no import'}`);
    this.#unit = units[0] ?? null;
    return problems;
  }

  running(): Promise<{ readonly page: Page; readonly vault: string }> {
    return this.#now().then(({ page }) => ({ page, vault: this.#vault }));
  }

  open(page: Page): Promise<unknown> {
    return valueOf(page, 'vault.open', { directory: this.#vault, passphrase: PASSPHRASE });
  }

  async holdElsewhere(): Promise<VaultProgram> {
    const program = new VaultProgram();
    await program.configure(path.join(this.#root, 'profil-lain'));
    await program.ask('open', { directory: this.#vault, passphrase: PASSPHRASE, userName: '' });
    return program;
  }

  passphraseFile(): string {
    const file = path.join(this.#root, 'sandi');
    writeFileSync(file, `${PASSPHRASE}\n`, { mode: 0o600 });
    return file;
  }

  async end(): Promise<void> {
    if (this.#running) await this.#running.netra.close();
    this.#site.server.close();
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The running app with its vault open; started when a failure before has ended it. */
  async #now(): Promise<{ netra: RunningNetra; page: Page }> {
    if (this.#running === null) await this.#startAgain();
    return this.#current();
  }

  #current(): { netra: RunningNetra; page: Page } {
    if (this.#running === null) throw new Error('the app does not run');
    return this.#running;
  }

  async #start(): Promise<Page> {
    const netra = await launchNetra({ userDataDir: path.join(this.#root, 'profil') });
    const page = await netra.firstWindow();
    this.#running = { netra, page };
    // An app that ended by itself has failed the test under way, not those that follow.
    netra.app.process().once('exit', () => {
      if (this.#running?.netra === netra) this.#running = null;
    });
    return page;
  }

  /** One start, one unlock, no second attempt: the vault opens at once. */
  async #startAgain(): Promise<Counted> {
    const page = await this.#start();
    const status = z.object({ rollback: z.unknown() }).parse(await this.open(page));
    const cases = z.object({ rows: z.array(withId) }).parse(await valueOf(page, 'cases.list', { limit: 500 }));
    return {
      rollback: status.rollback,
      cases: cases.rows.map(({ id }) => id),
      people: total.parse(await valueOf(page, 'roster.list', { limit: 1 })).total,
      evidence: await this.#kept(page),
    };
  }

  async #examine(counted: Counted): Promise<string[]> {
    const { page } = await this.#now();
    const problems: string[] = [];
    if (counted.rollback !== null) problems.push(`a rollback was seen: ${JSON.stringify(counted.rollback)}`);
    for (const id of this.#cases) if (!counted.cases.includes(id)) problems.push(`acknowledged and lost: case ${id}`);
    if (counted.people !== 0 && counted.people !== PEOPLE) problems.push(`${counted.people} people`);
    const verified = await jobOf(page, 'vault.verify', {});
    if (!z.object({ ok: z.boolean() }).parse(verified).ok) problems.push(`verify: ${JSON.stringify(verified)}`);
    return problems;
  }

  async #kept(page: Page): Promise<number> {
    return total.parse(await valueOf(page, 'evidence.list', { where: 'all' })).total;
  }

  async #units(): Promise<string[]> {
    const { page } = await this.#now();
    const list = await valueOf(page, 'roster.list', { limit: 500 });
    const { rows } = z.object({ rows: z.array(z.object({ unit: z.string().nullable() })) }).parse(list);
    return [...new Set(rows.map(({ unit }) => unit ?? ''))];
  }

  /** Resolves when the app is gone. */
  async #killAfter(page: Page, event: 'capture.changed' | 'job.changed', place: AppKillPlace): Promise<void> {
    const { netra } = await this.#now();
    await reachedAfter(page, event, place);
    await netra.kill();
    this.#running = null;
  }

  #roster(unit: string): string {
    const file = path.join(this.#root, 'pegawai.xlsx');
    const rows = [...makePeople(PEOPLE, 5)].map((person) => personCells({ ...person, unit }));
    writeFileSync(file, makeXlsx([{ name: 'Pegawai', rows: [[...OFFICE_HEADINGS], ...rows] }]));
    return file;
  }
}

/** Resolves at the place. The page counts the events; what it knows is taken as soon as it changes. */
function reachedAfter(page: Page, event: 'capture.changed' | 'job.changed', place: AppKillPlace): Promise<void> {
  return page.evaluate(
    ([name, count, wait]) =>
      new Promise<void>((resolve) => {
        let seen = 0;
        // At the latest after the last event of a work that told of itself less often.
        let timer = 0;
        const soon = (milliseconds: number): void => {
          clearTimeout(timer);
          timer = window.setTimeout(resolve, milliseconds);
        };
        window.netra?.events[name](() => {
          seen += 1;
          if (seen <= count) soon(seen === count ? wait : 3_000);
        });
      }),
    [event, place.events, place.milliseconds] as const,
  );
}

const sealShape = z.object({ intact: z.boolean() });

interface Counted {
  readonly rollback: unknown;
  readonly cases: readonly string[];
  readonly people: number;
  readonly evidence: number;
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
const filesShape = z.object({ files: z.array(z.object({ token: z.string() })) });

const takeIn = (bar: Page): Promise<unknown> => valueOf(bar, 'capture.take', {});
const recordIn = (bar: Page): Promise<unknown> =>
  valueOf(bar, 'capture.record', { area: 0, start: 'top', speed: 'fast', size: 'short' });

/** The page went away with the app. */
function ignoreGone(): void {
  // What the killed app was asked has no answer; whether the work was kept is looked at after the start.
}

/** Read and compared, then written. */
async function importOf(page: Page, file: string, sheets: readonly object[]): Promise<unknown> {
  const asked = { file, sheets: z.array(sheetMapping).parse(sheets) };
  const { planId } = rosterPlan.parse(await jobOf(page, 'roster.plan', asked));
  return await jobOf(page, 'roster.apply', { planId });
}
