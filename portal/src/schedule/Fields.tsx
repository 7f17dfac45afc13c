import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { errorText } from '../language/words';
import { PeopleField } from '../people/PeopleField';
import type { Draft } from './draft';
import { Options } from './Options';
import { Occurrences } from './Occurrences';
import type { FieldName, Wrong } from './problems';
import { RepeatField } from './RepeatField';
import { When } from './When';

const useStyles = makeStyles({
  repeat: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
});

export type Change = (change: (draft: Draft) => Draft) => void;

/** What is wrong with a field, as Fluent's fields show it. */
export type Problems = (field: FieldName) => {
  validationState?: 'error';
  validationMessage?: string;
};

interface Props {
  draft: Draft;
  host: string;
  wrongs: Wrong[];
  onChange: Change;
}

/** All fields of the form, in the order in which people think of a meeting. */
export function Fields({ draft, host, wrongs, onChange }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const problems: Problems = (field) => {
    const found = wrongs.filter((wrong) => wrong.field === field && wrong.person === undefined);
    return found.length > 0
      ? { validationState: 'error', validationMessage: found.map(({ error }) => errorText(error).text).join(' ') }
      : {};
  };
  const people = (field: 'required' | 'optional') => (
    <PeopleField
      label={t(`people.${field}`)}
      people={draft[field]}
      typed={draft.typing[field]}
      wrong={
        new Map(
          wrongs.flatMap(({ field: at, person, error }) =>
            at === field && person !== undefined ? [[person, errorText(error).text] as const] : [],
          ),
        )
      }
      problem={problems(field).validationMessage}
      onChange={(list, typed) =>
        onChange((before) => ({ ...before, [field]: list, typing: { ...before.typing, [field]: typed } }))
      }
    />
  );
  return (
    <>
      <Field label={t('schedule.name')} required {...problems('title')}>
        <Input
          size="large"
          value={draft.title}
          placeholder={t('schedule.namePlaceholder')}
          autoComplete="off"
          onChange={(_, { value }) => onChange((before) => ({ ...before, title: value }))}
        />
      </Field>
      <When draft={draft} problems={problems} onChange={onChange} />
      <div className={styles.repeat}>
        <RepeatField draft={draft} problems={problems} onChange={onChange} />
        <Occurrences draft={draft} host={host} />
      </div>
      <div className={styles.pair}>
        {people('required')}
        {people('optional')}
      </div>
      <Field label={t('schedule.agenda')} {...problems('agenda')}>
        <Textarea
          value={draft.agenda}
          placeholder={t('schedule.agendaPlaceholder')}
          resize="vertical"
          rows={4}
          onChange={(_, { value }) => onChange((before) => ({ ...before, agenda: value }))}
        />
      </Field>
      <Options draft={draft} problems={problems} onChange={onChange} />
      <Field label={t('schedule.host')} {...problems('host')}>
        <Text style={{ overflowWrap: 'anywhere' }}>{host}</Text>
      </Field>
    </>
  );
}
