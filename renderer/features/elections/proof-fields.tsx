/** Where a statement comes from and how far it was checked: the same fields in every form of elections. */
import { Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { verificationState } from '#shared/contract/cases.ts';
import type { ElectionStage } from '#shared/contract/elections.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import type { FilterChoice } from '../../ui/tools.tsx';

type VerificationState = z.infer<typeof verificationState>;

export type Proof = Pick<ElectionStage, 'source' | 'sourceUrl' | 'verification' | 'verifiedBy' | 'verifiedAt'>;

export const NO_PROOF: Proof = {
  source: '',
  sourceUrl: null,
  verification: 'ingatan',
  verifiedBy: null,
  verifiedAt: null,
};

/** Whether what is called verified has its name, day and address. */
export function isProofWhole({ verification, verifiedBy, verifiedAt, sourceUrl }: Proof): boolean {
  return verification !== 'diverifikasi' || (verifiedBy !== null && verifiedAt !== null && sourceUrl !== null);
}

/** The part of some values that is their proof. */
export function proofOf({ source, sourceUrl, verification, verifiedBy, verifiedAt }: Proof): Proof {
  return { source, sourceUrl, verification, verifiedBy, verifiedAt };
}

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

export function ProofFields({
  proof,
  onChange,
}: {
  proof: Proof;
  onChange: (part: Partial<Proof>) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('elections.field.source')}
        description={t('elections.field.sourceHelp')}
        value={proof.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <TextInput
        label={t('elections.field.sourceUrl')}
        value={proof.sourceUrl ?? ''}
        onChange={(event) => onChange({ sourceUrl: orNull(event.currentTarget.value) })}
      />
      <Select
        label={t('elections.field.verification')}
        data={choices(verificationState.options, (state) => t(`names.verification.${state}`))}
        value={proof.verification}
        allowDeselect={false}
        onChange={(value) => onChange({ verification: stateNamed(value) ?? proof.verification })}
      />
      {proof.verification === 'diverifikasi' && (
        <Group grow>
          <TextInput
            label={t('elections.field.verifiedBy')}
            value={proof.verifiedBy ?? ''}
            onChange={(event) => onChange({ verifiedBy: orNull(event.currentTarget.value) })}
          />
          <TextInput
            type="date"
            label={t('elections.field.verifiedAt')}
            value={proof.verifiedAt ?? ''}
            onChange={(event) => onChange({ verifiedAt: orNull(event.currentTarget.value) })}
          />
        </Group>
      )}
    </>
  );
}

/** How far the rows of a list were checked, as one of its filters. */
export function useVerificationFilter(
  value: VerificationState | undefined,
  onChange: (value: VerificationState | undefined) => void,
): FilterChoice {
  const { t } = useTranslation();
  return {
    label: t('elections.column.verification'),
    options: choices(verificationState.options, (state) => t(`names.verification.${state}`)),
    value,
    onChange: (next) => onChange(stateNamed(next)),
  };
}

/** How far a row was checked, and whether it has a source at all. */
export function ProofMarks({ proof }: { proof: Proof }): ReactNode {
  const { t } = useTranslation();
  const verified = proof.verification === 'diverifikasi';
  const source = proof.source === '' ? t('elections.noSource') : proof.source;
  const words = verified ? source : `${t(`names.verification.${proof.verification}`)} · ${source}`;
  return (
    <>
      <Mark tone={verified ? 'done' : 'waiting'} plain>
        {verified ? t('names.verification.diverifikasi') : t('elections.verify')}
      </Mark>
      <div className="n-meta n-clip" title={words}>
        {words}
      </div>
    </>
  );
}

function stateNamed(value: string | null | undefined): VerificationState | undefined {
  return verificationState.options.find((state) => state === value);
}
