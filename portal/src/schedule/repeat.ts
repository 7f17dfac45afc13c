/** How a meeting repeats, as the form has it. */
export interface Repeat {
  every: number;
  unit: Unit;
  /** Besides the weekday of the first date, which is always one of them. */
  days: Weekday[];
  /** Of a month or a year: on the same date, or on the same weekday of the month. */
  by: 'date' | 'weekday';
  end: { kind: 'never' } | { kind: 'after'; count: number } | { kind: 'until'; date: string };
}

export const UNITS = ['day', 'week', 'month', 'year'] as const;
export type Unit = (typeof UNITS)[number];

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const FREQUENCY: Record<Unit, string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

/** What a form begins with that shall repeat so. */
export function newRepeat(unit: Unit): Repeat {
  return { every: 1, unit, days: [], by: 'date', end: { kind: 'never' } };
}

/** The day of the week of a date; undefined where it is none. */
export function weekdayOf(date: string): Weekday | undefined {
  const day = new Date(`${date}T00:00Z`).getUTCDay();
  return Number.isNaN(day) ? undefined : WEEKDAYS[(day + 6) % 7];
}

/** The weekdays on which it is, in their order. */
export function daysOf({ days }: Repeat, date: string): Weekday[] {
  const first = weekdayOf(date);
  return WEEKDAYS.filter((day) => day === first || days.includes(day));
}

/**
 * Which of the month's days of that weekday a date is: 1 to 4, or -1 for the last, which a fifth
 * always is and a fourth may be.
 */
export function nthOf(date: string): number {
  const day = Number(date.slice(8, 10));
  const nth = Math.ceil(day / 7);
  return nth > 4 ? -1 : nth;
}

/** The rule (RFC 5545) that the gateway is told. */
export function rule(repeat: Repeat, date: string): string {
  const { every, unit, by, end } = repeat;
  const parts = [`FREQ=${FREQUENCY[unit]}`];
  if (every !== 1) {
    parts.push(`INTERVAL=${every}`);
  }
  if (unit === 'year') {
    parts.push(`BYMONTH=${Number(date.slice(5, 7))}`);
  }
  if (unit === 'week') {
    parts.push(`BYDAY=${daysOf(repeat, date).join(',')}`);
  } else if (unit !== 'day') {
    parts.push(by === 'date' ? `BYMONTHDAY=${Number(date.slice(8, 10))}` : `BYDAY=${nthOf(date)}${weekdayOf(date) ?? ''}`);
  }
  if (end.kind === 'after') {
    parts.push(`COUNT=${end.count}`);
  } else if (end.kind === 'until') {
    parts.push(`UNTIL=${end.date.replaceAll('-', '')}`);
  }
  return parts.join(';');
}

/** What a rule of the gateway's says, which is always in the one form; undefined for any other. */
export function readRule(text: string): Repeat | undefined {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const unit = UNITS.find((each) => FREQUENCY[each] === parts.get('FREQ'));
  if (!unit) {
    return undefined;
  }
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  const days = parts.get('BYDAY');
  return {
    every: Number(parts.get('INTERVAL') ?? 1),
    unit,
    days: unit === 'week' && days ? WEEKDAYS.filter((day) => days.split(',').includes(day)) : [],
    by: unit !== 'week' && days ? 'weekday' : 'date',
    end: count
      ? { kind: 'after', count: Number(count) }
      : until
        ? { kind: 'until', date: until.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') }
        : { kind: 'never' },
  };
}
