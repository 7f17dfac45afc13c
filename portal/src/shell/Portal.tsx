import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../session/session';
import { Broken } from './Broken';
import { Door } from './Door';

const dark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** Light or dark as the system is, also when that changes. */
function Theme({ children }: { children: ReactNode }) {
  const theme = useSyncExternalStore(subscribe, () => dark.matches) ? webDarkTheme : webLightTheme;
  return (
    <FluentProvider theme={theme} style={{ background: 'none' }}>
      {children}
    </FluentProvider>
  );
}

export function Portal() {
  useTranslation(); // draws everything anew in another language
  return (
    <Theme>
      <Broken>
        <QueryClientProvider client={queries}>
          <Door />
        </QueryClientProvider>
      </Broken>
    </Theme>
  );
}
