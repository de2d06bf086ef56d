/** Status as icon and word, never colour alone; and the strip that says what is still missing. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconInfoCircle,
  IconMinus,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

export type Tone = 'info' | 'waiting' | 'problem' | 'done' | 'sealed' | 'quiet';
export type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

const ICONS: Readonly<Record<Tone, Icon>> = {
  info: IconInfoCircle,
  waiting: IconClock,
  problem: IconAlertTriangle,
  done: IconCircleCheck,
  sealed: IconRosetteDiscountCheck,
  quiet: IconMinus,
};

/** A status: the tone's icon (or a nearer one) and a word. */
export function Mark({
  tone,
  icon,
  plain = false,
  children,
}: {
  tone: Tone;
  icon?: Icon;
  plain?: boolean;
  children: ReactNode;
}): ReactNode {
  const Drawn = icon ?? ICONS[tone];
  return (
    <span className="n-mark" data-tone={tone} data-plain={plain || undefined}>
      <Drawn size={14} stroke={2} />
      {children}
    </span>
  );
}

/** A sentence that must be seen, with its icon. */
export function Notice({ tone, icon, children }: { tone: Tone; icon?: Icon; children: ReactNode }): ReactNode {
  const Drawn = icon ?? ICONS[tone];
  return (
    <div className="n-notice" data-tone={tone} role="note">
      <Drawn size={18} stroke={1.8} />
      <div>{children}</div>
    </div>
  );
}

export interface MissingItem {
  readonly code: string;
  readonly words: string;
  /** Goes to where it can be mended. */
  readonly mend?: () => void;
}

/** One line: what is still missing before this stands up, or that nothing is. */
export function MissingStrip({
  label,
  complete,
  items,
}: {
  label: string;
  complete: string;
  items: readonly MissingItem[];
}): ReactNode {
  if (items.length === 0) {
    return (
      <div className="n-strip" data-tone="done">
        <strong>
          <IconCircleCheck size={16} stroke={2} /> {complete}
        </strong>
      </div>
    );
  }
  return (
    <div className="n-strip" data-tone="waiting">
      <strong>
        <IconClock size={16} stroke={2} /> {label}
      </strong>
      {items.map(({ code, words, mend }) =>
        mend === undefined ? (
          <span key={code} className="n-strip-item">
            {words}
          </span>
        ) : (
          <button key={code} type="button" className="n-strip-item" onClick={mend}>
            {words}
          </button>
        ),
      )}
    </div>
  );
}
