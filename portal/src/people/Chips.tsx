import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from './addresses';

const useStyles = makeStyles({
  chips: { display: 'contents' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    height: '24px',
    paddingLeft: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    listStyleType: 'none',
  },
  wrong: { outline: `1px solid ${tokens.colorPaletteRedBorder2}`, color: tokens.colorPaletteRedForeground1 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    padding: 0,
    border: 0,
    borderRadius: '50%',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

interface Props {
  label: string;
  people: Person[];
  isWrong: (place: number) => boolean;
  onRemove: (person: Person) => void;
  /** Gives the focus back to what comes after the last of them. */
  onLeave: () => void;
}

/**
 * People who were entered. All of them are one stop on the way through the form; arrows go from one
 * to the next, and Delete takes one out.
 */
export function Chips({ label, people, isWrong, onRemove, onLeave }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState(0);
  const current = Math.min(stop, people.length - 1);
  const focus = (place: number) => {
    if (place >= people.length) {
      onLeave();
    } else {
      list.current?.querySelectorAll('button')[Math.max(0, place)]?.focus();
    }
  };
  const remove = (place: number) => {
    onRemove(people[place]!);
    // After the list is drawn anew, the next one stands where this one stood.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll('button');
      (buttons?.[place] ?? buttons?.[place - 1])?.focus();
      if (!buttons?.length) {
        onLeave();
      }
    });
  };
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => focus(place - 1),
      ArrowRight: () => focus(place + 1),
      Home: () => focus(0),
      End: () => focus(people.length - 1),
      Delete: () => remove(place),
      Backspace: () => remove(place),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  };
  return (
    <ul ref={list} className={styles.chips} aria-label={label}>
      {people.map((person, place) => (
        <li
          key={person.email}
          title={person.email}
          className={mergeClasses(styles.chip, isWrong(place) && styles.wrong)}
        >
          <span className={styles.name}>{person.name ?? person.email}</span>
          <button
            type="button"
            className={styles.remove}
            tabIndex={place === current ? 0 : -1}
            aria-label={t('people.remove', { name: person.name ?? person.email })}
            onFocus={() => setStop(place)}
            onKeyDown={(event) => onKeyDown(event, place)}
            onClick={() => remove(place)}
          >
            <Dismiss12Regular aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
