/** First run in three steps: the place, the officer, the recovery code. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';
import { FolderField } from './folder-field.tsx';
import { DoorFrame } from './frame.tsx';
import { isRepeated, NewPassphrase, newPassphraseShape, notRepeated } from './new-passphrase.tsx';
import { RecoveryCode } from './recovery.tsx';

interface CreateProps {
  readonly practice: boolean;
  readonly suggested: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}
interface Place {
  readonly name: string;
  readonly directory: string;
}

/** The three steps. The vault exists after the second; the third shows its code. */
export function CreateVault({ practice, suggested, onBack, onDone }: CreateProps): ReactNode {
  const { t } = useTranslation();
  const [place, setPlace] = useState<Place>({
    name: practice ? t('shell.practice') : '',
    directory: practice ? `${suggested}-latihan` : suggested,
  });
  const [step, setStep] = useState(0);
  const [made, setMade] = useState<OutputOf<'vault.create'> | null>(null);
  const titles = [
    t('vault.place.title'),
    practice ? t('vault.owner.titlePractice') : t('vault.owner.title'),
    t('vault.recovery.title'),
  ];
  return (
    <DoorFrame
      title={titles[step] ?? ''}
      text={step === 2 ? t('vault.recovery.text') : undefined}
      steps={<Steps now={step} />}
    >
      {step === 0 && (
        <PlaceStep
          place={place}
          onBack={onBack}
          onNext={(next) => {
            setPlace(next);
            setStep(1);
          }}
        />
      )}
      {step === 1 && (
        <OwnerStep
          practice={practice}
          place={place}
          onBack={() => setStep(0)}
          onMade={(answer) => {
            setMade(answer);
            setStep(2);
          }}
        />
      )}
      {step === 2 && made !== null && (
        <RecoveryCode
          code={made.recoveryCode}
          sheet={{ vaultName: place.name, sealFingerprint: made.sealFingerprint }}
          onDone={onDone}
          onLater={onDone}
        />
      )}
    </DoorFrame>
  );
}

function Steps({ now }: { now: number }): ReactNode {
  const { t } = useTranslation();
  const words = [t('vault.step.place'), t('vault.step.owner'), t('vault.step.recovery')];
  return (
    <ol className="n-door-steps" aria-label={t('vault.step.label', { now: now + 1, all: words.length })}>
      {words.map((word, index) => (
        <li key={word} aria-current={index === now ? 'step' : undefined}>
          <span className="dot">{index < now ? '✓' : index + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  );
}

function PlaceStep({
  place,
  onBack,
  onNext,
}: {
  place: Place;
  onBack: () => void;
  onNext: (place: Place) => void;
}): ReactNode {
  const { t } = useTranslation();
  const shape = z.object({
    name: z.string().trim().min(1, t('common.required')),
    directory: z.string().min(1, t('common.required')),
  });
  const { register, handleSubmit, setValue, watch, formState } = useForm({
    resolver: zodResolver(shape),
    defaultValues: place,
  });
  return (
    <form onSubmit={(event) => void handleSubmit(onNext)(event)}>
      <Stack gap="md">
        <TextInput
          label={t('vault.place.name')}
          description={t('vault.place.nameHint')}
          error={formState.errors.name?.message}
          autoFocus
          {...register('name')}
        />
        <FolderField
          label={t('vault.place.folder')}
          hint={t('vault.place.folderHint')}
          purpose="create-vault"
          value={watch('directory')}
          onChange={(directory) => setValue('directory', directory, { shouldValidate: true })}
          error={formState.errors.directory?.message}
        />
      </Stack>
      <Buttons next={t('common.next')} onBack={onBack} />
    </form>
  );
}

function OwnerStep({
  practice,
  place,
  onBack,
  onMade,
}: {
  practice: boolean;
  place: Place;
  onBack: () => void;
  onMade: (made: OutputOf<'vault.create'>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { error, run, busy } = useAction();
  const shape = z
    .object({
      userName: z.string().trim().min(1, t('common.required')),
      identityNumber: z.string(),
      ...newPassphraseShape(t),
    })
    .refine(isRepeated, notRepeated(t));
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { userName: practice ? 'Petugas Latihan' : '', identityNumber: '', passphrase: '', again: '' },
  });
  const { register } = form;
  const submit = form.handleSubmit(({ userName, identityNumber, passphrase }) =>
    run(async () =>
      onMade(
        await call('vault.create', { ...place, userName, identityNumber, passphrase, practice, sampleData: practice }),
      ),
    ),
  );
  const { errors } = form.formState;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Group grow align="flex-start">
          <TextInput
            label={t('vault.owner.name')}
            error={errors.userName?.message}
            autoFocus
            autoComplete="off"
            {...register('userName')}
          />
          <TextInput
            label={t('vault.owner.identity')}
            placeholder={t('common.optional')}
            autoComplete="off"
            {...register('identityNumber')}
          />
        </Group>
        <FormProvider {...form}>
          <NewPassphrase label={t('vault.owner.passphrase')} hint={t('vault.owner.passphraseHint')} />
        </FormProvider>
        {error !== null && <Problem error={error} />}
      </Stack>
      <Buttons next={busy ? t('vault.owner.creating') : t('vault.owner.create')} busy={busy} onBack={onBack} />
    </form>
  );
}

function Buttons({ next, busy = false, onBack }: { next: string; busy?: boolean; onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group mt="lg" gap="xs">
      <Button type="submit" disabled={busy}>
        {next}
      </Button>
      <Button variant="subtle" color="gray" onClick={onBack} disabled={busy}>
        {t('common.back')}
      </Button>
    </Group>
  );
}
