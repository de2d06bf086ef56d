/** The evidence of one case, as a part of the case's page. */
import { Button, Group } from '@mantine/core';
import { IconCrop, IconFilePlus, IconPhoto } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../bridge/queries.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { Gallery } from './gallery.tsx';
import { useTakingIn } from './taking-in.tsx';
import { Viewer } from './viewer.tsx';

/** The gallery of the case; files dropped on the page go into it. */
export function CaseEvidence({ caseId }: { caseId: string }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('evidence.list', { where: 'case', caseId, limit: 1_000 });
  const taking = useTakingIn(caseId);
  const [looking, setLooking] = useState<string | null>(null);
  const add = (
    <Group gap="xs">
      <Button variant="default" size="xs" leftSection={<IconFilePlus size={15} />} onClick={taking.choose}>
        {t('evidence.addFiles')}
      </Button>
      <Button variant="default" size="xs" leftSection={<IconCrop size={15} />} onClick={taking.pickRegion}>
        {t('evidence.region.action')}
      </Button>
    </Group>
  );
  return (
    <>
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="n-card">
              <Empty icon={IconPhoto} title={t('evidence.emptyCase')} action={add}>
                {t('evidence.emptyText')}
              </Empty>
            </div>
          ) : (
            <>
              <Gallery
                rows={rows}
                label={t('evidence.title')}
                target={150}
                onLook={(row) => setLooking(row.id)}
                onDetails={(row) => setLooking(row.id)}
              />
              <div style={{ marginTop: 12 }}>{add}</div>
              {looking !== null && (
                <Viewer
                  rows={rows}
                  id={looking}
                  onMove={(row) => setLooking(row.id)}
                  onClose={() => setLooking(null)}
                />
              )}
            </>
          )
        }
      </Answer>
      {taking.element}
    </>
  );
}
