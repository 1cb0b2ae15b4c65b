import type { Severity } from '../../../src/model/quality.ts';
import { SEVERITY_WORDS } from '../../quality-words.ts';

/** A filled, half or hollow diamond, and always the word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={`sev ${severity}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {severity === 'high' && <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" />}
        {severity === 'medium' && (
          <>
            <path d="M5 .8L9.2 5 5 9.2.8 5z" fill="none" stroke="currentColor" />
            <path d="M5 0v10L0 5z" fill="currentColor" />
          </>
        )}
        {severity === 'low' && (
          <path d="M5 .9L9.1 5 5 9.1.9 5z" fill="none" stroke="currentColor" />
        )}
        {severity === 'info' && <path d="M5 4v5M5 1v1.4" stroke="currentColor" fill="none" />}
      </svg>
      <span className="w">{SEVERITY_WORDS[severity]}</span>
    </span>
  );
}
