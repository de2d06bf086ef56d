/** A post taken in as the capture window would have taken it: its picture, its words, its record. */
import { localParts, formatInstant } from '../../shared/domain/text/local-time.ts';
import { type CaptureRecordSummary, captureRecordSummary } from '../../shared/contract/capture.ts';
import { createCaptureIntake } from '../../electron/vault/evidence/capture-intake.ts';
import { drawPost, type Post, POST_WIDTH } from './post.ts';
import type { Random } from './random.ts';
import type { Season } from './season.ts';

export interface Taken {
  readonly id: string;
  /** As printed, B-0001. */
  readonly number: string;
}

/** Shares of captures that came to something else than a whole page. */
const GONE = 0.04;
const WALL = 0.04;
const RED = 0.06;
const AMBER = 0.15;

/** Files the post into a case, or into the tray (null). */
export async function capturePost(season: Season, post: Post, caseId: string | null, random: Random): Promise<Taken> {
  const now = season.clock.now();
  const { png, height } = await drawPost(post, age(post.postedAt, now), random);
  const summary = summaryOf(post, now, height, random);
  const intake = createCaptureIntake(season.service.context());
  const { intakeId } = await intake.begin({ caseId, expectedBytes: png.length });
  const put = async (
    kind: 'full-page-image' | 'text' | 'record',
    mime: string,
    bytes: Uint8Array,
    size: { readonly width: number; readonly height: number } | null,
  ): Promise<void> => {
    const artefact = { intakeId, kind, index: 0 } as const;
    await intake.append({ ...artefact, mime, bytes });
    const name = mime === 'image/png' ? `${kind}.png` : `${kind}.${mime === 'text/plain' ? 'txt' : 'json'}`;
    await intake.finishArtefact({ ...artefact, name, width: size?.width ?? null, height: size?.height ?? null });
  };
  await put('full-page-image', 'image/png', png, { width: POST_WIDTH, height });
  await put('text', 'text/plain', Buffer.from(`${post.author}\n${post.handle}\n${post.text}\n`), null);
  await put('record', 'application/json', Buffer.from(JSON.stringify(summary, null, 2)), null);
  const title = `${post.author} di ${post.platform}`;
  const { evidenceId, number } = await intake.commit({ intakeId, record: { title, summary } });
  season.clock.step();
  return { id: evidenceId, number };
}

/** A post as a reporter hands it on: a picture without an address. */
export async function pictureOfPost(season: Season, post: Post, random: Random): Promise<Buffer> {
  return (await drawPost(post, age(post.postedAt, season.clock.now()), random)).png;
}

/** "3 jam", as sites write it. */
export function age(postedAt: Date, now: Date): string {
  const minutes = Math.max(1, Math.round((now.getTime() - postedAt.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} menit`;
  return minutes < 1_440 ? `${Math.floor(minutes / 60)} jam` : `${Math.floor(minutes / 1_440)} hari`;
}

function summaryOf(post: Post, now: Date, height: number, random: Random): CaptureRecordSummary {
  const chance = random.fraction();
  const outcome = chance < GONE ? 'gone' : chance < GONE + WALL ? 'wall' : 'captured';
  const quality = random.fraction();
  const level = quality < RED ? 'red' : quality < RED + AMBER ? 'amber' : 'green';
  const images = random.whole(3, 9);
  const loaded = level === 'green' ? images : images - (level === 'red' ? 3 : 1);
  const at = now.toISOString();
  const { year } = localParts(post.postedAt, 'WIB');
  return captureRecordSummary.parse({
    outcome,
    requestedUrl: post.address,
    documentUrl: post.address,
    shownUrl: post.address,
    status: outcome === 'gone' ? 404 : 200,
    ip: '127.0.0.1',
    protocol: 'h2',
    redirects: [],
    certificate: null,
    addressReachedInPage: false,
    removedHeaders: [],
    completeness: {
      heightSeen: level === 'red' ? Math.round(height * 0.8) : height,
      documentHeight: height,
      imagesLoaded: loaded,
      imagesDeclared: images,
      joinsClean: true,
    },
    warnings: [],
    capturedAt: at,
    capturedAtLocal: formatInstant(now, 'WIB'),
    version: 2,
    assessment: {
      verdict:
        outcome === 'captured'
          ? null
          : {
              outcome,
              kind: outcome === 'gone' ? 'removed' : 'login',
              because: 'Tulisan pada halaman tiruan.',
            },
      level,
      findings: [
        { item: 'height', level: level === 'red' ? 'red' : 'green', seen: height, declared: height },
        { item: 'images', level, seen: loaded, declared: images },
      ],
      preparation: [{ step: 'scrolled-through', detail: '3 x 60 ms, end', milliseconds: 190 }],
      timeWindow: {
        from: at,
        to: new Date(now.getTime() + 4_000).toISOString(),
        basis: 'servers-and-system',
        servers: 2,
        agreeing: 2,
        systemAhead: 0,
        jump: 0,
      },
    },
    postFacts: {
      facts: [
        { name: 'author', value: post.author, origin: 'json-ld', instant: null },
        { name: 'handle', value: post.handle, origin: 'json-ld', instant: null },
        {
          name: 'postedAt',
          value: post.postedAt.toISOString(),
          origin: 'json-ld',
          instant: post.postedAt.toISOString(),
        },
        { name: 'text', value: post.text, origin: 'json-ld', instant: null },
        { name: 'likes', value: String(post.likes), origin: 'json-ld', instant: null },
        { name: 'site', value: `${post.platform} tiruan ${year}`, origin: 'open-graph', instant: null },
      ],
      conflicts: [],
      otherPosts: 0,
      addressDiffers: false,
    },
    seenBy: { how: 'without-login' },
  });
}
