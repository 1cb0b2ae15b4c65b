import { useState } from 'react';
import { Button } from 'react-aria-components';
import { toClipboard } from '../copy-cells.ts';

/** Copies a text (and a table as one), and says that it did without changing its size. */
export function CopyButton({ label, text, html }: { label: string; text: string; html?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else await toClipboard({ text, html });
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <Button className="btn small quiet copy" onPress={copy}>
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}
