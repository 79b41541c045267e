/** Keys that hold in the whole panel: search and the way out. What is dealt with here, VS Code does not see. */

export interface KeyActions {
  readonly openSearch: () => void;
  /** To the next hit or the one before; false where there is no search. */
  readonly stepSearch: (direction: 1 | -1) => boolean;
  readonly leave: () => void;
}

export function attachKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !press(event, actions)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Whether the key meant something. */
function press(event: KeyboardEvent, actions: KeyActions): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === 'f') {
    actions.openSearch();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'F3') return actions.stepSearch(event.shiftKey ? -1 : 1);
  if (event.key !== 'Escape' || event.shiftKey) return false;
  actions.leave();
  return true;
}
