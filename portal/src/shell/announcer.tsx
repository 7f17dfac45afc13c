import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says something to those who listen to the page rather than look at it. */
export function announce(text: string): void {
  // The same words again are heard again only where they are not the same to the browser.
  said = text === said ? `${text}\u00a0` : text;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const HIDDEN = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Where it is said. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <div role="status" aria-live="polite" style={HIDDEN}>
      {text}
    </div>
  );
}
