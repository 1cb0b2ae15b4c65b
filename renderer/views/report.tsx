import { Button } from 'react-aria-components';
import type { RenderedReport, ReportDocument } from '../../src/model/report.ts';
import type { Result } from '../../src/model/result.ts';
import { exportReport } from '../add-to-report.ts';
import { rerunAll } from '../analysis-runs.ts';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { BlockEditor, TitleEditor } from '../parts/block-editor.tsx';
import { BlockOutline } from '../parts/block-outline.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Divider } from '../parts/divider.tsx';
import { PagePreview } from '../parts/page-preview.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { blockLabel, changeBlock, resultsIn } from '../report-edits.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useReportEdits } from '../use-report.ts';
import { useSelect, useSession } from '../use-session.ts';
import { useStaleResults } from '../use-stale-results.ts';
import { counted } from '../words.ts';

/** The briefing: its blocks in order, the page as it will leave, and the selected block's words. */
export function ReportView() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const document = useReply('report', (options) => session.client.report({}, options));
  const rendered = useReply(`render ${revision}`, (options) =>
    session.client.renderReport({}, options),
  );
  const results = useReply(`results ${revision}`, (options) => session.client.results({}, options));
  return (
    <>
      <CohortBar />
      <main className="work reportview" data-pane="work">
        <Answer asked={document} lines={10}>
          {(saved) => (
            <Answer asked={rendered} lines={10}>
              {(report) => (
                <ReportDesk saved={saved} report={report} results={replyValue(results, [])} />
              )}
            </Answer>
          )}
        </Answer>
      </main>
    </>
  );
}

function ReportDesk({
  saved,
  report,
  results,
}: {
  saved: ReportDocument;
  report: RenderedReport;
  results: readonly Result[];
}) {
  const session = useSession();
  const stale = useStaleResults();
  const selected = useSelect((state) => state.block);
  const setSelected = (block: number) => session.set({ block });
  const edits = useReportEdits(saved);
  const { document, canUndo, change, undo } = edits;
  const { blocks } = document;
  const block = blocks[selected];
  const used = new Set(blocks.flatMap(resultsIn));
  const old = results.filter(({ id }) => used.has(id) && stale.has(id));
  const again = old.filter(({ id }) => stale.get(id)?.canRerun);
  const save = (format: 'docx' | 'xlsx' | 'json') => exportReport(session, format);
  return (
    <>
      <div className="head">
        <h1>Report</h1>
        <span className="note cut">{document.title}</span>
        {old.length > 0 && (
          <span className="tag caution">! {counted(old.length, 'result')} out of date</span>
        )}
        {again.length > 0 && (
          <Button className="btn small" onPress={() => void rerunAll(session, again)}>
            Re-run {again.length}
          </Button>
        )}
        <span className="actions">
          <Button className="btn" isDisabled={!canUndo} onPress={undo}>
            Undo
          </Button>
          <Button className="btn primary" aria-label="Export to Word" onPress={() => save('docx')}>
            Word
          </Button>
          <Button className="btn" aria-label="Export to Excel" onPress={() => save('xlsx')}>
            Excel
          </Button>
          <Button className="btn" aria-label="Export to results.json" onPress={() => save('json')}>
            results.json
          </Button>
        </span>
      </div>
      <div className="layout">
        <BlockOutline
          edits={edits}
          report={report}
          results={results}
          stale={stale}
          selected={selected}
          onSelect={setSelected}
        />
        <Divider name="report-left" label="the blocks" pane="left" wide={250} slim={216} />
        <Scroll label="Page" className="desk" pane="page">
          <PagePreview
            document={document}
            report={report}
            selected={selected}
            onSelect={setSelected}
          />
        </Scroll>
        <Divider
          name="report-right"
          label="the panel"
          pane="right"
          wide={304}
          slim={264}
          min={240}
        />
        <aside className="card flush editor" aria-label="Selected block" data-pane="panel">
          <header>
            <h2 className="cut">{headOf(block, report, selected)}</h2>
          </header>
          <div className="scroll pad">
            {block === undefined ? (
              <>
                <TitleEditor document={document} onChange={change} />
                {blocks.length === 0 && (
                  <Blank
                    title="No blocks yet"
                    text="Add text, or tables and figures of the results, under Blocks."
                  />
                )}
              </>
            ) : (
              <BlockEditor
                key={selected}
                block={block}
                rendered={report.blocks[selected]}
                results={results}
                onChange={(next) => change(changeBlock(document, selected, next))}
              />
            )}
          </div>
        </aside>
      </div>
    </>
  );
}

const NAMES = {
  heading: 'Heading',
  text: 'Text',
  list: 'List',
  table: 'Table',
  figure: 'Figure',
  'page-break': 'Page break',
} as const;

function headOf(
  block: ReportDocument['blocks'][number] | undefined,
  report: RenderedReport,
  at: number,
): string {
  if (block === undefined) return 'Title page';
  const { lead } = blockLabel(block, report.blocks[at]);
  return lead || NAMES[block.type];
}
