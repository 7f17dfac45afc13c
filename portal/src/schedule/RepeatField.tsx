import { Field, Input, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { DateField } from '../time/DateField';
import type { Change, Problems } from './Fields';
import type { Draft } from './draft';
import { daysOf, newRepeat, UNITS, WEEKDAYS, weekdayOf, type Repeat, type Unit, type Weekday } from './repeat';
import { onDate, onWeekday, weekdayText } from './repeatText';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  day: { minWidth: '3rem' },
});

interface Props {
  draft: Draft;
  problems: Problems;
  onChange: Change;
}

/** Whether and how a meeting repeats. */
export function RepeatField({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { repeat, date } = draft;
  const set = (change: (repeat: Repeat) => Repeat) =>
    onChange((before) => (before.repeat ? { ...before, repeat: change(before.repeat) } : before));
  const choose = (unit: string) =>
    onChange(({ repeat: before, ...rest }) =>
      unit ? { ...rest, repeat: { ...(before ?? newRepeat('week')), unit: unit as Unit } } : rest,
    );
  return (
    <>
      <div className={styles.row}>
        <Field label={t('repeat.label')} {...problems('repeat')}>
          <Select value={repeat?.unit ?? ''} onChange={(_, { value }) => choose(value)}>
            <option value="">{t('repeat.never')}</option>
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`repeat.each_${unit}`, { count: 1 })}
              </option>
            ))}
          </Select>
        </Field>
        {repeat && (
          <>
            <Field label={t(`repeat.interval_${repeat.unit}`)}>
              <Input
                type="number"
                min={1}
                max={99}
                value={String(repeat.every || '')}
                onChange={(_, { value }) => set((it) => ({ ...it, every: Number(value) }))}
              />
            </Field>
            {(repeat.unit === 'month' || repeat.unit === 'year') && (
              <Field label={t('repeat.on')}>
                <Select
                  value={repeat.by}
                  onChange={(_, { value }) => set((it) => ({ ...it, by: value as Repeat['by'] }))}
                >
                  <option value="date">{onDate(repeat, date)}</option>
                  <option value="weekday">{onWeekday(repeat, date)}</option>
                </Select>
              </Field>
            )}
            <End repeat={repeat} date={date} set={set} />
          </>
        )}
      </div>
      {repeat?.unit === 'week' && <Days repeat={repeat} date={date} set={set} />}
    </>
  );
}

interface Part {
  repeat: Repeat;
  date: string;
  set: (change: (repeat: Repeat) => Repeat) => void;
}

/** The weekdays; that of the first date is always one of them. */
function Days({ repeat, date, set }: Part) {
  const { t } = useTranslation();
  const styles = useStyles();
  const first = weekdayOf(date);
  const chosen = daysOf(repeat, date);
  const toggle = (day: Weekday) =>
    set((it) => ({
      ...it,
      days: it.days.includes(day) ? it.days.filter((each) => each !== day) : [...it.days, day],
    }));
  return (
    <div role="group" aria-label={t('repeat.days')} className={styles.days}>
      {WEEKDAYS.map((day) => (
        <ToggleButton
          key={day}
          type="button"
          shape="circular"
          className={styles.day}
          checked={chosen.includes(day)}
          disabledFocusable={day === first}
          aria-label={weekdayText(day)}
          onClick={() => toggle(day)}
        >
          {weekdayText(day, 'short')}
        </ToggleButton>
      ))}
    </div>
  );
}

/** When it is over. */
function End({ repeat, date, set }: Part) {
  const { t } = useTranslation();
  const { end } = repeat;
  const choose = (kind: string) =>
    set((it) => ({
      ...it,
      end:
        kind === 'after' ? { kind, count: 10 } : kind === 'until' ? { kind, date } : { kind: 'never' },
    }));
  return (
    <>
      <Field label={t('repeat.ends')}>
        <Select value={end.kind} onChange={(_, { value }) => choose(value)}>
          <option value="never">{t('repeat.endNever')}</option>
          <option value="after">{t('repeat.endAfter')}</option>
          <option value="until">{t('repeat.endUntil')}</option>
        </Select>
      </Field>
      {end.kind === 'after' && (
        <Field label={t('repeat.count')}>
          <Input
            type="number"
            min={1}
            max={999}
            value={String(end.count || '')}
            onChange={(_, { value }) => set((it) => ({ ...it, end: { kind: 'after', count: Number(value) } }))}
          />
        </Field>
      )}
      {end.kind === 'until' && (
        <DateField
          label={t('repeat.lastDay')}
          value={end.date}
          problem={{}}
          onChange={(last) => set((it) => ({ ...it, end: { kind: 'until', date: last } }))}
        />
      )}
    </>
  );
}
