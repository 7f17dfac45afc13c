import { Field, Input, type FieldProps } from '@fluentui/react-components';

interface Props {
  label: string;
  value: string;
  onChange: (date: string) => void;
  problem: Pick<FieldProps, 'validationMessage' | 'validationState'>;
}

/** A day. The browser's own calendar is the one that this person knows, on every device. */
export function DateField({ label, value, onChange, problem }: Props) {
  return (
    <Field label={label} required {...problem}>
      <Input type="date" value={value} max="9999-12-31" onChange={(_, { value: date }) => onChange(date)} />
    </Field>
  );
}
