import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText, durationText, momentText } from '../language/words';
import { HALF_HOURS, minutesBetween, moment, plusMinutes, readTime } from '../time/clock';
import { DateField } from '../time/DateField';
import { TimeField } from '../time/TimeField';
import { ZoneField } from '../time/ZoneField';
import { ownZone } from '../time/zones';
import { times, withStart, type Draft } from './draft';
import type { Change, Problems } from './Fields';

/** Lengths to offer, in minutes: fine ones first. */
const LENGTHS = [15, 30, 45, 60, 90, ...Array.from({ length: 15 }, (_, i) => 120 + i * 60)];

const useStyles = makeStyles({
  when: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 1.2fr) minmax(7rem, 1fr) minmax(7rem, 1fr) minmax(11rem, 1.6fr)',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 52rem)': {
      gridTemplateColumns: '1fr 1fr',
      '& > :first-child, & > :nth-child(4)': { gridColumn: '1 / -1' },
    },
  },
  said: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
});

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: Change;
}

/** Day, start, end and time zone; and what that comes to, in words. */
export function When({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [opened] = useState(Date.now);
  const start = readTime(draft.start);
  const at = moment(times(draft).start, draft.timeZone) ?? opened;
  const ends = start
    ? LENGTHS.map((minutes) => ({ time: plusMinutes(start, minutes).time, note: durationText(minutes) }))
    : HALF_HOURS.map((time) => ({ time }));
  return (
    <div className={styles.when}>
      <DateField
        label={t('schedule.date')}
        value={draft.date}
        problem={problems('start')}
        onChange={(date) => onChange((before) => ({ ...before, date }))}
      />
      <TimeField
        label={t('schedule.start')}
        value={draft.start}
        times={HALF_HOURS.map((time) => ({ time }))}
        problem={problems('start').validationState ? { validationState: 'error' } : {}}
        onChange={(time) => onChange((before) => withStart(before, time))}
      />
      <TimeField
        label={t('schedule.end')}
        value={draft.end}
        times={ends}
        problem={problems('end')}
        onChange={(end) => onChange((before) => ({ ...before, end }))}
      />
      <ZoneField
        label={t('schedule.zone')}
        value={draft.timeZone}
        at={at}
        problem={problems('timeZone')}
        onChange={(timeZone) => onChange((before) => ({ ...before, timeZone }))}
      />
      <Text className={styles.said} aria-live="polite">
        {said(draft, t).join(' · ')}
      </Text>
    </div>
  );
}

/** The day in words, how long it is, where it ends if not on that day, and when it is here. */
function said(draft: Draft, t: ReturnType<typeof useTranslation>['t']): string[] {
  const { start, end, nextDay } = times(draft);
  const minutes = minutesBetween(start, end, draft.timeZone);
  const at = moment(start, draft.timeZone);
  return [
    ...(draft.date ? [dayText(draft.date)] : []),
    ...(minutes !== undefined && minutes > 0 ? [t('schedule.duration', { duration: durationText(minutes) })] : []),
    ...(nextDay ? [t('schedule.nextDay', { date: dayText(end.slice(0, 10)) })] : []),
    ...(at !== undefined && draft.timeZone !== ownZone()
      ? [t('schedule.elsewhere', { when: momentText(at, { dateStyle: 'medium', timeStyle: 'short' }) })]
      : []),
  ];
}
