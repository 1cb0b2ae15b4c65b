import { figureToSvg } from '../../src/chart/figure-svg.ts';
import type { Figure } from '../../src/model/figure.ts';
import type {
  Block,
  RenderedBlock,
  RenderedReport,
  ReportDocument,
} from '../../src/model/report.ts';
import { svgAddress } from '../svg-address.ts';
import { FilledText } from './filled-text.tsx';
import { ResultTableView } from './result-table.tsx';
import { RichText } from './rich-text.tsx';

/** The report as it will leave: one white page, in every theme. */
export function PagePreview({
  document,
  report,
  selected,
  onSelect,
}: {
  document: ReportDocument;
  report: RenderedReport;
  selected: number;
  onSelect: (at: number) => void;
}) {
  return (
    <article className="sheet" aria-label="Preview of the report">
      <header className="titles">
        <h1>{report.title}</h1>
        {report.subtitle !== '' && <p className="subtitle">{report.subtitle}</p>}
        <p className="byline">
          {[report.authors, report.date].filter((part) => part !== '').join(' · ')}
        </p>
      </header>
      {report.blocks.map((rendered, at) => {
        const block = document.blocks[at];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the outline beside is the keyboard's way
          // biome-ignore lint/a11y/noStaticElementInteractions: a click only selects what the outline lists
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
            key={at}
            className={at === selected ? 'pageblk on' : 'pageblk'}
            data-block={at}
            onClick={() => onSelect(at)}
          >
            <RenderedBlockView rendered={rendered} block={block} />
          </div>
        );
      })}
    </article>
  );
}

function RenderedBlockView({
  rendered,
  block,
}: {
  rendered: RenderedBlock;
  block: Block | undefined;
}) {
  switch (rendered.type) {
    case 'heading':
      return rendered.level === 1 ? (
        <h2>
          <RichText text={rendered.text} />
        </h2>
      ) : (
        <h3>
          <RichText text={rendered.text} />
        </h3>
      );
    case 'text':
      return (
        <p>
          <FilledText source={block?.type === 'text' ? block.text : ''} text={rendered.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {rendered.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            <li key={at}>
              <FilledText
                source={block?.type === 'list' ? (block.items[at] ?? '') : ''}
                text={item}
              />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <ResultTableView
          table={{ ...rendered.table, title: rendered.title }}
          caption={`Table ${rendered.number}`}
          basis={rendered.basis}
        />
      );
    case 'figure':
      return (
        <figure>
          <p className="cap">
            <b>Figure {rendered.number}</b>
            <em>
              <RichText text={rendered.title} />
            </em>
          </p>
          <img src={figureAddress(rendered.figure)} alt={rendered.figure.alt} />
          <figcaption className="apa-note">
            <em>Note.</em> <RichText text={rendered.basis} />
          </figcaption>
        </figure>
      );
    case 'page-break':
      return <p className="break">Page break</p>;
    case 'absent':
      return <p className="absent">! {rendered.what} It is left out of files.</p>;
  }
}

/** The caption has the title. */
function figureAddress(figure: Figure): string {
  return svgAddress(figureToSvg({ ...figure, title: '' }, { width: 634, height: 320 }));
}
