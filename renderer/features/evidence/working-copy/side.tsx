/** Beside the picture: what is covered and why, what is marked, a note, and saving. */
import { ActionIcon, Button, Checkbox, NativeSelect, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  LONGEST_MARK_TEXT,
  MARK_COLOURS,
  type Mark,
  MASK_REASONS,
  type Mask,
  type PixelSize,
} from '#shared/domain/evidence/working-copy.ts';
import { Notice } from '../../../ui/marks.tsx';
import { Problem } from '../../../ui/states.tsx';
import type { Editing, EditingAction, Selection } from './editing.ts';

export interface Saving {
  readonly note: string;
  readonly use: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onNote: (note: string) => void;
  readonly onUse: (use: boolean) => void;
  readonly onSave: () => void;
}

interface SideProps {
  readonly editing: Editing;
  readonly dispatch: (action: EditingAction) => void;
  readonly saving: Saving;
}

export function Side({ editing, dispatch, saving }: SideProps): ReactNode {
  const { t } = useTranslation();
  const { edits } = editing;
  return (
    <aside className="n-copy-side">
      <div className="n-copy-lists">
        <h2>
          {t('workingCopy.masks')} <span className="n-meta">{edits.masks.length}</span>
        </h2>
        {edits.masks.length === 0 && <p className="n-meta">{t('workingCopy.noMasks')}</p>}
        <ol className="n-copy-list">
          {edits.masks.map((mask, index) => (
            <MaskRow key={index} mask={mask} index={index} editing={editing} dispatch={dispatch} />
          ))}
        </ol>
        {edits.marks.length > 0 && <h2>{t('workingCopy.marks')}</h2>}
        <ol className="n-copy-list" data-list="marks">
          {edits.marks.map((mark, index) => (
            <MarkRow key={index} mark={mark} index={index} editing={editing} dispatch={dispatch} />
          ))}
        </ol>
        {edits.crop !== null && (
          <>
            <h2>{t('workingCopy.kept')}</h2>
            <div className="n-copy-row" data-selected={editing.selected?.list === 'crop' || undefined}>
              <Pick selection={{ list: 'crop' }} label={t('workingCopy.selectCrop')} dispatch={dispatch}>
                {sizeText(edits.crop)}
              </Pick>
              <span className="n-copy-size" />
              <Remove selection={{ list: 'crop' }} what={t('workingCopy.kept')} dispatch={dispatch} />
            </div>
          </>
        )}
      </div>
      <SaveForm saving={saving} masks={edits.masks.length} />
    </aside>
  );
}

function MaskRow({
  mask,
  index,
  editing,
  dispatch,
}: { mask: Mask; index: number } & Pick<SideProps, 'editing' | 'dispatch'>): ReactNode {
  const { t } = useTranslation();
  const selection = { list: 'masks', index } as const;
  const n = index + 1;
  return (
    <li className="n-copy-row" data-selected={isSelected(editing, selection) || undefined}>
      <Pick selection={selection} label={t('workingCopy.selectMask', { n })} dispatch={dispatch}>
        {n}
      </Pick>
      <NativeSelect
        size="xs"
        aria-label={t('workingCopy.reason', { n })}
        value={mask.reason}
        data={MASK_REASONS.map((reason) => ({ value: reason, label: t(`workingCopy.reasons.${reason}`) }))}
        onChange={(event) => {
          const reason = MASK_REASONS.find((one) => one === event.currentTarget.value);
          if (reason !== undefined) dispatch({ do: 'reason', index, reason });
        }}
      />
      <span className="n-meta n-copy-size">{sizeText(mask)}</span>
      <Remove selection={selection} what={t('workingCopy.selectMask', { n })} dispatch={dispatch} />
    </li>
  );
}

function MarkRow({
  mark,
  index,
  editing,
  dispatch,
}: { mark: Mark; index: number } & Pick<SideProps, 'editing' | 'dispatch'>): ReactNode {
  const { t } = useTranslation();
  const selection = { list: 'marks', index } as const;
  const n = index + 1;
  return (
    <li className="n-copy-row" data-selected={isSelected(editing, selection) || undefined}>
      <Pick selection={selection} label={t('workingCopy.selectMark', { n })} dispatch={dispatch}>
        {t(`workingCopy.mark.${mark.kind}`)}
      </Pick>
      {mark.kind === 'text' && (
        <TextInput
          size="xs"
          aria-label={t('workingCopy.words', { n })}
          value={mark.text}
          maxLength={LONGEST_MARK_TEXT}
          onChange={(event) => dispatch({ do: 'text', index, text: event.currentTarget.value })}
        />
      )}
      {'colour' in mark && (
        <NativeSelect
          size="xs"
          aria-label={t('workingCopy.colour', { n })}
          value={mark.colour}
          data={MARK_COLOURS.map((colour) => ({ value: colour, label: t(`workingCopy.colours.${colour}`) }))}
          onChange={(event) => {
            const colour = MARK_COLOURS.find((one) => one === event.currentTarget.value);
            if (colour !== undefined) dispatch({ do: 'colour', index, colour });
          }}
        />
      )}
      <span className="n-copy-size" />
      <Remove selection={selection} what={t('workingCopy.selectMark', { n })} dispatch={dispatch} />
    </li>
  );
}

function Pick({
  selection,
  label,
  dispatch,
  children,
}: {
  selection: Selection;
  label: string;
  dispatch: SideProps['dispatch'];
  children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="n-copy-pick"
      aria-label={label}
      onClick={() => {
        dispatch({ do: 'tool', tool: 'select' });
        dispatch({ do: 'select', selected: selection });
      }}
    >
      {children}
    </button>
  );
}

function Remove({
  selection,
  what,
  dispatch,
}: {
  selection: Selection;
  what: string;
  dispatch: SideProps['dispatch'];
}): ReactNode {
  const { t } = useTranslation();
  const label = t('workingCopy.remove', { what: what.toLowerCase() });
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={28}
        variant="subtle"
        aria-label={label}
        onClick={() => {
          dispatch({ do: 'select', selected: selection });
          dispatch({ do: 'remove' });
        }}
      >
        <IconTrash size={15} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

function SaveForm({ saving, masks }: { saving: Saving; masks: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <form
      className="n-copy-save"
      onSubmit={(event) => {
        event.preventDefault();
        saving.onSave();
      }}
    >
      <Textarea
        label={t('workingCopy.note')}
        description={t('workingCopy.noteHint')}
        value={saving.note}
        onChange={(event) => saving.onNote(event.currentTarget.value)}
        autosize
        maxRows={3}
      />
      <Checkbox
        size="xs"
        label={t('workingCopy.use')}
        description={t('workingCopy.useHint')}
        checked={saving.use}
        onChange={(event) => saving.onUse(event.currentTarget.checked)}
      />
      {saving.use && masks === 0 && <Notice tone="waiting">{t('workingCopy.noMaskWarning')}</Notice>}
      {saving.error !== null && <Problem error={saving.error} />}
      <Button type="submit" loading={saving.busy} fullWidth>
        {saving.busy ? t('workingCopy.saving') : t('workingCopy.submit')}
      </Button>
      <p className="n-meta">{t('workingCopy.solid')}</p>
    </form>
  );
}

function isSelected({ selected }: Editing, other: Exclude<Selection, null>): boolean {
  return (
    selected?.list === other.list && (!('index' in other) || ('index' in selected && selected.index === other.index))
  );
}

const sizeText = ({ width, height }: PixelSize): string => `${width} × ${height} px`;
