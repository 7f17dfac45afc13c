import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Logo } from './Logo';
import { Notice } from './Notice';
import { Rooms } from './Rooms';
import { placeToReturnTo, signIn, useMe } from '../session/session';

/** Lets in who is signed in, and asks everybody else to sign in. */
export function Door() {
  const { t } = useTranslation();
  const me = useMe();
  const failed = useFailedSignIn();
  useReturn(Boolean(me.data));
  if (me.data) {
    return <Rooms me={me.data} />;
  }
  if (me.isPending) {
    return <Spinner delay={400} size="large" aria-label={t('list.loading')} style={{ marginTop: '20vh' }} />;
  }
  if (me.isError) {
    return (
      <Notice
        title={t('away.title')}
        text={t('away.text')}
        action={{ label: t('away.again'), act: () => void me.refetch() }}
      />
    );
  }
  return <Welcome failed={failed} />;
}

function Welcome({ failed }: { failed: boolean }) {
  const { t } = useTranslation();
  const [place] = useLocation();
  return (
    <main>
      <Logo />
      <Notice
        title={t('welcome.title')}
        text={place === '/' ? t('welcome.text') : t('welcome.deep')}
        action={{ label: t('welcome.signIn'), act: signIn }}
      >
        {failed && <div role="alert">{t('welcome.failed')}</div>}
      </Notice>
    </main>
  );
}

/** The gateway says in the address that a sign-in failed; it is said once, and not kept there. */
function useFailedSignIn(): boolean {
  const [failed] = useState(() => new URLSearchParams(location.search).get('sign-in') === 'failed');
  useEffect(() => {
    if (failed) {
      history.replaceState(history.state, '', location.pathname);
    }
  }, [failed]);
  return failed;
}

/** Every sign-in comes back to the first page; from there on to where it began. */
function useReturn(signedIn: boolean): void {
  const [, go] = useLocation();
  useEffect(() => {
    const place = signedIn && location.pathname === '/' ? placeToReturnTo() : undefined;
    if (place) {
      go(place, { replace: true });
    }
  }, [signedIn, go]);
}
