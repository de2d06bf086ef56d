/** Paket: what was received from other vaults, what was made here, and this vault's address for packages. */
import { Button, Group } from '@mantine/core';
import { IconPackageExport, IconPackageImport, IconReceipt } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MadePackage, ReceivedPackage } from '#shared/contract/handover.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answer, Empty, Problem } from '../../ui/states.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { ReceivedPackagePage } from './received-package.tsx';
import { SealMark } from './seal-mark.tsx';
import { useSaveReceipt } from './save-receipt.ts';
import './handover.css';

/** Paket. `pages` draws a document's pages: that part belongs to the reports. */
export function HandoverPage({
  selected,
  onSelect,
  pages,
}: {
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  pages: (handle: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [receiving, setReceiving] = useState(false);
  if (selected !== undefined)
    return <ReceivedPackagePage id={selected} onClose={() => onSelect(undefined)} pages={pages} />;
  return (
    <Page
      title={t('handover.title')}
      detail={t('handover.detail')}
      actions={
        <Button leftSection={<IconPackageImport size={16} />} onClick={() => setReceiving(true)}>
          {t('handover.receive')}
        </Button>
      }
    >
      <div className="n-narrow">
        <Received onOpen={onSelect} />
        <Made />
        <Address />
      </div>
      {receiving && <ReceiveDialog onDone={onSelect} onClose={() => setReceiving(false)} />}
    </Page>
  );
}

function Received({ onOpen }: { onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('handover.received', {});
  return (
    <Section title={t('handover.received')}>
      <Answer of={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="n-card">
              <Empty icon={IconPackageImport} title={t('handover.emptyReceived')}>
                {t('handover.emptyReceivedText')}
              </Empty>
            </div>
          ) : (
            <ul className="n-rows n-card">
              {rows.map((row) => (
                <li key={row.id}>
                  <ReceivedRow row={row} onOpen={() => onOpen(row.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function ReceivedRow({ row, onOpen }: { row: ReceivedPackage; onOpen: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-package">
      <div className="n-row-text">
        <div className="n-clip">
          {row.caseNumber} <span className="n-quiet">· {t('handover.from', { name: row.receivedFrom })}</span>
        </div>
        <div className="n-meta n-clip">
          {format.brief(row.receivedAt)} · {t(`handover.kind.${row.kind}`)} ·{' '}
          {t('handover.files', { n: format.number(row.files) })} · {format.bytes(row.bytes)}
        </div>
      </div>
      <SealMark seal={row.seal} />
      <Button
        variant="default"
        size="compact-sm"
        onClick={onOpen}
        aria-label={`${t('handover.look')}: ${row.caseNumber}`}
      >
        {t('handover.look')}
      </Button>
    </div>
  );
}

function Made(): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('handover.made', {});
  return (
    <Section title={t('handover.made')}>
      <Answer of={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="n-card">
              <Empty icon={IconPackageExport} title={t('handover.emptyMade')} />
            </div>
          ) : (
            <ul className="n-rows n-card">
              {rows.map((row) => (
                <li key={row.id}>
                  <MadeRow row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function MadeRow({ row }: { row: MadePackage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const saveReceipt = useSaveReceipt();
  const to = row.handedTo === '' ? t('handover.nobody') : t('handover.to', { name: row.handedTo });
  return (
    <div className="n-package">
      <div className="n-row-text">
        <div className="n-clip">
          {row.caseNumber} <span className="n-quiet">· {to}</span>
        </div>
        <div className="n-meta n-clip">
          {format.brief(row.madeAt)} · {row.madeBy} · {t(`handover.form.${row.form}`)} ·{' '}
          {t('handover.files', { n: format.number(row.files) })} · {format.bytes(row.bytes)} · {row.name}
        </div>
      </div>
      <Mark tone={row.kind === 'lengkap' ? 'waiting' : 'info'}>{t(`handover.kind.${row.kind}`)}</Mark>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconReceipt size={15} />}
        onClick={() => saveReceipt('made', row.id)}
        aria-label={`${t('handover.receipt')}: ${row.caseNumber}`}
      >
        {t('handover.receipt')}
      </Button>
    </div>
  );
}

/** Shown on demand: its making is recorded. */
function Address(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [recipient, setRecipient] = useState<string | null>(null);
  const { busy, error, run } = useAction();
  const show = (): void => void run(async () => setRecipient((await call('handover.address', {})).recipient));
  const copy = (text: string): void =>
    void call('app.copyText', { text }).then(() => notify.done(t('handover.address.copied')), notify.failed);
  return (
    <Section title={t('handover.address.title')}>
      <p className="n-quiet">{t('handover.address.text')}</p>
      {error !== null && <Problem error={error} />}
      {recipient === null ? (
        <Button variant="default" onClick={show} loading={busy}>
          {t('handover.address.show')}
        </Button>
      ) : (
        <Group gap="sm">
          <code className="n-mono n-package-address">{recipient}</code>
          <Button variant="default" size="compact-sm" onClick={() => copy(recipient)}>
            {t('handover.address.copy')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
