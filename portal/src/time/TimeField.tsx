import { Combobox, Field, Option, type FieldProps } from '@fluentui/react-components';
import { useState } from 'react';
import { timeText } from '../language/words';
import { readTime } from './clock';
import { leaveList, LIST } from './list';

interface Props {
  label: string;
  /** `HH:mm`, or what somebody typed that is no time. */
  value: string;
  /** What to offer; `note` stands after the time. */
  times: { time: string; note?: string }[];
  onChange: (time: string) => void;
  problem: Pick<FieldProps, 'validationMessage' | 'validationState'>;
}

/** A time of day: typed in any of the usual ways, or chosen. */
export function TimeField({ label, value, times, onChange, problem }: Props) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (readTime(value) ? timeText(value) : value);
  const type = (text: string) => {
    setTyped(text);
    onChange(readTime(text) ?? text);
  };
  return (
    <Field label={label} required {...problem}>
      <Combobox
        freeform
        autoComplete="off"
        value={shown}
        selectedOptions={[value]}
        onInput={(event) => type(event.currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue) {
            setTyped(undefined);
            onChange(optionValue);
          }
        }}
        onBlur={(event) => {
          leaveList(event.currentTarget);
          setTyped(undefined);
        }}
        input={{ style: { minWidth: 0, width: '100%' } }}
        style={{ minWidth: 0 }}
        {...LIST}
      >
        {times.map(({ time, note }) => (
          <Option key={time} value={time} text={timeText(time)}>
            {note ? `${timeText(time)} (${note})` : timeText(time)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
