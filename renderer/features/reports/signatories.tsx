/** Who signs for the office, and in what capacity. */
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfficeDocuments, type OfficeSignatory, officeSignatory } from '#shared/contract/documents.ts';
import { choices } from '../../ui/names.ts';
import { Section } from '../../ui/page.tsx';

const { capacity: capacities, acting: actings } = officeSignatory.shape;

interface SignatoriesProps {
  readonly office: OfficeDocuments;
  readonly onChange: (office: OfficeDocuments) => void;
}

export function Signatories({ office, onChange }: SignatoriesProps): ReactNode {
  const { t } = useTranslation();
  const { signatories } = office;
  const put = (next: OfficeSignatory): void =>
    onChange({ ...office, signatories: signatories.map((one) => (one.id === next.id ? next : one)) });
  const add = (): void =>
    onChange({
      ...office,
      signatories: [
        ...signatories,
        {
          id: crypto.randomUUID(),
          capacity: 'kepala',
          acting: '',
          onBehalfOf: '',
          position: '',
          name: '',
          rank: '',
          nip: '',
        },
      ],
    });
  return (
    <Section
      title={t('documents.settings.signatories')}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('documents.settings.addSignatory')}
        </Button>
      }
    >
      {signatories.length === 0 ? (
        <p className="n-quiet">{t('documents.settings.noSignatories')}</p>
      ) : (
        <ul className="n-rows n-card">
          {signatories.map((one) => (
            <li key={one.id} className="n-kind-settings">
              <Signatory signatory={one} onChange={put} onRemove={() => onChange(without(office, one.id))} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Of the kinds that name the person, too. */
function without(office: OfficeDocuments, gone: string): OfficeDocuments {
  const kinds = Object.fromEntries(
    Object.entries(office.kinds).map(([document, kind]) => [
      document,
      { ...kind, signatories: kind.signatories.filter((id) => id !== gone) },
    ]),
  );
  return {
    ...office,
    signatories: office.signatories.filter(({ id }) => id !== gone),
    kinds: { ...office.kinds, ...kinds },
  };
}

interface SignatoryProps {
  readonly signatory: OfficeSignatory;
  readonly onChange: (signatory: OfficeSignatory) => void;
  readonly onRemove: () => void;
}

function Signatory({ signatory, onChange, onRemove }: SignatoryProps): ReactNode {
  const { t } = useTranslation();
  const line = (name: 'position' | 'name' | 'rank' | 'nip' | 'onBehalfOf'): ReactNode => (
    <TextInput
      label={t(`documents.settings.${name}`)}
      value={signatory[name]}
      required={name === 'name'}
      onChange={(event) => onChange({ ...signatory, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Group grow align="flex-end">
        <Select
          label={t('documents.settings.capacity')}
          allowDeselect={false}
          data={choices(capacities.options, (one) => t(`documents.settings.capacities.${one}`))}
          value={signatory.capacity}
          onChange={(value) =>
            onChange({ ...signatory, capacity: capacities.options.find((one) => one === value) ?? 'kepala' })
          }
        />
        <Select
          label={t('documents.settings.acting')}
          allowDeselect={false}
          data={choices(actings.options, (one) => (one === '' ? t('documents.settings.actingNone') : one))}
          value={signatory.acting}
          onChange={(value) => onChange({ ...signatory, acting: actings.options.find((one) => one === value) ?? '' })}
        />
        {(signatory.acting === 'a.n.' || signatory.acting === 'u.b.') && line('onBehalfOf')}
        {line('position')}
      </Group>
      <div className="n-signatory-line">
        <Group grow>
          {line('name')}
          {line('rank')}
          {line('nip')}
        </Group>
        <ActionIcon onClick={onRemove} aria-label={t('documents.settings.removeSignatory', { name: signatory.name })}>
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </>
  );
}
