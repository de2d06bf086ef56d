/** A monitoring round's work at the capture window: what is answered is the account that the window was sent to, and nothing else. */
import type { RoundAtWindow, RoundPlace } from '#shared/contract/capture-round.ts';
import { monitoringOperations, type Work } from '#shared/contract/monitoring.ts';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { Outcome } from '#shared/domain/monitoring/rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PageShortcuts } from '../capture/adapter/page-guard.ts';
import type { VaultSession } from '../vault-host/vault-session.ts';

/** The part of a capture window that a round moves. */
export interface RoundControl {
  state(): Pick<CaptureState, 'busy' | 'round'>;
  navigate(address: string): Promise<void>;
  /** Leaves the page that is shown, for an account that cannot be opened; the state tells the problem. */
  blank(problem: string | null): void;
  setRound(place: RoundPlace | null): void;
}

export interface RoundWork {
  /** Sends the window to an account of a round; what keeps it from opening is told in its state. */
  enter(control: RoundControl, place: RoundPlace, address: string): Promise<void>;
  /** Null when the window does not work on a round. */
  show(control: RoundControl): Promise<RoundAtWindow | null>;
  /** Records it and goes on to the next account. What monitoring.record refuses; CAPTURE_BUSY; NOT_FOUND outside rounds. */
  answer(control: RoundControl, outcome: Outcome): Promise<void>;
  /** As above; NOT_FOUND also when nothing was answered. */
  takeBack(control: RoundControl): Promise<void>;
  /** Goes to the account that is to be looked at now. */
  open(control: RoundControl): Promise<void>;
}

/** The rules are the vault's; here only stands which account the window shows. */
export function createRoundWork(vault: Pick<VaultSession, 'ask'>): RoundWork {
  const work = async ({ roundId, itemId }: RoundPlace): Promise<Work> =>
    monitoringOperations.work.output.parse(
      await vault.ask('call', { name: 'monitoring.work', input: { roundId, itemId } }),
    );
  return {
    enter,
    async show(control) {
      const { round } = control.state();
      return round === null ? null : shown(await work(round), round);
    },
    async answer(control, outcome) {
      const round = placeOf(control);
      const { item } = await work(round);
      // Answered meanwhile in the main window: the vault would take this as the answer for another account's page.
      if (item?.id !== round.itemId) throw new AppError('MONITORING_STATE_NOT_ALLOWED');
      const evidenceId = outcome === 'captured' ? (item.captures[0]?.id ?? null) : null;
      const input = { itemId: item.id, outcome, evidenceId };
      const after = await vault.ask('call', { name: 'monitoring.record', input });
      await goTo(control, round.roundId, monitoringOperations.record.output.parse(after));
    },
    async takeBack(control) {
      const { roundId } = placeOf(control);
      const after = await vault.ask('call', { name: 'monitoring.undo', input: { roundId } });
      await goTo(control, roundId, monitoringOperations.undo.output.parse(after));
    },
    async open(control) {
      const round = placeOf(control);
      await goTo(control, round.roundId, await work(round));
    },
  };
}

/** A refusal is told in the state, as every failure of the page's keys is; outside rounds the keys do nothing. */
export function roundKeys(
  control: RoundControl & { failed(code: string): void },
  rounds: Pick<RoundWork, 'answer' | 'takeBack'>,
): Pick<PageShortcuts, 'answer' | 'takeBackAnswer'> {
  const act = (start: () => Promise<void>): void => {
    if (control.state().round === null) return;
    start().catch((error: unknown) => control.failed(error instanceof AppError ? error.code : 'INTERNAL'));
  };
  return {
    answer: (outcome) => act(() => rounds.answer(control, outcome)),
    takeBackAnswer: () => act(() => rounds.takeBack(control)),
  };
}

function placeOf(control: RoundControl): RoundPlace {
  const { busy, round } = control.state();
  if (round === null) throw new AppError('NOT_FOUND', { id: '' });
  if (busy) throw new AppError('CAPTURE_BUSY');
  return round;
}

async function goTo(control: RoundControl, roundId: string, { item }: Work): Promise<void> {
  if (item !== null) await enter(control, { roundId, itemId: item.id }, item.account?.url ?? '');
}

/** An address that leads nowhere is an account to be answered too; the page of the one before must not stand below its name. */
async function enter(control: RoundControl, place: RoundPlace, address: string): Promise<void> {
  control.setRound(place);
  if (address === '') return control.blank(null);
  try {
    await control.navigate(address);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    control.blank(error.params['reason'] === 'not-resolved' ? 'PAGE_NAME_NOT_FOUND' : error.code);
  }
}

function shown({ round, item, latest }: Work, place: RoundPlace): RoundAtWindow {
  return {
    number: round.number,
    state: round.state,
    done: round.done,
    accounts: round.accounts,
    item: item && {
      opened: item.id === place.itemId,
      person: item.employee.name,
      unit: item.employee.unit ?? item.employee.agency ?? '',
      platform: item.account?.platform ?? '',
      handle: item.account?.handle ?? '',
      url: item.account?.url ?? '',
      capture: item.captures[0]?.number ?? null,
    },
    latest: latest && { outcome: latest.look.outcome, person: latest.item.employee.name },
  };
}
