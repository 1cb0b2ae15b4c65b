import { createStore } from '../store.ts';

export const THEMES = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'contrast', label: 'High contrast' },
] as const;

export type ThemeChoice = (typeof THEMES)[number]['id'];
export type Theme = Exclude<ThemeChoice, 'system'>;

const KEY = 'attune-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** The chosen theme and the one in force; remembered on this computer. */
export const theme = createStore<{ choice: ThemeChoice; now: Theme }>({
  choice: 'system',
  now: 'light',
});

export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  apply(choice);
}

export function startTheme(): void {
  const saved = localStorage.getItem(KEY);
  const follow = () => apply(theme.get().choice);
  dark.addEventListener('change', follow);
  contrast.addEventListener('change', follow);
  apply(THEMES.find(({ id }) => id === saved)?.id ?? 'system');
}

function apply(choice: ThemeChoice): void {
  const now = choice === 'system' ? systemTheme() : choice;
  document.documentElement.dataset.theme = now;
  theme.set({ choice, now });
}

function systemTheme(): Theme {
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}
