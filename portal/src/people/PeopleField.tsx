import { Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shell/announcer';
import { Chips } from './Chips';
import { once, readAddresses, type Person } from './addresses';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: '3px',
    minHeight: '32px',
    boxSizing: 'border-box',
    maxHeight: '14rem',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { borderBottomColor: tokens.colorCompoundBrandStroke, boxShadow: `inset 0 -1px ${tokens.colorCompoundBrandStroke}` },
  },
  wrongBox: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  input: {
    flexGrow: 1,
    minWidth: '10rem',
    height: '26px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 0,
    outline: 0,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
  },
});

interface Props {
  label: string;
  people: Person[];
  /** What is typed and not yet one of them. */
  typed: string;
  onChange: (people: Person[], typed: string) => void;
  /** By their place in the list. */
  wrong: Map<number, string>;
  /** What is wrong with the list as a whole. */
  problem?: string | undefined;
}

/** People by their addresses, one at a time or as a pasted list. */
export function PeopleField({ label, people, typed, onChange, wrong, problem }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [rest, setRest] = useState('');

  const take = (text: string) => {
    const found = readAddresses(text);
    const all = once([...people, ...found.people]);
    if (all.length > people.length) {
      announce(t('people.added', { count: all.length - people.length }));
    }
    onChange(all, found.rest);
    setRest(found.rest);
  };
  const remove = (email: string) => {
    announce(t('people.removed', { name: email }));
    onChange(
      people.filter((person) => person.email !== email),
      typed,
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const ends = event.key === 'Enter' || event.key === ',' || event.key === ';';
    if (ends && typed.trim()) {
      // A comma within a name is followed by more; it ends an address only.
      if (event.key !== ',' || typed.includes('@')) {
        event.preventDefault();
        take(typed);
      }
    } else if (event.key === 'Backspace' && !typed && people.length > 0) {
      remove(people.at(-1)!.email);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (text.includes('@')) {
      event.preventDefault();
      take(`${typed} ${text}`);
    }
  };

  const messages = [
    ...[...wrong].map(([place, text]) => `${people[place]?.email ?? typed}: ${text}`),
    ...(problem ? [problem] : []),
    ...(rest && rest === typed ? [t('people.rest', { text: rest })] : []),
  ];
  return (
    <Field
      label={label}
      {...(messages.length > 0 && { validationState: 'error' as const, validationMessage: messages.join(' ') })}
    >
      {(field) => (
        <div className={mergeClasses(styles.box, messages.length > 0 && styles.wrongBox)}>
          {people.length > 0 && (
            <Chips
              label={`${label}: ${t('people.count', { count: people.length })}`}
              people={people}
              isWrong={(place) => wrong.has(place)}
              onRemove={(person) => remove(person.email)}
              onLeave={() => input.current?.focus()}
            />
          )}
          <input
            {...field}
            ref={input}
            className={styles.input}
           
            type="text"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            placeholder={people.length === 0 ? t('people.placeholder') : ''}
            value={typed}
            onChange={(event) => onChange(people, event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => typed.trim() && take(typed)}
          />
        </div>
      )}
    </Field>
  );
}
