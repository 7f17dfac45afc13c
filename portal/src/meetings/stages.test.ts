import { describe, expect, it } from 'vitest';
import { filter, readShown } from './queries';
import { stages, undone } from './stages';
import type { Entry, Status } from './queries';

const at = '2027-03-01T09:00:00Z';
const entry = (step: Entry['step'], outcome: Entry['outcome'], number = 1): Entry => ({
  number,
  step,
  outcome,
  startedAt: at,
  endedAt: at,
  tookMillis: 12,
  attempts: 1,
});
const accepted = entry('accept-request', 'accepted', 0);
const states = (status: Status, ...timeline: Entry[]) =>
  stages({ status, timeline: [accepted, ...timeline] }).map((stage) => stage.state);

describe('progress', () => {
  it('goes from one stage to the next', () => {
    expect(states('ACCEPTED')).toEqual(['done', 'now', 'open']);
    expect(states('IN_PROGRESS', entry('create-meeting', 'created'))).toEqual(['done', 'done', 'now']);
    expect(
      states('SCHEDULED', entry('create-meeting', 'created'), entry('send-invitation', 'sent')),
    ).toEqual(['done', 'done', 'done']);
  });

  it('waits where a step is delayed', () => {
    expect(states('DELAYED', entry('create-meeting', 'delayed'))).toEqual(['done', 'now', 'open']);
    expect(
      states('DELAYED', entry('create-meeting', 'created'), entry('send-invitation', 'delayed')),
    ).toEqual(['done', 'done', 'now']);
  });

  it('ends where it failed', () => {
    expect(states('FAILED', entry('create-meeting', 'refused'))).toEqual(['done', 'failed', 'open']);
    expect(
      states(
        'FAILED',
        entry('create-meeting', 'created'),
        entry('send-invitation', 'failed'),
        entry('withdraw-meeting', 'withdrawn'),
      ),
    ).toEqual(['done', 'done', 'failed']);
  });
});

describe('what was undone', () => {
  it('is nothing where nothing was made', () => {
    expect(undone({ timeline: [accepted, entry('create-meeting', 'refused')] })).toBe('nothing-made');
  });

  it('is the meeting where it was withdrawn', () => {
    expect(undone({ timeline: [accepted, entry('withdraw-meeting', 'withdrawn')] })).toBe('withdrawn');
  });

  it('is in doubt where something may be left', () => {
    expect(undone({ timeline: [accepted], leftover: 'webex-1' })).toBe('in-doubt');
  });
});

describe('a filter', () => {
  it('is what the gateway is asked for', () => {
    const now = Date.UTC(2027, 2, 1);
    expect(filter('all', now)).toEqual({});
    expect(filter('past', now)).toEqual({ to: '2027-03-01T00:00:00.000Z' });
    expect(filter('problems', now).status).toEqual(['FAILED', 'NEEDS_ATTENTION']);
    expect(filter('upcoming', now)).toMatchObject({ from: '2027-03-01T00:00:00.000Z' });
  });

  it('is read from the address, whatever stands there', () => {
    expect(['past', 'nonsense', null].map(readShown)).toEqual(['past', 'all', 'all']);
  });
});
