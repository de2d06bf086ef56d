/** What every step stands in: where one is, a heading that takes the focus, and the line with the way back and on. */
import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportWork, type Step, STEPS } from './use-import.ts';

/** The four steps; those that are done lead back. */
export function StepBar({ work }: { work: ImportWork }): ReactNode {
  const { t } = useTranslation();
  const now = STEPS.indexOf(work.step);
  const open = (step: Step): boolean =>
    work.busy === null &&
    work.step !== 'result' &&
    step !== work.step &&
    (step === 'file' ||
      (step === 'sheets' && work.matter !== null) ||
      (step === 'review' && work.plan !== null && work.planIsCurrent));
  return (
    <nav aria-label={t('roster.wizard.title')}>
      <ol className="n-import-steps">
        {STEPS.map((step, place) => (
          <li key={step} aria-current={step === work.step ? 'step' : undefined} data-done={place < now || undefined}>
            <button type="button" disabled={!open(step)} onClick={() => work.go(step)}>
              <span className="n-import-number" aria-hidden>
                {place < now ? <IconCheck size={12} stroke={3} /> : place + 1}
              </span>
              {t(`roster.wizard.steps.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The step's heading. It takes the focus when the step begins, so that Tab goes on from here and the step is read out. */
export function StepHeading({ step, children }: { step: Step; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  const n = STEPS.indexOf(step) + 1;
  return (
    <h2 ref={ref} tabIndex={-1} className="n-import-heading">
      <span className="n-hidden">{t('roster.wizard.stepOf', { n, step: t(`roster.wizard.steps.${step}`) })}: </span>
      {children}
    </h2>
  );
}

interface FooterProps {
  readonly onBack?: () => void;
  readonly next?: {
    readonly label: string;
    readonly onPress: () => void;
    readonly disabled?: boolean;
    readonly busy?: boolean;
  };
  /** What stands between the two ways. */
  readonly children?: ReactNode;
}

/** Always in view. Ctrl+Enter presses its main button from anywhere on the step. */
export function StepFooter({ onBack, next, children }: FooterProps): ReactNode {
  const { t } = useTranslation();
  const go = (): void => {
    const free = document.querySelector('[role="dialog"]') === null;
    if (free && next !== undefined && next.disabled !== true && next.busy !== true) next.onPress();
  };
  useHotkeys([['mod+Enter', go]], []);
  return (
    <footer className="n-import-footer">
      {onBack !== undefined && (
        <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
          {t('common.back')}
        </Button>
      )}
      <div className="n-import-footer-text">{children}</div>
      {next !== undefined && (
        <Button
          onClick={next.onPress}
          disabled={next.disabled === true}
          loading={next.busy === true}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd size="xs">{t('roster.wizard.shortcut')}</Kbd>}
        >
          {next.label}
        </Button>
      )}
    </footer>
  );
}
