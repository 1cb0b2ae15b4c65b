import type { ReactNode } from 'react';

/** Nothing here yet: what comes here, and the one next action. */
export function Blank({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
