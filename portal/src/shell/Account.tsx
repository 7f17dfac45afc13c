import { Button, Link, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { forgeryToken } from '../api/client';
import { choose, languages, type Language } from '../language/language';
import { forgetDrafts } from '../schedule/drafts';
import type { Me } from '../session/session';

const useStyles = makeStyles({
  initials: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    padding: 0,
    border: 0,
    borderRadius: '50%',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    // A picture of the name rather than a text, which would have to be part of what the button is called.
    '::before': { content: 'attr(data-initials)' },
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  popover: {
    position: 'fixed',
    inset: `3.25rem ${tokens.spacingHorizontalM} auto auto`,
    width: 'min(18rem, calc(100vw - 1.5rem))',
    boxSizing: 'border-box',
    margin: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  parts: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const ID = 'account';

/** Who one is, what belongs to that, and the way out. */
export function Account({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const name = me.name ?? me.email ?? me.subject;
  return (
    <>
      <button
        type="button"
        className={styles.initials}
        popoverTarget={ID}
        aria-label={t('nav.account', { name })}
        title={name}
        data-initials={initials(name)}
      />
      <div id={ID} popover="auto" className={styles.popover} role="group" aria-label={t('nav.account', { name })}>
        <div className={styles.parts}>
          <div>
            <Text block weight="semibold">
              {name}
            </Text>
            <Text block className={styles.quiet}>
              {me.email}
            </Text>
          </div>
          {me.accounts && <Link href={me.accounts}>{t('nav.accounts')}</Link>}
          <Link href="/swagger-ui.html">{t('nav.documentation')}</Link>
          <RadioGroup
            layout="horizontal"
            aria-label={t('nav.language')}
            value={i18n.language}
            onChange={(_, { value }) => void choose(value as Language)}
          >
            {languages.map(([language, label]) => (
              <Radio key={language} value={language} label={{ children: label, lang: language }} />
            ))}
          </RadioGroup>
          <form method="post" action="/logout" onSubmit={leave}>
            <input type="hidden" name="_csrf" />
            <Button type="submit">{t('nav.signOut')}</Button>
          </form>
        </div>
      </div>
    </>
  );
}

/** With the value that the cookie has now, which may not be the one from when the page was drawn. */
function leave(event: { currentTarget: HTMLFormElement }): void {
  event.currentTarget.querySelector('input')!.value = forgeryToken();
  forgetDrafts();
}

/** `AL` of `Ada Lovelace`. */
function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
