/** The operations of the capture window's tool bar, and the one that opens it. */
import { AppError } from '#shared/errors/app-error.ts';
import type { CaptureState, PublicLook } from '#shared/contract/capture.ts';
import type { AreaKind, CaptureArea } from '#shared/domain/capture/capture-area.ts';
import type { RecordOrder } from '../../capture/capture-controller.ts';
import type { RoundPlace } from '#shared/contract/capture-round.ts';
import type { LastCaptureActs } from '../../windows/last-capture.ts';
import type { RoundControl, RoundWork } from '../../windows/round-work.ts';
import type { Caller, MainHandlers } from '../router.ts';

/** One open capture window, as its tool bar drives it. */
export interface CaptureControl extends RoundControl {
  state(): CaptureState;
  navigate(address: string): Promise<void>;
  go(direction: 'back' | 'forward' | 'reload' | 'stop'): Promise<void> | void;
  setTarget(target: { readonly caseId: string | null; readonly label: string }): void;
  take(options: { reload: boolean; banner?: number }): Promise<unknown>;
  areas(kind: AreaKind): Promise<readonly CaptureArea[]>;
  light(kind: AreaKind, area: number | null): Promise<void>;
  record(order: RecordOrder): Promise<unknown>;
  stopRecording(): boolean;
  cancel(): void;
}

export interface CaptureHandlerParts {
  /** Opens a capture window, or brings the open one to the front, with its target and address. */
  open(
    target: { readonly caseId: string | null; readonly label: string },
    address: string,
    profileId: string | null | undefined,
    round: RoundPlace | null,
  ): Promise<void>;
  /** Replaces the tool bar's window by one with the office's session, or without. */
  useProfile(contentsId: number, profileId: string | null): Promise<void>;
  /** Looks at a capture's address without log-in. */
  look(evidenceId: string): Promise<PublicLook>;
  stopLook(): void;
  /** What is done with the last capture of the window that asks. */
  readonly last: LastCaptureActs;
  readonly rounds: RoundWork;
  /** The capture window whose tool bar asks, once it is there; undefined when it is none. */
  controlOf(contentsId: number): Promise<CaptureControl | undefined>;
  /** What the tool bar calls a target: the case's number and title, or the tray. */
  labelOf(caseId: string | null): Promise<string>;
  /** Is given every capture that runs; it must handle its failure. */
  onTaking(taking: Promise<unknown>): void;
}

type CaptureHandlers = Pick<MainHandlers, Extract<keyof MainHandlers, `capture.${string}`>>;

/** The handlers of `capture.*`. */
export function captureHandlers(parts: CaptureHandlerParts): CaptureHandlers {
  const control = async (caller: Caller): Promise<CaptureControl> => {
    const found = await parts.controlOf(caller.contentsId);
    if (found === undefined) throw new AppError('CAPTURE_WINDOW_CLOSED');
    return found;
  };
  return {
    'capture.openWindow': async ({ caseId, address, profileId, round }) => {
      await parts.open({ caseId, label: await parts.labelOf(caseId) }, address, profileId, round);
      return {};
    },
    'capture.state': async (_input, caller) => (await control(caller)).state(),
    'capture.navigate': async ({ address }, caller) => {
      await (await control(caller)).navigate(address);
      return {};
    },
    'capture.go': async ({ direction }, caller) => {
      await (await control(caller)).go(direction);
      return {};
    },
    'capture.setTarget': async ({ caseId }, caller) => {
      const window = await control(caller);
      window.setTarget({ caseId, label: await parts.labelOf(caseId) });
      return {};
    },
    'capture.take': async ({ reload, banner }, caller) => {
      // Long: the state event tells how it goes and how it ends.
      parts.onTaking((await control(caller)).take({ reload, ...(banner !== null && { banner }) }));
      return {};
    },
    'capture.areas': async ({ kind }, caller) => ({ areas: [...(await (await control(caller)).areas(kind))] }),
    'capture.light': async ({ kind, area }, caller) => {
      await (await control(caller)).light(kind, area);
      return {};
    },
    'capture.record': async (order, caller) => {
      parts.onTaking((await control(caller)).record(order));
      return {};
    },
    'capture.stopRecording': async (_input, caller) => {
      (await control(caller)).stopRecording();
      return {};
    },
    'capture.useProfile': async ({ profileId }, caller) => {
      await control(caller);
      await parts.useProfile(caller.contentsId, profileId);
      return {};
    },
    'capture.lookPublicly': async ({ id }) => {
      const looking = parts.look(id);
      parts.onTaking(looking);
      return looking;
    },
    'capture.stopLook': async () => {
      parts.stopLook();
      return {};
    },
    'capture.planLook': async ({ dueOn }, caller) => {
      await parts.last.planLook((await control(caller)).state().last, dueOn);
      return {};
    },
    'capture.fillSheet': async ({ actId, item }, caller) => {
      await parts.last.fillSheet((await control(caller)).state().last, actId, item);
      return {};
    },
    'capture.round': async (_input, caller) => ({ round: await parts.rounds.show(await control(caller)) }),
    'capture.answerAccount': async ({ outcome }, caller) => {
      await parts.rounds.answer(await control(caller), outcome);
      return {};
    },
    'capture.takeBackAnswer': async (_input, caller) => {
      await parts.rounds.takeBack(await control(caller));
      return {};
    },
    'capture.openAccount': async (_input, caller) => {
      await parts.rounds.open(await control(caller));
      return {};
    },
    'capture.cancel': async (_input, caller) => {
      (await control(caller)).cancel();
      return {};
    },
  };
}
