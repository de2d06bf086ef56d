/** The search in a picture's words: Enter to the next place, Shift+Enter to the one before, Escape closes it. */
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Icon } from '../../../ui/marks.tsx';
import { Problem } from '../../../ui/states.tsx';
import type { TextSearch } from './use-text-search.ts';
import './text-search.css';

/** Floats over the stage; the count is told as it changes. */
export function TextSearchBar({ search, onClose }: { search: TextSearch; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { query, hits, at, failed } = search;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else search.step(event.shiftKey ? -1 : 1);
  };
  const count = search.busy
    ? t('evidence.finding.reading')
    : hits.length > 0
      ? t('evidence.finding.of', { at: at + 1, all: hits.length })
      : query.trim() === ''
        ? ''
        : t('evidence.finding.nothing');
  return (
    <div className="n-text-search" role="search" aria-label={t('evidence.finding.label')} onKeyDown={onKeyDown}>
      <TextInput
        data-autofocus
        autoFocus
        size="xs"
        w={220}
        maxLength={200}
        value={query}
        onChange={(event) => search.setQuery(event.currentTarget.value)}
        placeholder={t('evidence.finding.label')}
        aria-label={t('evidence.finding.label')}
        leftSection={<IconSearch size={14} stroke={1.6} />}
        spellCheck={false}
      />
      <span className="n-text-search-count" role="status">
        {count}
      </span>
      <Press icon={IconChevronUp} label={t('evidence.finding.previous')} onPress={() => search.step(-1)} />
      <Press icon={IconChevronDown} label={t('evidence.finding.next')} onPress={() => search.step(1)} />
      <Press icon={IconX} label={t('evidence.finding.close')} onPress={onClose} />
      {failed !== null && <Problem error={failed} />}
    </div>
  );
}

function Press({ icon: Drawn, label, onPress }: { icon: Icon; label: string; onPress: () => void }): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={onPress} aria-label={label} variant="transparent" size={26}>
        <Drawn size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
