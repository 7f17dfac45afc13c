import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { answered, api, Refused } from '../api/client';
import { queries } from '../session/session';
import { peopleIn, type Draft } from './draft';
import type { Drafts } from './drafts';
import { wrongs, type Wrong } from './problems';
import { request } from './request';

/** What came of the last attempt to send the form. */
export type Attempt =
  | { kind: 'none' }
  | { kind: 'wrong'; wrongs: Wrong[] }
  | { kind: 'reused' }
  | { kind: 'slow' }
  | { kind: 'refused'; detail: string }
  | { kind: 'unsure' };

/** Sends a form, once at a time. */
export function useScheduling(drafts: Drafts, host: string, accepted: (meeting: string) => void) {
  const sending = useRef(false);
  const mutation = useMutation({
    mutationFn: async (draft: Draft) => {
      const { id } = await answered(
        api.POST('/api/v1/meetings', {
          params: { header: { 'Idempotency-Key': draft.key } },
          body: request(draft, host),
        }),
      );
      return { id, key: draft.key };
    },
    onSuccess: ({ id, key }) => {
      drafts.sent(key, id);
      void queries.invalidateQueries({ queryKey: ['meetings'] });
      accepted(id);
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  return {
    /** A second click before React has drawn the first finds the door shut. */
    send: (draft: Draft) => {
      if (!sending.current) {
        sending.current = true;
        mutation.mutate(draft);
      }
    },
    isSending: mutation.isPending,
    attempt: attempt(mutation.error, mutation.variables),
    forget: mutation.reset,
  };
}

function attempt(failure: Error | null, sent: Draft | undefined): Attempt {
  if (failure === null || sent === undefined) {
    return { kind: 'none' };
  }
  if (!(failure instanceof Refused) || failure.status >= 500) {
    return { kind: 'unsure' };
  }
  switch (failure.kind) {
    case 'unauthenticated': // said over the whole page
      return { kind: 'none' };
    case 'invalid-request':
      return { kind: 'wrong', wrongs: wrongs(failure.problem, peopleIn(sent, 'required').length) };
    case 'idempotency-key-reused':
      return { kind: 'reused' };
    case 'too-many-requests':
      return { kind: 'slow' };
    default:
      return { kind: 'refused', detail: failure.message };
  }
}
