/** Kinds of hoaxes and channels: data with their sources. Channels come with the application; the office's word stands over them. */
import channelsSeed from '../../../resources/hoaxes/channels.json' with { type: 'json' };
import kindsSeed from '../../../resources/hoaxes/kinds.json' with { type: 'json' };
import { type HoaxChannel, hoaxChannel, type HoaxKindInfo, hoaxKindInfo } from '#shared/contract/hoaxes.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';

const KINDS: readonly HoaxKindInfo[] = z.array(hoaxKindInfo).parse(kindsSeed);
const CHANNELS: readonly HoaxChannel[] = z.array(hoaxChannel).parse(channelsSeed);

/** The seven kinds with their words. */
export function hoaxKinds(): HoaxKindInfo[] {
  return [...KINDS];
}

/** Every channel: those that come with the application as the office has them now, then its own. */
export function hoaxChannels(database: ReadableDatabase): HoaxChannel[] {
  const own = database
    .all('SELECT body FROM hoax_channels ORDER BY rowid')
    .map((row) => hoaxChannel.parse(JSON.parse(textOf(row, 'body'))));
  const known = CHANNELS.map((one) => own.find(({ code }) => code === one.code) ?? one);
  return [...known, ...own.filter(({ code }) => !CHANNELS.some((one) => one.code === code))];
}

/** Where the public is sent: only what somebody of the office has verified. */
export function publicChannels(database: ReadableDatabase): HoaxChannel[] {
  return hoaxChannels(database).filter(
    ({ active, forPublic, verification }) => active && forPublic && verification === 'diverifikasi',
  );
}

/** A channel counts as verified only with who verified it and when. */
export function saveChannel(
  input: InputOf<'hoaxes.saveChannel'>,
  context: UseCaseContext,
): OutputOf<'hoaxes.saveChannel'> {
  if (input.verification === 'diverifikasi' && (input.verifiedBy === null || input.verifiedAt === null))
    throw new AppError('INVALID_INPUT', {
      field: input.verifiedBy === null ? 'verifiedBy' : 'verifiedAt',
      problem: 'needed-for-verified',
    });
  return context.write(['hoaxes', 'settings'], (database) => {
    database.run(
      `INSERT INTO hoax_channels (code, body, updated_at, updated_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (code) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [input.code, JSON.stringify(input), context.now().toISOString(), context.actor.id],
    );
    return {
      value: { channels: hoaxChannels(database) },
      entry: {
        action: 'settings.hoax-channel-changed',
        subjectKind: 'setting',
        subjectId: input.code,
        facts: { verification: input.verification, active: input.active },
      },
    };
  });
}
