/** What goes out: the sheet as a document, the picture to share, and the words that go with it. */
import { Button, Group } from '@mantine/core';
import { IconCopy, IconDownload, IconFileText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentState } from '#shared/contract/documents.ts';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import { CARD_SIZE_NAMES, CARD_SIZES, type CardSize } from '#shared/domain/hoaxes/card-sizes.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';

export function ClarificationSection({ page }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hoax } = page;
  const concluded = hoax.verdict !== null;
  return (
    <Section
      title={t('hoaxes.sections.clarification')}
      actions={
        concluded && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileText size={15} />}
            onClick={() =>
              void navigate({ to: '/dokumen/buat', search: { jenis: 'lembar_klarifikasi', hoaks: hoax.id } })
            }
          >
            {t('hoaxes.clarification.sheet')}
          </Button>
        )
      }
    >
      {concluded ? (
        <>
          <Sheets page={page} />
          <Picture page={page} />
        </>
      ) : (
        <p className="n-quiet">{t('hoaxes.clarification.needs')}</p>
      )}
    </Section>
  );
}

function Sheets({ page: { sheets } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stateOf = (state: string) => documentState.options.find((known) => known === state) ?? 'berlaku';
  if (sheets.length === 0) return <p className="n-quiet n-hoax-line">{t('hoaxes.clarification.noSheets')}</p>;
  return (
    <div className="n-card">
      <ul className="n-rows" aria-label={t('hoaxes.clarification.sheets')}>
        {sheets.map(({ id, number, issuedAt, state }) => (
          <li key={id} className="n-hoax-part">
            <div>
              {number === '' ? t('hoaxes.clarification.noNumber') : number}
              <div className="n-meta">
                {format.instant(issuedAt)} · {t(`hoaxes.clarification.state.${stateOf(state)}`)}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Picture({ page: { hoax, conclusions } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [size, setSize] = useState<CardSize>('portrait');
  // Drawn anew when another conclusion holds; the old picture is kept by nobody.
  const drawn = useOperation('hoaxes.drawCard', { id: hoax.id, size }, { enabled: conclusions.length > 0 });
  const save = (): void =>
    void run(async () => {
      try {
        const { saved, name } = await call('hoaxes.saveCard', { id: hoax.id, size });
        if (saved) notify.done(t('hoaxes.clarification.saved', { name }));
      } catch (error) {
        notify.failed(error);
      }
    });
  const copy = (text: string): void =>
    void call('app.copyText', { text })
      .then(() => notify.done(t('hoaxes.clarification.copied')))
      .catch(notify.failed);
  return (
    <div className="n-hoax-picture">
      <h3>{t('hoaxes.clarification.picture')}</h3>
      <Segmented
        label={t('hoaxes.clarification.size')}
        data={choices(CARD_SIZE_NAMES, (one) => t(`hoaxes.clarification.sizes.${one}`))}
        value={size}
        onChange={setSize}
      />
      {drawn.isError && <Problem error={drawn.error} retry={() => void drawn.refetch()} />}
      {drawn.isPending && (
        <p className="n-quiet" role="status" style={{ aspectRatio: aspect(size), maxHeight: 420 }}>
          {t('hoaxes.clarification.drawing')}
        </p>
      )}
      {drawn.data !== undefined && (
        <>
          <img
            src={evidenceAddress(drawn.data.handle)}
            alt={drawn.data.altText}
            style={{ aspectRatio: aspect(size) }}
          />
          <Group gap="xs">
            <Button leftSection={<IconDownload size={16} />} loading={busy} onClick={save}>
              {t('hoaxes.clarification.save')}
            </Button>
            <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => copy(drawn.data.altText)}>
              {t('hoaxes.clarification.copyAlt')}
            </Button>
          </Group>
          <details className="n-hoax-earlier">
            <summary>{t('hoaxes.clarification.alt')}</summary>
            <p className="n-meta">{t('hoaxes.clarification.altHint')}</p>
            <p className="n-hoax-prose">{drawn.data.altText}</p>
          </details>
        </>
      )}
      <p className="n-meta">{t('hoaxes.clarification.channels')}</p>
    </div>
  );
}

function aspect(size: CardSize): string {
  const { width, height } = CARD_SIZES[size];
  return `${width} / ${height}`;
}
