import { Combobox, Field, Option, type FieldProps } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveList, LIST } from './list';
import { search, zone, zones } from './zones';

/** A list that is longer than that is searched, not read. */
const MOST = 60;

interface Props {
  label: string;
  value: string;
  /** The moment at which offsets are shown. */
  at: number;
  onChange: (zone: string) => void;
  problem: Pick<FieldProps, 'validationMessage' | 'validationState'>;
}

/** A time zone, found by its city, its region or its offset. */
export function ZoneField({ label, value, at, onChange, problem }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState<string>();
  const [open, setOpen] = useState(false);
  // Offsets change with the season, not with each change of the form.
  const month = Math.floor(at / 2_592_000_000) * 2_592_000_000;
  const all = useMemo(() => (open ? zones(month) : []), [open, month]);
  const found = useMemo(() => search(all, query ?? '').slice(0, MOST), [all, query]);
  const chosen = zone(value, at);
  return (
    <Field label={label} required {...problem}>
      <Combobox
        autoComplete="off"
        open={open}
        onOpenChange={(_, { open: next }) => setOpen(next)}
        placeholder={t('schedule.zoneSearch')}
        value={query ?? `${chosen.city} (${chosen.offset})`}
        selectedOptions={[value]}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setOpen(true);
        }}
        onOptionSelect={(_, { optionValue }) => {
          // Typing takes the choice away, which is told as a choice of nothing.
          if (optionValue) {
            setQuery(undefined);
            onChange(optionValue);
          }
        }}
        onBlur={(event) => {
          leaveList(event.currentTarget);
          setQuery(undefined);
        }}
        input={{ style: { minWidth: 0, width: '100%' } }}
        style={{ minWidth: 0 }}
        {...LIST}
      >
        {found.map((each) => (
          <Option key={each.id} value={each.id} text={`${each.city} (${each.offset})`}>
            {[each.city, each.region, each.offset].filter(Boolean).join(', ')}
          </Option>
        ))}
        {open && found.length === 0 && (
          <Option key="none" disabled text="">
            {t('schedule.zoneNone')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
