/** The messages of a chat, to choose those that are the report: by mouse (Shift, Ctrl, drag) and by keyboard alike. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeMessage } from '#shared/contract/report-intake-job.ts';
import type { IntakeLook } from '#shared/contract/report-intake.ts';
import { call } from '../../../bridge/call.ts';
import { useFormat } from '../../../ui/format.ts';
import { Bones, Problem } from '../../../ui/states.tsx';
import { useWindowedRows } from '../../../ui/windowed-rows.ts';
import { choose, chooseAll, isChosen, type MessageSelection, moveTo } from './selection.ts';

/** Height of a row, px; the same figure stands in intake.css. */
const ROW = 48;
/** Rows of a page key. */
const JUMP = 10;

interface MessageListProps {
  readonly look: IntakeLook;
  readonly selection: MessageSelection;
  readonly onSelect: (selection: MessageSelection) => void;
}

export function MessageList({ look, selection, onSelect }: MessageListProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { readingId } = look;
  const rows = useWindowedRows<IntakeMessage>(['reportIntake.messages', readingId], (offset, limit) =>
    call('reportIntake.messages', { readingId, offset, limit }),
  );
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  const go = (next: MessageSelection): void => {
    onSelect(next);
    virtual.scrollToIndex(next.active);
  };
  if (rows.error !== null) return <Problem error={rows.error} />;
  if (rows.waiting) return <Bones rows={8} />;
  return (
    <div
      ref={box}
      className="n-intake-messages"
      role="listbox"
      aria-multiselectable
      aria-label={t('reportIntake.messages')}
      aria-activedescendant={`${id}-${selection.active}`}
      tabIndex={0}
      onKeyDown={(event) => onKey(event, selection, rows.total, go)}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => (
          <MessageRow
            key={index}
            id={`${id}-${index}`}
            top={start}
            index={index}
            message={rows.rowAt(index)}
            look={look}
            selection={selection}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
}

interface MessageRowProps extends MessageListProps {
  readonly id: string;
  readonly top: number;
  readonly index: number;
  readonly message: IntakeMessage | undefined;
}

function MessageRow({ id, top, index, message, look, selection, onSelect }: MessageRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    onSelect(choose(selection, index, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only'));
  };
  const drag = (event: PointerEvent): void => {
    if (event.buttons === 1 && !event.ctrlKey) onSelect(choose(selection, index, 'extend'));
  };
  const sender =
    message?.sender === null || message === undefined ? undefined : look.chat?.participants[message.sender];
  const file = look.attachments.find((one) => one.id === message?.attachment);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen(selection, index)}
      className="n-intake-message"
      data-active={selection.active === index || undefined}
      data-quiet={message?.kind === 'system' || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={press}
      onPointerEnter={drag}
    >
      {message !== undefined && (
        <>
          <span className="n-intake-when">
            {message.day === null ? t('reportIntake.noDay') : format.calendar(message.day)}
            <br />
            {message.time.slice(0, 5).replace(':', format.number(0.5).charAt(1) === ',' ? '.' : ':')}
          </span>
          <span className="n-intake-said">
            <b>{sender?.name ?? t('reportIntake.system')}</b> {message.text}
            {message.kind === 'deleted' && <i>{t('reportIntake.deleted')}</i>}
            {file !== undefined && ' '}
            {file !== undefined && (
              <span className="n-intake-media" data-missing={file.state !== 'whole' || undefined}>
                {file.name}
                {file.state !== 'whole' && ` (${t(`reportIntake.fileState.${file.state}`)})`}
              </span>
            )}
            {message.omitted && <i>{t('reportIntake.omitted')}</i>}
            {message.edited && <i> {t('reportIntake.edited')}</i>}
          </span>
        </>
      )}
    </div>
  );
}

function onKey(
  event: KeyboardEvent,
  selection: MessageSelection,
  total: number,
  go: (next: MessageSelection) => void,
): void {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  const command = ctrlKey || metaKey;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: selection.active + 1,
    ArrowUp: selection.active - 1,
    PageDown: selection.active + JUMP,
    PageUp: selection.active - JUMP,
    Home: 0,
    End: total - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  if (target !== undefined) {
    const at = Math.max(0, Math.min(total - 1, target));
    go(shiftKey ? choose(selection, at, 'extend') : command ? moveTo(selection, at) : choose(selection, at, 'only'));
  } else if (key === ' ') go(choose(selection, selection.active, 'toggle'));
  else if (command && key.toLowerCase() === 'a') go({ ...chooseAll(total), active: selection.active });
  else return;
  event.preventDefault();
}
