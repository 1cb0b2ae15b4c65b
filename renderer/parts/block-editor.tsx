import { Button } from 'react-aria-components';
import { formatShare } from '../../src/model/format.ts';
import type { Block, RenderedBlock, ReportDocument } from '../../src/model/report.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { openResult, runSpec, specOf } from '../analysis-runs.ts';
import { useSession } from '../use-session.ts';
import { useStaleResults } from '../use-stale-results.ts';
import { LiveNumbers } from './live-numbers.tsx';
import { Pick } from './pick.tsx';
import { CommittedText } from './text-field.tsx';
import { WhatChanged } from './what-changed.tsx';

/** The title page's words. */
export function TitleEditor({
  document,
  onChange,
}: {
  document: ReportDocument;
  onChange: (document: ReportDocument) => void;
}) {
  const set = (part: Partial<ReportDocument>) => onChange({ ...document, ...part });
  return (
    <div className="form">
      <CommittedText
        label="Title"
        value={document.title}
        rows={2}
        onCommit={(title) => set({ title })}
      />
      <CommittedText
        label="Subtitle"
        value={document.subtitle}
        rows={2}
        onCommit={(subtitle) => set({ subtitle })}
      />
      <CommittedText
        label="Authors"
        value={document.authors}
        onCommit={(authors) => set({ authors })}
      />
      <CommittedText label="Date" value={document.date} onCommit={(date) => set({ date })} />
    </div>
  );
}

/** One block: its words, or which part of a result it shows. */
export function BlockEditor({
  block,
  rendered,
  results,
  onChange,
}: {
  block: Block;
  rendered: RenderedBlock | undefined;
  results: readonly Result[];
  onChange: (block: Block) => void;
}) {
  const missing = rendered?.type === 'text' || rendered?.type === 'list' ? rendered.missing : [];
  switch (block.type) {
    case 'heading':
      return (
        <div className="form">
          <CommittedText
            label="Heading"
            value={block.text}
            onCommit={(text) => onChange({ ...block, text })}
          />
          <Pick
            label="Level"
            labelled
            choices={[
              { id: '1', label: 'First' },
              { id: '2', label: 'Second' },
            ]}
            value={block.level === 1 ? '1' : '2'}
            onChange={(id) => onChange({ ...block, level: id === '1' ? 1 : 2 })}
          />
        </div>
      );
    case 'text':
      return (
        <div className="form">
          <CommittedText
            label="Text"
            rows={12}
            value={block.text}
            onCommit={(text) => onChange({ ...block, text })}
          />
          <LiveNumbers
            results={results}
            missing={missing}
            onInsert={(mark) => onChange({ ...block, text: `${block.text} ${mark}`.trim() })}
          />
        </div>
      );
    case 'list':
      return (
        <div className="form">
          <CommittedText
            label="Points, one a line"
            rows={10}
            value={block.items.join('\n')}
            onCommit={(text) =>
              onChange({ ...block, items: text.split('\n').filter((item) => item.trim() !== '') })
            }
          />
          <LiveNumbers
            results={results}
            missing={missing}
            onInsert={(mark) => onChange({ ...block, items: [...block.items, mark] })}
          />
        </div>
      );
    case 'table':
    case 'figure':
      return <ResultBlockEditor block={block} results={results} onChange={onChange} />;
    case 'page-break':
      return <p className="note">What follows begins on a new page.</p>;
  }
}

function ResultBlockEditor({
  block,
  results,
  onChange,
}: {
  block: Extract<Block, { type: 'table' | 'figure' }>;
  results: readonly Result[];
  onChange: (block: Block) => void;
}) {
  const session = useSession();
  const stale = useStaleResults().get(block.result);
  const result = results.find(({ id }) => id === block.result);
  if (result === undefined) {
    return (
      <p>
        <b className="caution">! The result {block.result} is no longer in the project.</b> Run it
        again under Analyse, or remove this block.
      </p>
    );
  }
  return (
    <div className="form">
      <CommittedText
        label="Title, if not the result’s own"
        value={block.title ?? ''}
        rows={2}
        onCommit={(title) => {
          const { title: _, ...rest } = block;
          onChange(title.trim() === '' ? rest : { ...rest, title });
        }}
      />
      <dl className="dl origin">
        <dt>Result</dt>
        <dd>{plainText(result.title)}</dd>
        <dt>Cohort</dt>
        <dd>{result.cohort.sentence}</dd>
        <dt>Used</dt>
        <dd>
          {formatShare(result.n.used, result.n.total)} {result.cohort.unit}
        </dd>
        <dt>Method</dt>
        <dd>{result.method.name}</dd>
        <dt>State</dt>
        <dd>
          {stale !== undefined ? (
            <WhatChanged stale={stale} onRerun={() => void runSpec(session, specOf(result))} />
          ) : (
            <span className="tag good">✓ up to date</span>
          )}
        </dd>
      </dl>
      <div>
        <Button className="btn small" onPress={() => openResult(session, result)}>
          Open the result
        </Button>
      </div>
    </div>
  );
}
