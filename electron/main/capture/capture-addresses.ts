/** Capturing a list of addresses without a person: each in a window of its own, so that nothing of one reaches the next. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { CaptureOutcome, CaptureRecord } from '#shared/domain/capture/record.ts';
import type { CaptureWindow } from '../windows/capture-window.ts';
import { addressFromInput } from './address-input.ts';

/** One address's result, as `netra evidence capture` prints it. */
export interface CapturedAddress {
  readonly id: string | null;
  readonly number: string | null;
  readonly outcome: CaptureOutcome;
  /** Why nothing was kept; null when something was. */
  readonly error: { readonly code: ErrorCode; readonly params: AppError['params'] } | null;
  readonly requestedUrl: string;
  readonly documentUrl: string | null;
  readonly shownUrl: string | null;
  readonly status: number | null;
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  readonly capturedAt: string | null;
  readonly artefacts: readonly {
    kind: string;
    sha256: string;
    bytes: number;
    width: number | null;
    height: number | null;
  }[];
  readonly completeness: CaptureRecord['completeness'] | null;
  readonly warnings: readonly string[];
}

export interface CaptureAddressesOptions {
  readonly addresses: readonly string[];
  /** Opens a fresh capture window whose sink leads to the wanted case. */
  readonly openWindow: () => Promise<CaptureWindow>;
  readonly reload?: boolean;
  readonly onResult?: (result: CapturedAddress) => void;
}

/** Captures them one after the other. An address that is refused or fails does not stop the others. */
export async function captureAddresses(options: CaptureAddressesOptions): Promise<readonly CapturedAddress[]> {
  const results: CapturedAddress[] = [];
  for (const typed of options.addresses) {
    const result = await captureAddress(typed, options);
    options.onResult?.(result);
    results.push(result);
  }
  return results;
}

/** Captures one in a window of its own. What is refused or fails is told in the answer; only a fault of ours throws. */
export async function captureAddress(
  typed: string,
  options: Pick<CaptureAddressesOptions, 'openWindow' | 'reload'>,
): Promise<CapturedAddress> {
  let opened: CaptureWindow | null = null;
  try {
    const address = addressFromInput(typed);
    opened = await options.openWindow();
    await opened.controller.visit(address);
    const taken = await opened.controller.take({ reload: options.reload ?? false, requestedAddress: address });
    return resultOf(taken.record, taken);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusedResult(typed, error);
  } finally {
    opened?.close();
  }
}

function resultOf(record: CaptureRecord, kept: { evidenceId: string; number: string }): CapturedAddress {
  const { joined } = record;
  const whole =
    joined === null
      ? []
      : [
          {
            kind: 'full-page-image',
            sha256: joined.sha256,
            bytes: joined.bytes,
            width: joined.width,
            height: joined.height,
          },
        ];
  const others = record.artefacts.filter((artefact) => artefact.kind !== 'full-page-tile' || joined === null);
  return {
    id: kept.evidenceId,
    number: kept.number,
    outcome: record.outcome,
    error: null,
    requestedUrl: record.requestedAddress,
    documentUrl: record.document?.url ?? null,
    shownUrl: record.shownAddress,
    status: record.document?.status ?? null,
    redirects: record.redirects.map(({ url, status }) => ({ url, status })),
    capturedAt: record.startedAt.utc,
    artefacts: [
      ...others.map(({ kind, sha256, bytes, width, height }) => ({ kind, sha256, bytes, width, height })),
      ...whole,
    ],
    completeness: record.completeness,
    warnings: record.warnings,
  };
}

function refusedResult(typed: string, error: AppError): CapturedAddress {
  return {
    id: null,
    number: null,
    outcome: 'failed',
    error: { code: error.code, params: error.params },
    requestedUrl: typed,
    documentUrl: null,
    shownUrl: null,
    status: null,
    redirects: [],
    capturedAt: null,
    artefacts: [],
    completeness: null,
    warnings: [],
  };
}
