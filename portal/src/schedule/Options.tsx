import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { durationText } from '../language/words';
import type { Draft } from './draft';
import type { Change, Problems } from './Fields';

const REMINDERS = [5, 10, 15, 30, 60, 120, 1440, 2880];
const JOIN_BEFORE = [5, 10, 15];

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
});

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: Change;
}

/** What most people leave as it is. */
export function Options({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const before = (minutes: number) => (
    <option key={minutes} value={minutes}>
      {t('schedule.before', { duration: durationText(minutes) })}
    </option>
  );
  return (
    <div className={styles.pair}>
      <Field label={t('schedule.reminder')} {...problems('reminder')}>
        <Select
          value={draft.reminder}
          onChange={(_, { value }) => onChange((it) => ({ ...it, reminder: value }))}
        >
          <option value="">{t('schedule.reminderDefault')}</option>
          <option value="0">{t('schedule.reminderNone')}</option>
          {REMINDERS.map(before)}
        </Select>
      </Field>
      <Field label={t('schedule.join')} {...problems('joinBeforeHost')}>
        <Select
          value={draft.joinBeforeHost}
          onChange={(_, { value }) => onChange((it) => ({ ...it, joinBeforeHost: value }))}
        >
          <option value="">{t('schedule.joinNever')}</option>
          <option value="0">{t('schedule.joinAtStart')}</option>
          {JOIN_BEFORE.map(before)}
        </Select>
      </Field>
    </div>
  );
}
