import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { momentText, reasonText, tookText } from '../language/words';
import type { Entry } from './queries';

const useStyles = makeStyles({
  entries: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: {
    display: 'grid',
    gridTemplateColumns: '6rem 1fr',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 40rem)': { gridTemplateColumns: '1fr', gap: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Each run of each step, in the order in which things happened. */
export function Timeline({ timeline }: { timeline: Entry[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <section>
      <Text as="h2" block weight="semibold" size={400} style={{ margin: `0 0 ${tokens.spacingVerticalM}` }}>
        {t('meeting.history')}
      </Text>
      <ol className={styles.entries}>
        {timeline.map((entry) => (
          <li key={entry.number} className={styles.entry}>
            <time className={styles.quiet} dateTime={entry.endedAt} title={momentText(entry.endedAt)}>
              {momentText(entry.endedAt, { timeStyle: 'medium' })}
            </time>
            <Run entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Run({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const reason = entry.reason && reasonText(entry.reason);
  const notes = [
    ...(entry.tookMillis > 0 ? [t('meeting.took', { duration: tookText(entry.tookMillis) })] : []),
    ...(entry.attempts > 1 ? [t('meeting.tries', { count: entry.attempts })] : []),
    ...(entry.nextAttemptAt ? [t('meeting.nextAttempt', { when: momentText(entry.nextAttemptAt) })] : []),
    ...(entry.reason?.vendorTraceId ? [t('meeting.support', { id: entry.reason.vendorTraceId })] : []),
  ];
  return (
    <div>
      <Text weight="semibold">{t(`step.${entry.step}`)}</Text>
      {entry.step !== 'accept-request' && <Text>: {t(`outcome.${entry.outcome}`)}</Text>}
      {notes.length > 0 && <Text className={styles.quiet}> · {notes.join(' · ')}</Text>}
      {reason && (
        <Text as="p" block lang={reason.lang} className={styles.quiet} style={{ margin: 0 }}>
          {reason.text}
        </Text>
      )}
    </div>
  );
}
