import { useSyncExternalStore } from 'react';
import { ownZone } from '../time/zones';
import { emptyDraft, type Draft } from './draft';

/** The meeting that a form became, for other tabs that still show the form. */
interface Sent {
  key: string;
  meeting: string;
}

/**
 * One form for each person on this device, the same in all tabs. It is kept with each change, so
 * that neither a reload nor a lost session loses what was typed.
 */
export class Drafts {
  private draft: Draft;
  private elsewhere: string | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly name: string) {
    this.draft = read<Draft>(name) ?? emptyDraft(ownZone(), Date.now());
    globalThis.addEventListener('storage', (event) => {
      if (event.key === this.name) {
        const before = this.draft.key;
        this.draft = read<Draft>(this.name) ?? emptyDraft(ownZone(), Date.now());
        this.elsewhere = this.draft.key === before ? this.elsewhere : this.meetingOf(before);
        this.tell();
      }
    });
  }

  readonly current = (): Draft => this.draft;

  /** The meeting that another tab made of the form that was here. */
  readonly sentElsewhere = (): string | undefined => this.elsewhere;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(change: (draft: Draft) => Draft): void {
    this.elsewhere = undefined;
    this.draft = change(this.draft);
    write(this.name, this.draft);
    this.tell();
  }

  /** The form has become that meeting: the next is another, with a key of its own. */
  sent(key: string, meeting: string): void {
    write(`${this.name}.sent`, { key, meeting } satisfies Sent);
    if (this.draft.key === key) {
      this.clear();
    }
  }

  clear(): void {
    this.draft = emptyDraft(ownZone(), Date.now());
    localStorage.removeItem(this.name);
    this.tell();
  }

  /** Another form in place of this one. Returns what brings this one back. */
  replace(draft: Draft | undefined): () => void {
    const before = this.draft;
    if (draft) {
      this.change(() => draft);
    } else {
      this.clear();
    }
    return () => this.change(() => before);
  }

  /** The meeting that this form has become, if it has. */
  meetingOf(key: string): string | undefined {
    const sent = read<Sent>(`${this.name}.sent`);
    return sent?.key === key ? sent.meeting : undefined;
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

function read<T>(name: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined; // not written by us
  }
}

/** Where a browser keeps nothing, the form is only as lasting as the page. */
function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch (full) {
    console.warn('The form is not kept: this browser does not store it.', full);
  }
}

const PREFIX = 'convene.draft.';
const all = new Map<string, Drafts>();

/** The form of that person. */
export function draftsOf(subject: string): Drafts {
  let drafts = all.get(subject);
  if (!drafts) {
    drafts = new Drafts(PREFIX + subject);
    all.set(subject, drafts);
  }
  return drafts;
}

/** Who signs out leaves nothing behind for the next at this device. */
export function forgetDrafts(): void {
  Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => localStorage.removeItem(name));
}

export function useDraft(subject: string): [Draft, Drafts] {
  const drafts = draftsOf(subject);
  return [useSyncExternalStore(drafts.subscribe, drafts.current), drafts];
}

export function useSentElsewhere(subject: string): string | undefined {
  const drafts = draftsOf(subject);
  return useSyncExternalStore(drafts.subscribe, drafts.sentElsewhere);
}
