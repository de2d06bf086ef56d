/** One tab of the viewer for all photos and videos of the page: a menu of their names. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Artefact } from '#shared/contract/evidence.ts';

/** Nothing where none was kept that can be shown. */
export function MediaTab({
  artefacts,
  shown,
  onChoose,
}: {
  artefacts: readonly Artefact[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const media = artefacts.filter(({ kind, viewable }) => /^(reload-)?media$/.test(kind) && viewable !== 'none');
  if (media.length === 0) return null;
  const at = media.find(({ id }) => id === shown);
  return (
    // The bar that it hangs from never scrolls away, so there is nothing to hide from.
    <Menu position="bottom-end" hideDetached={false}>
      <Menu.Target>
        <button type="button" aria-pressed={at !== undefined}>
          {at?.name ?? t('evidence.media.tab', { n: media.length })}
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {media.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
