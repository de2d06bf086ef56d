/** The keys of the work list: letters that no other screen of the app takes, at rest while text is typed or a dialog is open. */
import { useHotkeys } from '@mantine/hooks';
import { OUTCOME_KEYS, OUTCOMES, type Outcome } from '#shared/domain/monitoring/rules.ts';

interface WorkKeys {
  readonly give: (outcome: Outcome) => void;
  readonly undo: () => void;
  readonly open: () => void;
  readonly note: () => void;
}

/** T, L, B, H, P, X answer; Z takes back, O opens the account, C goes to the note. */
export function useWorkKeys({ give, undo, open, note }: WorkKeys): void {
  const free =
    (act: () => void) =>
    (event: KeyboardEvent): void => {
      // A key that is held down answers one account, not all that follow.
      if (event.repeat || document.querySelector('[role="dialog"]') !== null) return;
      act();
    };
  useHotkeys([
    ...OUTCOMES.map((outcome): [string, (event: KeyboardEvent) => void] => [
      OUTCOME_KEYS[outcome],
      free(() => give(outcome)),
    ]),
    ['Z', free(undo)],
    ['O', free(open)],
    ['C', free(note)],
  ]);
}
