/** The product's emblem: one drawing of a seal with an eye (netra). Used on the lock screen, on each piece of evidence and as the icon. */
import type { ReactNode } from 'react';

export type SealState = 'idle' | 'checking' | 'intact' | 'broken';

/** The scalloped rim as a path in a 64 by 64 square: 24 lobes between two circles. */
export const SEAL_RIM = rim(24, 30, 27.4);

/** The eye: almond, iris, and the tick of light in it. */
export const SEAL_EYE =
  'M13 32c5.2-7.6 11.6-11.4 19-11.4S45.800 24.400 51 32c-5.200 7.600-11.600 11.400-19 11.400S18.200 39.600 13 32Z';

const TONE: Readonly<Record<SealState, string>> = {
  idle: 'sealed',
  checking: 'sealed',
  intact: 'done',
  broken: 'problem',
};

/** The seal. It turns while its evidence is hashed anew, and shows a broken rim when the bytes differ. */
export function Seal({
  size = 32,
  state = 'idle',
  tone,
}: {
  size?: number;
  state?: SealState;
  tone?: string;
}): ReactNode {
  return (
    <svg
      className="n-seal"
      data-state={state}
      data-tone={tone ?? TONE[state]}
      width={size}
      height={size}
      viewBox="0 0 64 64"
      fill="none"
      aria-hidden="true"
    >
      <g className="rim">
        <path
          d={SEAL_RIM}
          fill="currentColor"
          fillOpacity={0.12}
          stroke="currentColor"
          strokeWidth={1.6}
          strokeLinejoin="round"
          strokeDasharray={state === 'broken' ? '6 5' : 'none'}
        />
        <circle cx={32} cy={32} r={23.4} stroke="currentColor" strokeWidth={1.2} strokeDasharray="1.200 2.476" />
      </g>
      <path d={SEAL_EYE} stroke="currentColor" strokeWidth={2.4} strokeLinejoin="round" />
      {state === 'broken' ? (
        <path d="m27 27 10 10m0-10-10 10" stroke="currentColor" strokeWidth={3} strokeLinecap="round" />
      ) : (
        <>
          <circle cx={32} cy={32} r={7.2} fill="currentColor" />
          <path
            d={
              state === 'intact' ? 'm28.600 32.200 2.400 2.400 4.600-4.900' : 'M32 28.400a3.600 3.600 0 0 1 3.600 3.600'
            }
            stroke="var(--n-surface)"
            strokeWidth={2}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
    </svg>
  );
}

function rim(lobes: number, outer: number, inner: number): string {
  const point = (index: number, radius: number): string => {
    const angle = (index * Math.PI) / lobes;
    return `${(32 + radius * Math.sin(angle)).toFixed(2)} ${(32 - radius * Math.cos(angle)).toFixed(2)}`;
  };
  const arcs = Array.from(
    { length: lobes },
    (_, lobe) => `Q${point(2 * lobe + 1, outer * 1.035)} ${point(2 * lobe + 2, inner)}`,
  );
  return `M${point(0, inner)}${arcs.join('')}Z`;
}
