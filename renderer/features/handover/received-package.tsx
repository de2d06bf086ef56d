/** One received package: what it is, what was checked, its files to look at and copy out, and whose data it holds. */
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconEye, IconReceipt } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedFile, ReceivedPage } from '#shared/contract/handover.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { PersonsOf } from './persons.tsx';
import { ReceivedFileViewer } from './received-file.tsx';
import { useSaveReceipt } from './save-receipt.ts';
import { SEAL_TONES, SealMark } from './seal-mark.tsx';

/** The page of one package. */
export function ReceivedPackagePage({
  id,
  onClose,
  pages,
}: {
  id: string;
  onClose: () => void;
  pages: (handle: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const page = useOperation('handover.get', { id });
  const saveReceipt = useSaveReceipt();
  const [looking, setLooking] = useState<ReceivedFile | null>(null);
  return (
    <Page
      title={page.data?.package.caseNumber ?? t('handover.title')}
      detail={page.data === undefined ? undefined : t('handover.from', { name: page.data.package.receivedFrom })}
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onClose}>
            {t('handover.title')}
          </Button>
          <Button leftSection={<IconReceipt size={16} />} onClick={() => saveReceipt('received', id)}>
            {t('handover.receipt')}
          </Button>
        </Group>
      }
    >
      <div className="n-narrow">
        <Answer of={page}>
          {(value) => (
            <>
              <About page={value} />
              <Section title={t('handover.filesTitle')}>
                <ul className="n-rows n-card">
                  {value.files.map((file) => (
                    <li key={file.path}>
                      <FileRow packageId={id} file={file} onLook={() => setLooking(file)} />
                    </li>
                  ))}
                </ul>
              </Section>
              <PersonsOf source={{ of: 'received', id }} title={t('handover.persons.ofPackage')} />
            </>
          )}
        </Answer>
      </div>
      {looking !== null && (
        <ReceivedFileViewer packageId={id} file={looking} onClose={() => setLooking(null)} pages={pages} />
      )}
    </Page>
  );
}

function About({ page }: { page: ReceivedPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { package: about, manifest } = page;
  return (
    <Section title={t(`handover.kindTitle.${about.kind}`)} actions={<SealMark seal={about.seal} />}>
      <div className="n-package-notices">
        <Notice tone="done">{t('handover.checked')}</Notice>
        <Notice tone={SEAL_TONES[about.seal]}>{t(`handover.sealText.${about.seal}`)}</Notice>
      </div>
      <Facts
        rows={[
          [t('handover.facts.receivedAt'), format.instant(about.receivedAt)],
          [t('handover.facts.receivedBy'), about.receivedBy],
          [t('handover.facts.receivedFrom'), about.receivedFrom],
          [t('handover.facts.madeAt'), manifest.madeAtLocal],
          [t('handover.facts.madeBy'), about.madeBy],
          [t('handover.facts.file'), `${about.fileName} (${format.bytes(about.fileBytes)})`],
          [
            about.form === 'folder' ? t('handover.facts.sums') : 'SHA-256',
            <Hash key="file" value={about.fileSha256} />,
          ],
          [t('handover.facts.encrypted'), about.encrypted ? t('handover.facts.yes') : t('handover.facts.no')],
          [t('handover.facts.fingerprint'), <Hash key="seal" value={about.sealFingerprint} whole />],
          [
            t('handover.facts.vault'),
            <span key="vault" className="n-mono">
              {about.vaultId}
            </span>,
          ],
          [
            t('handover.facts.head'),
            <span key="head">
              {t('handover.facts.entry', { n: format.number(manifest.custodyHead.sequence) })}{' '}
              <Hash value={manifest.custodyHead.hash} />
            </span>,
          ],
          [t('handover.facts.leftOut'), manifest.leftOut.length === 0 ? null : format.number(manifest.leftOut.length)],
        ]}
      />
    </Section>
  );
}

function FileRow({
  packageId,
  file,
  onLook,
}: {
  packageId: string;
  file: ReceivedFile;
  onLook: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const save = (): void =>
    void call('handover.saveFile', { id: packageId, path: file.path }).then(
      ({ saved, name }) => saved && notify.done(t('handover.saved', { name })),
      notify.failed,
    );
  return (
    <div className="n-package">
      <div className="n-row-text">
        <div className="n-clip">{file.path}</div>
        <div className="n-meta n-clip">
          {format.bytes(file.bytes)} · <Hash value={file.sha256} />
        </div>
      </div>
      {file.viewable !== 'none' && (
        <Tooltip label={t('handover.look')}>
          <ActionIcon onClick={onLook} aria-label={`${t('handover.look')}: ${file.path}`}>
            <IconEye size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t('handover.saveFile')}>
        <ActionIcon onClick={save} aria-label={`${t('handover.saveFile')}: ${file.path}`}>
          <IconDownload size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
