import { useState } from 'react';
import { Button } from 'react-aria-components';
import { figureTable } from '../../../src/chart/figure-table.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { chartPicture, chartPngOf } from '../../chart-png.ts';
import { useSession } from '../../use-session.ts';
import { CopyTable } from '../copy-table.tsx';
import { Pick } from '../pick.tsx';
import type { Measure } from './measure.ts';

const SIZES = [
  { id: '16x9', label: 'Page width, 16 × 9 cm', width: 16, height: 9 },
  { id: '8x6', label: 'Half a page, 8 × 6 cm', width: 8, height: 6 },
  { id: '25x14', label: 'Slide, 25 × 14 cm', width: 25, height: 14 },
  { id: '16x20', label: 'Whole page, 16 × 20 cm', width: 16, height: 20 },
] as const;

const DENSITIES = [
  { id: '96', label: '96 DPI, screen' },
  { id: '150', label: '150 DPI' },
  { id: '300', label: '300 DPI, print' },
  { id: '600', label: '600 DPI' },
] as const;

/** Takes a chart along: as a picture of a chosen size, as a drawing, as its values. */
export function ChartFiles({
  of,
  figure,
  isTable,
  onTable,
}: {
  of: { table: string; chart: string; measure: Measure };
  figure: Figure;
  isTable: boolean;
  onTable: () => void;
}) {
  const session = useSession();
  const [sizeId, setSize] = useState<(typeof SIZES)[number]['id']>('16x9');
  const [dpi, setDpi] = useState<(typeof DENSITIES)[number]['id']>('300');
  const [copied, setCopied] = useState(false);
  const size = SIZES.find(({ id }) => id === sizeId) ?? SIZES[0];
  const picture = { width: size.width, height: size.height, dpi: Number(dpi) };
  const deliver = (format: 'svg' | 'csv') =>
    session.deliver(`Exporting the chart to ${format.toUpperCase()}`, () =>
      session.client.exploreExport({ ...of, format }),
    );
  const deliverPng = async () => {
    const png = await chartPngOf(figure, picture);
    if (png === null) {
      session.set({
        refusal: {
          code: 'picture-too-large',
          message: 'The picture is too large.',
          hint: 'Choose fewer DPI or a smaller size, or export the chart as SVG.',
          where: { option: 'DPI' },
        },
      });
      return;
    }
    await session.deliver('Exporting the chart to PNG', () =>
      session.client.exploreExport({ ...of, format: 'png', picture: png }),
    );
  };
  const copy = async () => {
    const bytes = await chartPicture(figure, picture);
    const blob = new Blob([bytes], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    setCopied(true);
  };
  return (
    <footer className="files">
      <Button className="btn small" onPress={onTable}>
        {isTable ? 'Show the chart' : 'Show the values'}
      </Button>
      <span className="right line">
        <Pick label="Size of the picture" choices={SIZES} value={sizeId} onChange={setSize} />
        <Pick label="Dots per inch" choices={DENSITIES} value={dpi} onChange={setDpi} />
        <Button className="btn small" onPress={() => void deliverPng()}>
          PNG
        </Button>
        <Button className="btn small" onPress={() => void copy()}>
          {copied ? 'Picture copied' : 'Copy picture'}
        </Button>
        <Button className="btn small" onPress={() => void deliver('svg')}>
          SVG
        </Button>
        <Button className="btn small" onPress={() => void deliver('csv')}>
          CSV of the values
        </Button>
        <CopyTable
          table={figureTable(figure)}
          about={[figure.subtitle, ...figure.notes].join('. ')}
        />
      </span>
    </footer>
  );
}
