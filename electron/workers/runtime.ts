/** What every worker program stands on: one job in, plain results out, bytes by range and by acknowledged chunk. */
import { AppError } from '#shared/errors/app-error.ts';
import type { FromWorker, ToWorker } from '#shared/contract/worker-protocol.ts';

/** What a job's handler may do; it has no key, no database and no path. */
export interface WorkerContext {
  /** The job as the supervisor sent it; parse it before use. */
  readonly job: unknown;
  /** Size in bytes of a named input; throws when the supervisor did not give it. */
  inputSize(input: string): number;
  /** At most `length` bytes from `offset`; fewer only at the end. */
  read(input: string, offset: number, length: number): Promise<Uint8Array>;
  /** Hands over a chunk; resolves when it was taken (back-pressure). */
  write(output: string, bytes: Uint8Array): Promise<void>;
  /** Asks the supervisor something only it can answer (a signature over a digest). */
  ask(question: string, payload: unknown): Promise<unknown>;
  progress(phase: string, done: number, total: number | null): void;
}

interface Port {
  send(message: FromWorker): void;
  listen(receive: (message: ToWorker) => void): void;
  exit(code: number): void;
}

/** Starts the worker: announces itself, runs the one job it is sent, answers and ends. */
export function runWorker(handler: (context: WorkerContext) => Promise<unknown>, port: Port = processPort()): void {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  const request = (message: (id: number) => FromWorker): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      port.send(message(id));
    });

  port.listen((message) => {
    if (message.type === 'start') {
      const context = createContext(message, request, port);
      handler(context).then(
        (value) => finish(port, { type: 'done', value }),
        (error: unknown) => finish(port, failureOf(error)),
      );
      return;
    }
    const pending = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) pending?.resolve(message.value);
    else pending?.reject(new Error('the supervisor refused the request'));
  });
  port.send({ type: 'ready' });
}

function createContext(
  start: Extract<ToWorker, { type: 'start' }>,
  request: (message: (id: number) => FromWorker) => Promise<unknown>,
  port: Port,
): WorkerContext {
  return {
    job: start.job,
    inputSize: (input) => {
      const size = start.inputs[input];
      if (size === undefined) throw new Error(`no input named ${input}`);
      return size;
    },
    read: async (input, offset, length) => {
      const bytes = await request((id) => ({ type: 'read', id, input, offset, length }));
      if (!(bytes instanceof Uint8Array)) throw new Error('the supervisor did not answer with bytes');
      return bytes;
    },
    write: async (output, bytes) => {
      await request((id) => ({ type: 'write', id, output, bytes }));
    },
    ask: (question, payload) => request((id) => ({ type: 'ask', id, question, payload })),
    progress: (phase, done, total) => port.send({ type: 'progress', phase, done, total }),
  };
}

function failureOf(error: unknown): FromWorker {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof AppError) return { type: 'failed', code: error.code, params: error.params, detail };
  return { type: 'failed', code: 'INTERNAL', params: {}, detail };
}

function finish(port: Port, message: FromWorker): void {
  port.send(message);
}

/** The channel to the supervisor: a utility process's parent port, or the IPC channel of a forked Node process. */
function processPort(): Port {
  const parentPort = (
    process as {
      parentPort?: {
        postMessage(message: unknown): void;
        on(event: 'message', listener: (event: { data: ToWorker }) => void): void;
      };
    }
  ).parentPort;
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (receive) => parentPort.on('message', (event) => receive(event.data)),
      exit: (code) => process.exit(code),
    };
  }
  return {
    send: (message) => {
      process.send?.(message);
    },
    listen: (receive) => {
      process.on('message', (message) => receive(message as ToWorker));
      process.on('disconnect', () => process.exit(0));
    },
    exit: (code) => process.exit(code),
  };
}
