import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type Meeting = Schemas['MeetingView'];
export type Item = Schemas['Item'];
export type Status = Meeting['status'];
export type Entry = Schemas['TimelineEntry'];

/** What the list can be narrowed to. */
export const SHOWN = ['all', 'upcoming', 'past', 'problems', 'cancelled'] as const;
export type Shown = (typeof SHOWN)[number];

export function readShown(text: string | null): Shown {
  return SHOWN.find((each) => each === text) ?? 'all';
}

const PAGE = 25;

/** What is asked of the gateway for that choice. */
export function filter(shown: Shown, now: number): { status?: Status[]; from?: string; to?: string } {
  switch (shown) {
    case 'all':
      return {};
    case 'upcoming':
      return {
        status: ['ACCEPTED', 'IN_PROGRESS', 'DELAYED', 'SCHEDULED'],
        from: new Date(now).toISOString(),
      };
    case 'past':
      return { to: new Date(now).toISOString() };
    case 'problems':
      return { status: ['FAILED', 'NEEDS_ATTENTION'] };
    case 'cancelled':
      return { status: ['CANCELLING', 'CANCELLED'] };
  }
}

/** The meetings that somebody asked for or hosts, page by page. */
export function meetingList(shown: Shown) {
  return infiniteQueryOptions({
    queryKey: ['meetings', 'list', shown],
    initialPageParam: { cursor: undefined as string | undefined, now: 0 },
    queryFn: ({ pageParam, signal }) => {
      // All pages are of the same moment, so that none is missed between two.
      const now = pageParam.now || Date.now();
      return answered(
        api.GET('/api/v1/meetings', {
          params: {
            query: {
              mine: true,
              limit: PAGE,
              ...filter(shown, now),
              ...(pageParam.cursor && { cursor: pageParam.cursor }),
            },
          },
          signal,
        }),
      ).then((page) => ({ ...page, now }));
    },
    getNextPageParam: (page) => (page.next ? { cursor: page.next, now: page.now } : undefined),
  });
}

/** One meeting, as the gateway shows it. */
export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/meetings/{id}', { params: { path: { id } }, signal })),
  });
}

const ENDED: Status[] = ['SCHEDULED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION'];

/** Whether nothing more will happen by itself. */
export function hasEnded(status: Status): boolean {
  return ENDED.includes(status);
}
