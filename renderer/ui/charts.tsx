/**
 * Charts that are tables: each number stands beside its mark and can be read by a screen reader; what leads somewhere is a button.
 * One colour; nothing is told by colour alone.
 */
import type { ReactNode } from 'react';
import { useFormat } from './format.ts';
import './charts.css';

export interface ChartItem {
  readonly key: string;
  readonly words: string;
  /** Null: left out of a public version. */
  readonly count: number | null;
  /** Goes to what is behind the number. */
  readonly onOpen?: (() => void) | undefined;
}

interface ChartProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly items: readonly ChartItem[];
}

/** Bars lying on their side, one a line: the words, the bar, the number. */
export function BarChart({ label, items, of }: ChartProps & { readonly of?: number }): ReactNode {
  const format = useFormat();
  const most = of ?? Math.max(1, ...items.map(({ count }) => count ?? 0));
  return (
    <table className="n-bar-chart">
      <caption className="n-hidden">{label}</caption>
      <tbody>
        {items.map(({ key, words, count, onOpen }) => (
          <tr key={key}>
            <th scope="row">
              <span title={words}>{words}</span>
            </th>
            <td>
              <Opener label={`${words}: ${shown(count, format.number)}`} onOpen={onOpen}>
                <i aria-hidden style={{ width: `${(82 * (count ?? 0)) / Math.max(1, most)}%` }} />
                <b>{shown(count, format.number)}</b>
              </Opener>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Standing bars in the order of time, the numbers above them. `every`: so many words are left between two that are shown. */
export function TimeChart({ label, items, every = 1 }: ChartProps & { readonly every?: number }): ReactNode {
  const format = useFormat();
  const most = Math.max(1, ...items.map(({ count }) => count ?? 0));
  return (
    <ol className="n-time-chart" aria-label={label}>
      {items.map(({ key, words, count, onOpen }, index) => (
        <li key={key}>
          <Opener label={`${words}: ${shown(count, format.number)}`} onOpen={onOpen}>
            <b>{shown(count, format.number)}</b>
            <i aria-hidden style={{ height: `${(100 * (count ?? 0)) / most}%` }} />
          </Opener>
          <span aria-hidden>{(items.length - 1 - index) % every === 0 ? words : '\u00a0'}</span>
        </li>
      ))}
    </ol>
  );
}

const WIDTH = 120;
const HEIGHT = 26;

/** A small line of numbers in the order of time; the last one stands beside it. What is left out breaks the line. */
export function TrendLine({ label, counts }: { label: string; counts: readonly (number | null)[] }): ReactNode {
  const format = useFormat();
  const most = Math.max(1, ...counts.map((count) => count ?? 0));
  const step = WIDTH / Math.max(1, counts.length - 1);
  const place = (count: number, index: number): string =>
    `${(index * step).toFixed(1)},${(HEIGHT - 2 - ((HEIGHT - 4) * count) / most).toFixed(1)}`;
  return (
    <svg className="n-trend-line" viewBox={`-2 0 ${WIDTH + 4} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{`${label}: ${counts.map((count) => shown(count, format.number)).join(', ')}`}</title>
      {runsOf(counts).map((run) => (
        <polyline key={run[0]?.index} points={run.map(({ count, index }) => place(count, index)).join(' ')} />
      ))}
      {counts.map((count, index) => {
        const [x, y] = place(count ?? 0, index).split(',');
        // The table's numbers tell the rest.
        return count === null ? null : <circle key={index} cx={x} cy={y} r={index === counts.length - 1 ? 2 : 1} />;
      })}
    </svg>
  );
}

function runsOf(counts: readonly (number | null)[]): { readonly count: number; readonly index: number }[][] {
  const runs: { count: number; index: number }[][] = [[]];
  counts.forEach((count, index) => {
    if (count === null) runs.push([]);
    else runs.at(-1)?.push({ count, index });
  });
  return runs.filter((run) => run.length > 1);
}

function Opener({
  label,
  onOpen,
  children,
}: {
  label: string;
  onOpen: (() => void) | undefined;
  children: ReactNode;
}): ReactNode {
  if (onOpen === undefined) return <span className="n-chart-value">{children}</span>;
  return (
    <button type="button" className="n-chart-value" aria-label={label} onClick={onOpen}>
      {children}
    </button>
  );
}

function shown(count: number | null, format: (value: number) => string): string {
  return count === null ? '…' : format(count);
}
