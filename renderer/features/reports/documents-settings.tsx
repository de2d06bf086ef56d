/** What the office has set for its documents: emblem, numbers, signatories, each kind's ways. */
import { Accordion, Button, Group, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import type { DocumentKindSettings, OfficeDocuments } from '#shared/contract/documents.ts';
import { CERTIFICATIONS, SECRECIES, SECRECY_NAMES } from '#shared/domain/issuing/office-kinds.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { EmblemSection } from './emblem-section.tsx';
import { useKindWords } from './kind-words.ts';
import { Signatories } from './signatories.tsx';
import './reports.css';

const PAPERS = ['office', 'A4', 'F4'] as const;

/** Pengaturan → Dokumen. */
export function DocumentSettings(): ReactNode {
  const query = useOperation('documents.office', {});
  return (
    <Answer of={query}>
      {({ office, emblem }) => (
        <>
          <EmblemSection emblem={emblem} />
          <OfficeForm office={office} />
        </>
      )}
    </Answer>
  );
}

function OfficeForm({ office }: { office: OfficeDocuments }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [own, setOwn] = useState(office);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      setOwn(await call('documents.setOffice', withoutBlankLines(own)));
      notify.done(t('documents.settings.saved'));
    });
  };
  return (
    <form onSubmit={submit}>
      <Section title={t('documents.settings.general')}>
        <Stack gap="md">
          <TextInput
            label={t('documents.settings.agencyCode')}
            description={t('documents.settings.agencyHint')}
            maw={320}
            value={own.agencyCode}
            onChange={(event) => setOwn({ ...own, agencyCode: event.currentTarget.value })}
          />
          <Segmented
            label={t('documents.settings.unverified')}
            data={choices(['draft', 'refuse'] as const, (how) => t(`documents.settings.unverifiedHow.${how}`))}
            value={own.unverifiedLegal}
            onChange={(unverifiedLegal) => setOwn({ ...own, unverifiedLegal })}
          />
        </Stack>
      </Section>
      <Signatories office={own} onChange={setOwn} />
      <Section title={t('documents.settings.kinds')}>
        <Accordion variant="separated">
          {DOCUMENT_KIND_NAMES.map((document) => (
            <Kind key={document} document={document} office={own} onChange={setOwn} />
          ))}
        </Accordion>
      </Section>
      <Stack gap="sm" mt="lg">
        {error !== null && <Problem error={error} />}
        <Group>
          <Button type="submit" loading={busy}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** While somebody types, a line may be empty. */
function withoutBlankLines(office: OfficeDocuments): OfficeDocuments {
  const kinds: Record<string, DocumentKindSettings> = {};
  for (const [document, kind] of Object.entries(office.kinds))
    kinds[document] = { ...kind, copies: kind.copies.map((line) => line.trim()).filter((line) => line !== '') };
  return { ...office, kinds: { ...office.kinds, ...kinds } };
}

interface KindProps {
  readonly document: DocumentKindName;
  readonly office: OfficeDocuments;
  readonly onChange: (office: OfficeDocuments) => void;
}

function Kind({ document, office, onChange }: KindProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useKindWords();
  const own = office.kinds[document];
  const set = (part: Partial<DocumentKindSettings>): void =>
    onChange({ ...office, kinds: { ...office.kinds, [document]: { ...own, ...part } } });
  return (
    <Accordion.Item value={document}>
      <Accordion.Control>{words(document)}</Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          <TextInput
            label={t('documents.settings.template')}
            description={exampleOf(own, office, t('documents.settings.templateHint'), (example) =>
              t('documents.settings.example', { example }),
            )}
            inputWrapperOrder={['label', 'input', 'description']}
            classNames={{ input: 'n-mono' }}
            value={own.numberTemplate}
            onChange={(event) => set({ numberTemplate: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('documents.settings.classification')}
              value={own.classification}
              onChange={(event) => set({ classification: event.currentTarget.value })}
            />
            <Select
              label={t('documents.settings.secrecy')}
              allowDeselect={false}
              data={choices(SECRECY_NAMES, (name) => t(`documents.settings.secrecies.${name}`))}
              value={own.secrecy}
              onChange={(value) => set({ secrecy: SECRECY_NAMES.find((name) => name === value) ?? own.secrecy })}
            />
            <Select
              label={t('documents.settings.paper')}
              allowDeselect={false}
              data={choices(PAPERS, (paper) => t(`documents.settings.papers.${paper}`))}
              value={own.paper}
              onChange={(value) => set({ paper: PAPERS.find((paper) => paper === value) ?? own.paper })}
            />
          </Group>
          <Select
            label={t('documents.settings.certification')}
            allowDeselect={false}
            data={choices(CERTIFICATIONS, (name) => t(`documents.settings.certifications.${name}`))}
            value={own.certification}
            onChange={(value) =>
              set({ certification: CERTIFICATIONS.find((name) => name === value) ?? own.certification })
            }
          />
          <MultiSelect
            label={t('documents.settings.signatories')}
            data={office.signatories.map(({ id, name, position }) => ({
              value: id,
              label: [name, position].filter((part) => part !== '').join(', '),
            }))}
            value={own.signatories}
            maxValues={5}
            onChange={(signatories) => set({ signatories })}
          />
          <Textarea
            label={t('documents.settings.copies')}
            autosize
            minRows={2}
            value={own.copies.join('\n')}
            onChange={(event) => set({ copies: event.currentTarget.value.split('\n').slice(0, 10) })}
          />
          <Group>
            <Button
              variant="default"
              onClick={() => void navigate({ to: '/dokumen/buat', search: { jenis: document, redaksi: true } })}
            >
              {t('documents.settings.wording')}
            </Button>
          </Group>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** What a number of this pattern looks like; without a pattern which tokens there are. */
function exampleOf(
  { numberTemplate, secrecy, classification }: DocumentKindSettings,
  { agencyCode }: OfficeDocuments,
  hint: string,
  words: (example: string) => string,
): string {
  if (numberTemplate === '') return hint;
  const secret = SECRECIES[secrecy].code;
  return words(
    renderNumber(numberTemplate, { sequence: 7, month: 10, year: 2027, secrecy: secret, classification, agencyCode }),
  );
}
