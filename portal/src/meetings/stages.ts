import { hasEnded, type Entry, type Meeting } from './queries';

/** The three things that a person waits for. */
export type StageName = 'accepted' | 'meeting' | 'invitation';
export type StageState = 'done' | 'now' | 'open' | 'failed';

export interface Stage {
  name: StageName;
  state: StageState;
}

const STEP = { meeting: 'create-meeting', invitation: 'send-invitation' } as const;
const REACHED = { meeting: 'created', invitation: 'sent' } as const;

/** How far it has come, by what the timeline says. */
export function stages(meeting: Pick<Meeting, 'status' | 'timeline'>): Stage[] {
  const waits = !hasEnded(meeting.status);
  const reached = (name: 'meeting' | 'invitation') =>
    meeting.timeline.some((entry) => entry.step === STEP[name] && entry.outcome === REACHED[name]);
  const failed = (name: 'meeting' | 'invitation') =>
    meeting.timeline.some(
      (entry) => entry.step === STEP[name] && ['refused', 'failed', 'needs-attention', 'abandoned'].includes(entry.outcome),
    );
  const state = (name: 'meeting' | 'invitation', before: boolean): StageState => {
    if (reached(name)) {
      return 'done';
    }
    if (failed(name)) {
      return 'failed';
    }
    return before && waits ? 'now' : 'open';
  };
  return [
    { name: 'accepted', state: 'done' },
    { name: 'meeting', state: state('meeting', true) },
    { name: 'invitation', state: state('invitation', reached('meeting') && !withdrawn(meeting.timeline)) },
  ];
}

function withdrawn(timeline: Entry[]): boolean {
  return timeline.some((entry) => entry.step === 'withdraw-meeting');
}

/** What was undone when it did not work out. */
export type Undone = 'nothing-made' | 'withdrawn' | 'in-doubt';

export function undone(meeting: Pick<Meeting, 'timeline' | 'leftover'>): Undone {
  if (meeting.leftover) {
    return 'in-doubt';
  }
  return meeting.timeline.some((entry) => entry.step === 'withdraw-meeting' && entry.outcome === 'withdrawn')
    ? 'withdrawn'
    : 'nothing-made';
}
