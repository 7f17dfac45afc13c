import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused } from '../api/client';
import { hasEnded, meetingQuery } from './queries';
import { watch } from './watch';

/**
 * Keeps a meeting that is being worked on up to date. Events only say that there is news; what it is
 * says the gateway, so that a missed event is no missed news.
 *
 * @returns whether the connection stands
 */
export function useProgress(id: string, watching: boolean): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    if (!watching) {
      return undefined;
    }
    const look = () =>
      queries.fetchQuery({ ...meetingQuery(id), staleTime: 0, retry: false }).then(
        (meeting) => !hasEnded(meeting.status),
        (failure: unknown) => !(failure instanceof Refused && failure.status < 500),
      );
    return watch(id, {
      onNews: () => {
        void queries.invalidateQueries({ queryKey: ['meetings'] });
      },
      onConnected: setConnected,
      mayReturn: look,
    });
  }, [id, watching, queries]);
  return connected || !watching;
}
