/**
 * Carries one question of the signing side to the network. A program file of its own, without Electron: main and the
 * command line use the same one. No cookies, no redirects, no proxy: one request to one allowed host.
 */
import { lookup as systemLookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { LARGEST_ANSWERS, type OutsideQuestion } from '#shared/contract/outside.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { allowedAddress, allowedPlace, type OutsideReach } from './reach.ts';

/** From the first step to the last byte (milliseconds). */
const PATIENCE = 15_000;

const TYPES: Readonly<Record<OutsideQuestion['purpose'], string>> = {
  timestamp: 'application/timestamp-query',
  ocsp: 'application/ocsp-request',
  crl: '',
  certificate: '',
};

/** The answer's bytes; SERVICE_HOST_NOT_ALLOWED, SERVICE_UNREACHABLE, SERVICE_ANSWER_TOO_LARGE. */
export async function askOutside(
  question: OutsideQuestion,
  reach: OutsideReach,
  patience: number = PATIENCE,
): Promise<Uint8Array> {
  const url = allowedAddress(question.url, reach);
  if (url === null) throw new AppError('SERVICE_HOST_NOT_ALLOWED', { host: hostOf(question.url) });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowedPlace(host, reach))
    throw new AppError('SERVICE_HOST_NOT_ALLOWED', { host: url.host });
  return await new Promise<Uint8Array>((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(
        error instanceof AppError
          ? error
          : new AppError('SERVICE_UNREACHABLE', { host: url.host, reason: reasonOf(error) }, { cause: error }),
      );
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const body = question.body;
    const request = send(url, {
      method: body === null ? 'GET' : 'POST',
      agent: false,
      lookup: guardedLookup(reach),
      signal: AbortSignal.timeout(patience),
      headers: body === null ? {} : { 'content-type': TYPES[question.purpose], 'content-length': body.length },
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      if (response.statusCode !== 200) {
        request.destroy(
          new AppError('SERVICE_UNREACHABLE', { host: url.host, reason: `HTTP ${response.statusCode ?? 0}` }),
        );
        return;
      }
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > LARGEST_ANSWERS[question.purpose])
          request.destroy(new AppError('SERVICE_ANSWER_TOO_LARGE', { host: url.host }));
        else chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    });
    request.end(body ?? undefined);
  });
}

/** Judges what a name resolves to before a connection is made: a name in the settings may lead anywhere. */
function guardedLookup(reach: OutsideReach): LookupFunction {
  return (host, options, answer) => {
    systemLookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        answer(error, '', 0);
        return;
      }
      const allowed = found.filter(({ address }) => allowedPlace(address, reach));
      const [first] = allowed;
      if (first === undefined || allowed.length < found.length) {
        answer(new AppError('SERVICE_HOST_NOT_ALLOWED', { host }), '', 0);
      } else if (options.all === true) answer(null, allowed);
      else answer(null, first.address, first.family);
    });
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address.slice(0, 100);
}

/** A word for people who look after networks: the system's code, or that it took too long. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
