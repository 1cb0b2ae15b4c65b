import type { ResultTable } from '../../src/model/result.ts';
import { tableText } from '../table-text.ts';
import { CopyButton } from './copy-button.tsx';

/** Copies a table with its headings, so that Excel and Word paste it as one. */
export function CopyTable({ table, about }: { table: ResultTable; about: string | undefined }) {
  const { text, html } = tableText(table, about);
  return <CopyButton label="Copy table" text={text} html={html} />;
}
