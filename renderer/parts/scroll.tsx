import type { ReactNode } from 'react';

/** A region that scrolls: it has a name, and the keyboard reaches it. */
export function Scroll({
  label,
  className = '',
  pane,
  children,
}: {
  label: string;
  className?: string;
  /** Makes it a stop of F6. */
  pane?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div
      className={`scroll ${className}`}
      role="group"
      aria-label={label}
      data-pane={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
      tabIndex={0}
    >
      {children}
    </div>
  );
}
