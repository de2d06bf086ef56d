/** The stage with the search in its picture's words, while that is open. */
import type { ComponentProps, ReactNode } from 'react';
import { Stage } from '../stage.tsx';
import { TextSearchBar } from './text-search.tsx';
import { type SearchedPicture, useTextSearch } from './use-text-search.ts';

type StageProps = Omit<ComponentProps<typeof Stage>, 'search'>;

/** `searched` is null while nothing is looked for. The stage stays as it is when the search opens: its picture is not opened anew. */
export function SearchedStage({
  searched,
  onCloseSearch,
  ...stage
}: StageProps & { searched: SearchedPicture | null; onCloseSearch: () => void }): ReactNode {
  const search = useTextSearch(stage.evidenceId, searched);
  return (
    <>
      <Stage {...stage} search={searched === null ? null : search} />
      {searched !== null && <TextSearchBar search={search} onClose={onCloseSearch} />}
    </>
  );
}
