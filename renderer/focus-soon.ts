/** How many frames a page gets to show what is to have the focus. */
const FRAMES = 60;

/**
 * Moves the focus to the first element that matches, once it is there and nothing modal is in front
 * of it any more: what a command opens is drawn after the list of commands is gone.
 */
export function focusSoon(selector: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null && element.closest('[inert]') === null) element.focus();
    else if (frames > 0) focusSoon(selector, frames - 1);
  });
}
