import type { ComboboxProps } from '@fluentui/react-components';

/** Lists of choices are as wide as they need to be, and leave most of the page to be seen. */
export const LIST: Pick<ComboboxProps, 'positioning' | 'listbox' | 'expandIcon'> = {
  positioning: {
    position: 'below',
    align: 'start',
    offset: { crossAxis: 0, mainAxis: 2 },
    fallbackPositions: ['above', 'after', 'after-top', 'before', 'before-top'],
    autoSize: false,
  },
  // As large as a finger needs; by keyboard the field itself opens its list.
  expandIcon: { style: { width: '24px', height: '24px' }, tabIndex: -1 },
  listbox: { style: { maxHeight: '18rem', minWidth: 'max-content' } },
};

/** A list that closes leaves its field pointing at a choice that is gone. */
export function leaveList(field: HTMLElement): void {
  field.removeAttribute('aria-activedescendant');
}
