import { describe, expect, it } from 'vitest';
import { type Completeness, type CompletenessItem, judgeCompleteness } from '#shared/domain/capture/completeness.ts';

const WHOLE: Completeness = {
  heightSeen: 8_000,
  documentHeight: 8_000,
  documentHeightBefore: 8_000,
  widthSeen: 1_366,
  documentWidth: 1_366,
  imagesDeclared: 10,
  imagesLoaded: 10,
  imagesFailed: 0,
  imagesPending: 0,
  videosDeclared: 1,
  videosLoaded: 1,
  commentsShown: 3,
  commentsStated: 3,
  commentsOrigin: 'json-ld',
  frames: 0,
  outerFrames: 0,
  outerFramesPainted: true,
  layers: 2,
  layersSeen: 2,
  tilesPlanned: 2,
  tilesTaken: 2,
  framesDropped: 0,
  joinsClean: true,
  innerAreas: 0,
  innerHidden: 0,
  recycled: 0,
};

describe('judgeCompleteness', () => {
  it('finds nothing in a whole page', () => {
    const { level, findings } = judgeCompleteness(WHOLE);
    expect(level).toBe('green');
    expect(findings.map((finding) => finding.level)).not.toContain('amber');
    expect(findings).toContainEqual({ item: 'images', level: 'green', seen: 10, declared: 10 });
  });

  it.each<[CompletenessItem, Partial<Completeness>, string]>([
    ['height', { heightSeen: 7_900 }, 'amber'],
    ['height', { heightSeen: 7_000 }, 'red'],
    ['height', { heightSeen: 0, documentHeight: 0 }, 'red'],
    ['height', { heightSeen: 7_999.4 }, 'green'],
    ['width', { documentWidth: 9_000, widthSeen: 8_000 }, 'red'],
    ['images', { imagesLoaded: 9 }, 'amber'],
    ['images', { imagesLoaded: 8 }, 'red'],
    ['images', { imagesDeclared: 0, imagesLoaded: 0 }, 'green'],
    ['videos', { videosLoaded: 0 }, 'red'],
    ['videos', { videosDeclared: 0, videosLoaded: 0 }, 'green'],
    ['comments', { commentsShown: 2 }, 'red'],
    ['comments', { commentsShown: 27, commentsStated: 28 }, 'amber'],
    ['comments', { commentsShown: null, commentsStated: 28 }, 'amber'],
    ['comments', { commentsShown: 4, commentsStated: null }, 'green'],
    ['comments', { commentsShown: null, commentsStated: 0 }, 'green'],
    ['joins', { joinsClean: false }, 'red'],
    ['joins', { joinsClean: null }, 'amber'],
    ['joins', { joinsClean: null, tilesPlanned: 1, tilesTaken: 1 }, 'green'],
    ['frames', { framesDropped: 1, tilesTaken: 1 }, 'red'],
    ['inner-areas', { innerAreas: 1, innerHidden: 900 }, 'amber'],
    ['inner-areas', { innerAreas: 1, innerHidden: 9_000 }, 'red'],
    ['outer-frames', { outerFrames: 2, outerFramesPainted: false }, 'red'],
    ['layers', { layersSeen: 1 }, 'amber'],
    ['recycled', { recycled: 12 }, 'red'],
  ])('%s of %j is %s', (item, part, level) => {
    const verdict = judgeCompleteness({ ...WHOLE, ...part });
    expect(verdict.findings.find((finding) => finding.item === item)?.level).toBe(level);
    expect(verdict.level).toBe(level);
  });
});
