/** Which points of a capture and of an import are tried: the named ones always, the others seeded over all steps. */
import { createRandom } from '../signature/seeded-random.ts';
import type { KillCampaign, KillOutcome, KillPoint } from './campaign.ts';
import { captureWorkload, importWorkload, keysWorkload, type Workload } from './workloads.ts';

/** One kill: a point by name, or a place between the first step (0) and the last (1) of its workload. */
export interface PlannedKill {
  readonly workload: Workload;
  readonly point: KillPoint | { readonly share: number };
  /** The kill must have left the database file written in part. */
  readonly midCheckpoint: boolean;
}

/** Enough people that one import and its lock write hundreds of pages, and two imports pass the automatic checkpoint. */
const MANY = 2_500;
const FEW = 600;

/** `count` kills of captures and file intakes: first those that no sample may leave out, then other named, then seeded ones. */
export function captureKills(count: number, seed: number): PlannedKill[] {
  const plain = captureWorkload();
  const named = [
    ...spread('blob-rename:after', plain, [4, 12]),
    ...spread('commit:before', plain, [2]),
    ...spread('json-rename:before', plain, [1]),
    { workload: captureWorkload(MANY), point: { label: 'checkpoint:close', nth: 1 }, midCheckpoint: true },
    ...spread('commit:after', plain, [2]),
    ...spread('blob-rename:after', plain, [1, 7]),
    ...spread('blob-rename:before', plain, [2, 10]),
    ...spread('commit:before', plain, [3]),
    ...spread('close:before', plain, [1]),
  ];
  return filled(count, seed, plain, named);
}

/** `count` kills of roster imports, in the same order. */
export function importKills(count: number, seed: number): PlannedKill[] {
  const plain = importWorkload(FEW, 2);
  const named = [
    ...spread('commit:before', plain, [1]),
    ...spread('commit:after', plain, [1]),
    ...spread('message:before', plain, [3]),
    { workload: importWorkload(MANY, 2), point: { label: 'checkpoint:commit', nth: 2 }, midCheckpoint: true },
    { workload: importWorkload(MANY, 1), point: { label: 'checkpoint:close', nth: 1 }, midCheckpoint: true },
    ...spread('commit:before', plain, [2]),
    ...spread('commit:after', plain, [2]),
    ...spread('message:before', plain, [6, 10]),
    ...spread('json-rename:before', plain, [1]),
  ];
  return filled(count, seed, plain, named);
}

/** `count` kills of the removal of a user, which gives the vault new keys: around every step that commits the switch. */
export function keyKills(count: number, seed: number): PlannedKill[] {
  const named = [
    ...spread('header-rename:before', keysWorkload, [1]),
    ...spread('header-rename:after', keysWorkload, [1]),
    ...spread('file-rename:after', keysWorkload, [1]),
    ...spread('commit:before', keysWorkload, [1]),
    ...spread('commit:after', keysWorkload, [1]),
    ...spread('close:before', keysWorkload, [1, 2, 3]),
    ...spread('file-rename:before', keysWorkload, [1]),
  ];
  return filled(count, seed, keysWorkload, named);
}

/** What a planned kill is called in a list of tests. */
export function nameOf({ workload, point }: PlannedKill): string {
  const where = 'share' in point ? `${(point.share * 100).toFixed(1)} % of its steps` : `${point.label} ${point.nth}`;
  return `${workload.name} at ${where}`;
}

/** Carries a kill out. One that came too late, or found the checkpoint done, is tried again a few times. */
export async function carryOut(campaign: KillCampaign, planned: PlannedKill): Promise<KillOutcome> {
  const point =
    'share' in planned.point ? await pointAt(campaign, planned.workload, planned.point.share) : planned.point;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await campaign.kill(planned.workload, point);
    const met = outcome.killed && (outcome.midCheckpoint || !planned.midCheckpoint);
    if (met || outcome.problems.length > 0 || attempt === ATTEMPTS) return outcome;
  }
}
const ATTEMPTS = 5;

function spread(label: string, workload: Workload, numbers: readonly number[]): PlannedKill[] {
  return numbers.map((nth) => ({ workload, point: { label, nth }, midCheckpoint: false }));
}

function filled(count: number, seed: number, workload: Workload, named: readonly PlannedKill[]): PlannedKill[] {
  const random = createRandom(seed);
  const seeded = Array.from({ length: Math.max(0, count - named.length) }, () => ({
    workload,
    point: { share: random() },
    midCheckpoint: false,
  }));
  return [...named, ...seeded].slice(0, count);
}

/** Half of the places lie among all steps, which are mostly statements; the other half among the steps of files and messages. */
async function pointAt(campaign: KillCampaign, workload: Workload, share: number): Promise<KillPoint> {
  const steps = await campaign.trace(workload);
  const rare = steps.filter((step) => !step.startsWith('statement'));
  const among = share < 0.5 ? steps : rare;
  const at = Math.floor((share % 0.5) * 2 * among.length);
  const label = among[at] ?? '';
  return { label, nth: among.slice(0, at + 1).filter((step) => step === label).length };
}
