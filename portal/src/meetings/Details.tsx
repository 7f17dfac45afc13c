import { makeStyles, Persona, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { durationText, momentText, spanText } from '../language/words';
import { recurrenceText } from '../schedule/repeatText';
import type { Me } from '../session/session';
import { minutesBetween, moment } from '../time/clock';
import { ownZone, zone } from '../time/zones';
import { Facts } from './Facts';

type MeetingDetails = Schemas['MeetingDetails'];

const useStyles = makeStyles({
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(15rem, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was asked for. */
export function Details({ details, me }: { details: MeetingDetails; me: Me }) {
  const { t } = useTranslation();
  const { start, end, timeZone } = details;
  const before = (minutes: number | undefined, atStart: string) =>
    minutes === undefined
      ? undefined
      : minutes === 0
        ? atStart
        : t('schedule.before', { duration: durationText(minutes) });
  return (
    <>
      <Facts
        facts={[
          [t('meeting.when'), <When key="when" start={start} end={end} timeZone={timeZone} />],
          [t('repeat.label'), details.recurrence && recurrenceText(details.recurrence, details.start)],
          [t('meeting.host'), details.host === me.email ? t('meeting.youHost', { host: details.host }) : details.host],
          [t('meeting.agenda'), details.agenda],
          [t('meeting.reminder'), before(details.reminderMinutes, t('schedule.reminderNone'))],
          [t('meeting.joinBefore'), before(details.joinBeforeHostMinutes, t('schedule.joinAtStart'))],
        ]}
      />
      <Attendees attendees={details.attendees} />
    </>
  );
}

function When({ start, end, timeZone }: Pick<MeetingDetails, 'start' | 'end' | 'timeZone'>) {
  const { t } = useTranslation();
  const styles = useStyles();
  const at = moment(start.slice(0, 16), timeZone);
  const { city, offset } = zone(timeZone, at ?? 0);
  const minutes = minutesBetween(start.slice(0, 16), end.slice(0, 16), timeZone);
  return (
    <>
      {spanText(start, end)}
      <br />
      <Text className={styles.quiet}>
        {[
          `${city}, ${offset}`,
          ...(minutes === undefined ? [] : [durationText(minutes)]),
          ...(at === undefined || timeZone === ownZone()
            ? []
            : [t('schedule.elsewhere', { when: momentText(at, { dateStyle: 'medium', timeStyle: 'short' }) })]),
        ].join(' · ')}
      </Text>
    </>
  );
}

function Attendees({ attendees }: Pick<MeetingDetails, 'attendees'>) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <section>
      <Text as="h2" block weight="semibold" size={400} style={{ margin: `0 0 ${tokens.spacingVerticalM}` }}>
        {t('meeting.attendees')}
        {attendees.length > 0 && ` (${attendees.length})`}
      </Text>
      {attendees.length === 0 ? (
        <Text>{t('meeting.nobody')}</Text>
      ) : (
        <ul className={styles.people}>
          {attendees.map(({ email, name, type }) => (
            <li key={email}>
              <Persona
                name={name ?? email}
                avatar={{ color: 'colorful', 'aria-hidden': true }}
                primaryText={<span style={{ overflowWrap: 'anywhere' }}>{name ?? email}</span>}
                secondaryText={[...(name ? [email] : []), ...(type === 'optional' ? [t('people.optional')] : [])].join(' · ')}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
