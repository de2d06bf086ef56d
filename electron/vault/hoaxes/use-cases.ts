import type { UseCases } from '../kernel.ts';
import { drawCard } from './draw-card.ts';
import { hoaxFigures } from './figures.ts';
import { hoaxPageOf } from './hoax-page.ts';
import { listHoaxes } from './list-hoaxes.ts';
import { linkCapture, linkReport, removePart, saveFollowUp, saveSource, saveSpread } from './parts.ts';
import { changeHoax, createHoax } from './record-hoax.ts';
import { hoaxChannels, hoaxKinds, saveChannel } from './references.ts';
import { concludeHoax, setHoaxState } from './steps.ts';

/** The hoaxes' use cases by operation. */
export const hoaxesUseCases = {
  'hoaxes.list': listHoaxes,
  'hoaxes.get': ({ id }, { database }) => hoaxPageOf(database, id),
  'hoaxes.create': createHoax,
  'hoaxes.change': changeHoax,
  'hoaxes.setState': setHoaxState,
  'hoaxes.conclude': concludeHoax,
  'hoaxes.saveSpread': saveSpread,
  'hoaxes.linkCapture': linkCapture,
  'hoaxes.saveSource': saveSource,
  'hoaxes.saveFollowUp': saveFollowUp,
  'hoaxes.linkReport': linkReport,
  'hoaxes.removePart': removePart,
  'hoaxes.figures': (period, { database }) => hoaxFigures(database, period),
  'hoaxes.references': (_input, { database }) => ({ kinds: hoaxKinds(), channels: hoaxChannels(database) }),
  'hoaxes.saveChannel': saveChannel,
  'hoaxes.drawCard': drawCard,
} satisfies Partial<UseCases>;
