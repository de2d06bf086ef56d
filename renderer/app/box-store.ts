/** The command box's own store, so that the top bar can open it and its first hit can be chosen. */
import { createSpotlight } from '@mantine/spotlight';

const [store, actions] = createSpotlight();

/** State of the box. */
export const boxStore = store;
/** Opens the box. */
export const openBox = actions.open;

/** Puts the choice on the first row; the box itself does so only when the text changes, not when an answer arrives. */
export function chooseFirst(): void {
  const list = document.getElementById(boxStore.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  boxStore.updateState((state) => ({ ...state, selected: 0 }));
}
