/** Two rings that overlap: a parent and an infant, in tune. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="7" cy="10" r="5.5" fill="none" stroke="var(--accent)" strokeWidth="2" />
      <circle cx="13" cy="10" r="5.5" fill="none" stroke="var(--c2)" strokeWidth="2" />
    </svg>
  );
}
