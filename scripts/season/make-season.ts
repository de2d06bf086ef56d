/** Makes the vault of a whole season. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVaultService, type VaultService } from '../../electron/vault/service.ts';
import type { KdfProfile } from '../../electron/vault/crypto/passphrase-key.ts';
import { faultDetail } from '../../electron/vault/program/fault-detail.ts';
import type { WorkerSpawner } from '../../electron/vault/workers/process-handle.ts';
import { appVersion, RESOURCES } from '../../electron/cli/with-vault.ts';
import type { Cast } from './cast.ts';
import { planCases } from './parts/cases.ts';
import { planElection } from './parts/election.ts';
import { planHoaxes } from './parts/hoaxes.ts';
import { planMonitoring } from './parts/monitoring.ts';
import { planOffice } from './parts/office.ts';
import { planOutreach } from './parts/outreach.ts';
import { planPublicReports } from './parts/public-reports.ts';
import { planTray } from './parts/tray.ts';
import { createSeason, type Season } from './season.ts';
import { createSeasonClock, type SeasonClock } from './season-clock.ts';
import { warmWorkers } from './warm-workers.ts';

/** Of a practice vault with nobody's data: it protects nothing, and who opens the vault must know it. */
export const SEASON_PASSPHRASE = 'kereta melaju pelan 42';
export const SEASON_SEED = 20_241_127;

export interface SeasonOptions {
  /** A new folder for the vault. */
  readonly directory: string;
  /** Keeps what the computer saw of vaults; a folder of its own when it is not given. */
  readonly profileDirectory: string;
  readonly workers: WorkerSpawner;
  readonly seed?: number;
  /** 1 is a whole season. */
  readonly scale?: number;
  /** YYYY-MM-DD; the calendar moves with it. */
  readonly lastDay?: string;
  /** Only tests give a cheaper one. */
  readonly kdfProfile?: KdfProfile;
}

export interface MadeSeason {
  /** Open; whoever asked for it locks it. Its clock stands at the end of the season. */
  readonly service: VaultService;
  readonly clock: SeasonClock;
}

/** Workers kept ready: pictures are what there is most of. */
const AHEAD = 2;

/** Throws what a use case refuses; what was made until then stays where it is. */
export async function makeSeason(options: SeasonOptions): Promise<MadeSeason> {
  const clock = createSeasonClock(options.lastDay);
  const warm = warmWorkers(options.workers, 'images', AHEAD);
  const files = mkdtempSync(path.join(tmpdir(), 'netra-season-files-'));
  const service = createVaultService({
    profileDirectory: options.profileDirectory,
    resourcesDirectory: RESOURCES,
    appVersion: appVersion(),
    spawnWorker: warm.spawn,
    clock: () => clock.now(),
    ...(options.kdfProfile && { kdfProfile: options.kdfProfile }),
    events: { fault: (_id, error) => process.stderr.write(`${faultDetail(error)}\n`) },
  });
  try {
    mkdirSync(path.dirname(options.directory), { recursive: true });
    await service.create({
      directory: options.directory,
      name: 'Pemantauan Netralitas Kota Contoh',
      userName: 'Ayu Petugas',
      identityNumber: '',
      passphrase: SEASON_PASSPHRASE,
      practice: true,
      sampleData: false,
    });
    const { season, live } = createSeason({
      service,
      clock,
      files,
      seed: options.seed ?? SEASON_SEED,
      scale: options.scale ?? 1,
    });
    plan(season);
    await live();
    return { service, clock };
  } catch (error) {
    await service.lock('quit');
    throw error;
  } finally {
    warm.end();
    rmSync(files, { recursive: true, force: true });
  }
}

function plan(season: Season): void {
  const cast: Cast = { members: [], cases: [], candidates: [], reports: [], requirements: [] };
  planOffice(season, cast);
  planElection(season, cast);
  planCases(season, cast);
  planMonitoring(season, cast);
  planPublicReports(season, cast);
  planHoaxes(season, cast);
  planOutreach(season, cast);
  planTray(season, cast);
}
