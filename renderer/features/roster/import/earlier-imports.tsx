/** What was imported before, each with the way to undo it. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { useOperation } from '../../../bridge/queries.ts';
import { useFormat } from '../../../ui/format.ts';
import { Mark } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/page.tsx';
import { Answer } from '../../../ui/states.tsx';
import { UndoDialog } from './undo-dialog.tsx';

type Import = OutputOf<'roster.imports'>['imports'][number];

/** As many as are shown at first. */
const FEW = 3;

/** Impor sebelumnya. */
export function EarlierImports(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useOperation('roster.imports', {});
  const [all, setAll] = useState(false);
  const [undoing, setUndoing] = useState<Import | null>(null);
  return (
    <Section title={t('roster.wizard.earlier.title')}>
      <Answer of={query} rows={3}>
        {({ imports }) => (
          <>
            {imports.length === 0 && <p className="n-quiet">{t('roster.wizard.earlier.none')}</p>}
            {imports.length > 0 && (
              <ul className="n-rows n-card">
                {imports.slice(0, all ? undefined : FEW).map((row) => (
                  <Line key={row.id} row={row} onUndo={() => setUndoing(row)} />
                ))}
              </ul>
            )}
            {!all && imports.length > FEW && (
              <Button variant="subtle" color="gray" size="xs" mt={8} onClick={() => setAll(true)}>
                {t('roster.wizard.earlier.all', { n: format.number(imports.length) })}
              </Button>
            )}
          </>
        )}
      </Answer>
      {undoing !== null && (
        <UndoDialog
          of={{ ...undoing, importId: undoing.id, name: undoing.fileName }}
          onClose={() => setUndoing(null)}
        />
      )}
    </Section>
  );
}

function Line({ row, onUndo }: { row: Import; onUndo: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="n-import-earlier">
      <div className="n-row-text">
        <div className="n-clip">{row.fileName}</div>
        <div className="n-meta">
          {t('roster.wizard.earlier.line', {
            at: format.brief(row.at),
            user: row.user,
            asOf: format.calendar(row.asOf),
          })}
        </div>
      </div>
      <span className="n-meta n-import-earlier-counts">
        {t('roster.wizard.earlier.counts', {
          added: format.number(row.added),
          updated: format.number(row.updated),
          gone: format.number(row.gone),
        })}
      </span>
      {row.undoneAt === null ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={15} />}
          aria-label={t('roster.wizard.undo.of', { name: row.fileName })}
          onClick={onUndo}
        >
          {t('roster.wizard.undo.short')}
        </Button>
      ) : (
        <Mark tone="quiet">
          {t('roster.wizard.earlier.undone', { when: format.brief(row.undoneAt), user: row.undoneBy ?? '—' })}
        </Mark>
      )}
    </li>
  );
}
