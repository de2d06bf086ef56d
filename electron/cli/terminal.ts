/** The terminal, if there is one: secrets are asked for without echo, progress and prose go to stderr. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  /** A line typed without echo, or null where no terminal is attached. */
  askSecret(question: string): Promise<string | null>;
  /** Shows a secret to the person at the terminal; false where nobody would see it but a file or a log. */
  showSecret(text: string): boolean;
  /** Prose for people: stderr. */
  say(line: string): void;
  /** One line that is written over; nothing where stderr is not a terminal. */
  progress(line: string): void;
  /** Ends the progress line. */
  endProgress(): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  let progressShown = false;
  const endProgress = (): void => {
    if (progressShown) process.stderr.write('\n');
    progressShown = false;
  };
  return {
    askSecret: async (question) => {
      if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
      endProgress();
      return await readWithoutEcho(question);
    },
    showSecret: (text) => {
      if (!process.stderr.isTTY) return false;
      endProgress();
      process.stderr.write(`${text}\n`);
      return true;
    },
    say: (line) => {
      endProgress();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      progressShown = true;
      process.stderr.write(`\r\u001b[2K${line}`);
    },
    endProgress,
  };
}

/** readline puts the terminal into raw mode and echoes by itself: its echo goes nowhere. */
function readWithoutEcho(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      lines.close();
      process.stderr.write('\n');
      resolve(line);
    });
    lines.once('SIGINT', () => {
      lines.close();
      process.stderr.write('\n');
      reject(new Error('interrupted'));
    });
  });
}
