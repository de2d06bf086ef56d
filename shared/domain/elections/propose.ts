/** Which rows of the violation list fit an act: a proposal by its words' own terms, never a judgement. */
import type { ActType } from '../acts/sheets.ts';
import type { CandidatePath, Standing } from './kinds.ts';

/** A row of the violation list as the rule sees it. */
export interface ListedRow {
  readonly code: string;
  /** Whom the row speaks of: bakal_calon, bakal_calon_perseorangan, calon; null: of no candidate. */
  readonly candidate: string | null;
}

export interface FittingRow {
  readonly code: string;
  /** It names this type of act, or only the standing fits. */
  readonly fits: 'act' | 'standing';
}

export interface ProposalQuestion {
  readonly standing: Standing;
  readonly actType: ActType | null;
  /** Null while it is not known who is meant. */
  readonly path: CandidatePath | null;
}

/**
 * KE rows for an aspirant, D rows for a candidate, by what each row says of whom it speaks; those that name the type of act first.
 * None where the standing is not known or the person no longer stands.
 */
export function fittingRows(
  { standing, actType, path }: ProposalQuestion,
  rows: readonly ListedRow[],
  typesOf: ReadonlyMap<string, readonly ActType[]>,
): FittingRow[] {
  if (standing !== 'bakal_calon' && standing !== 'calon') return [];
  const fitting = rows
    .filter(({ candidate }) => fitsStanding(candidate, standing, path))
    .map(({ code }): FittingRow => {
      const named = actType !== null && (typesOf.get(code) ?? []).includes(actType);
      return { code, fits: named ? 'act' : 'standing' };
    });
  return [...fitting.filter(({ fits }) => fits === 'act'), ...fitting.filter(({ fits }) => fits === 'standing')];
}

function fitsStanding(candidate: string | null, standing: Standing, path: CandidatePath | null): boolean {
  if (candidate === null) return true;
  if (candidate === 'bakal_calon_perseorangan') return standing === 'bakal_calon' && path !== 'partai';
  return candidate === standing;
}
