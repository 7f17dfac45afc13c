import { QueryCache, QueryClient, MutationCache, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answered, api, Refused, type Schemas } from '../api/client';

export type Me = Schemas['Me'];

const RETURN = 'convene.return';

/** Whether the session ended while somebody was at work. */
let lost = false;
const listeners = new Set<() => void>();

function noteLost(failure: Error): void {
  if (failure instanceof Refused && failure.status === 401 && !lost) {
    lost = true;
    listeners.forEach((listener) => listener());
  }
}

export function useLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}

/** Only who asks who they are may be told that they are nobody. */
const BEGINNING = ['me'];

export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure, query) => {
      if (query.queryKey[0] !== BEGINNING[0] || query.state.data !== undefined) {
        noteLost(failure);
      }
    },
  }),
  mutationCache: new MutationCache({ onError: noteLost }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, failure) => times < 2 && !(failure instanceof Refused && failure.status < 500),
    },
  },
});

/** Who is signed in; null where nobody is. */
export function useMe() {
  return useQuery({
    queryKey: BEGINNING,
    staleTime: 60_000,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await answered(api.GET('/api/v1/me'));
      } catch (failure) {
        if (failure instanceof Refused && failure.status === 401 && !queries.getQueryData(BEGINNING)) {
          return null;
        }
        throw failure;
      }
    },
  });
}

/** Begins a sign-in that comes back to the page where it began. */
export function signIn(): void {
  sessionStorage.setItem(RETURN, location.pathname + location.search);
  location.assign('/oauth2/authorization/convene');
}

/** Where a sign-in that has come back began; asked for once. */
export function placeToReturnTo(): string | undefined {
  const place = sessionStorage.getItem(RETURN);
  sessionStorage.removeItem(RETURN);
  return place?.startsWith('/') && !place.startsWith('//') ? place : undefined;
}
