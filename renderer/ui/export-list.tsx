/** The export of a list: all rows that match, as a spreadsheet, recorded in the audit trail. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import { type ListFormat, listFormat } from '#shared/contract/lists.ts';
import { call } from '../bridge/call.ts';
import { useAction } from './dialogs.tsx';
import { useFormat } from './format.ts';
import { useNotify } from './notify.tsx';

interface ExportListProps {
  /** The list with the search, filters and sort that it shows now. */
  readonly selection: CallOf<'lists.export'>['selection'];
  readonly disabled: boolean;
  /** `quiet` in a line of filters, `icon` where there is little room. */
  readonly look?: 'button' | 'quiet' | 'icon';
  /** Another way to export that asks something first. */
  readonly more?: { readonly label: string; readonly onPress: () => void };
}

/** The button with its two formats; asks where to and says what was saved. */
export function ExportList({ selection, disabled, look = 'button', more }: ExportListProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { busy, run } = useAction();
  const save = (as: ListFormat): void =>
    void run(async () => {
      try {
        const { saved, name, rows } = await call('lists.export', { selection, format: as });
        if (saved) notify.done(t('common.exported.list', { name, n: format.number(rows) }));
      } catch (error) {
        notify.failed(error);
      }
    });
  return (
    <Menu position="bottom-end" disabled={disabled}>
      <Menu.Target>
        {look === 'icon' ? (
          <ActionIcon
            size={28}
            loading={busy}
            disabled={disabled}
            aria-label={t('common.export')}
            title={t('common.export')}
          >
            <IconDownload size={16} stroke={1.6} />
          </ActionIcon>
        ) : (
          <Button
            {...(look === 'quiet' ? { variant: 'subtle', color: 'gray', px: 10 } : { variant: 'default' })}
            leftSection={<IconDownload size={16} />}
            rightSection={<IconChevronDown size={14} />}
            loading={busy}
            disabled={disabled}
          >
            {t('common.export')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {listFormat.options.map((as) => (
          <Menu.Item key={as} onClick={() => save(as)}>
            {t(`common.exportAs.${as}`)}
          </Menu.Item>
        ))}
        {more !== undefined && <Menu.Item onClick={more.onPress}>{more.label}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
