import { Button } from 'react-aria-components';
import type { Figure } from '../../src/model/figure.ts';
import { chartPng } from '../chart-png.ts';
import { useSession } from '../use-session.ts';

/** Hands one chart of a kept result over: as a drawing, as a picture, or as its values. */
export function ChartExports({
  result,
  figure,
  at,
}: {
  result: string;
  figure: Figure;
  at: number;
}) {
  const session = useSession();
  const deliver = (format: 'svg' | 'png' | 'csv') =>
    session.deliver(`Exporting the chart to ${format.toUpperCase()}`, async () => {
      const picture = format === 'png' ? { picture: await chartPng(figure) } : {};
      return session.client.exportResult({ id: result, format, figure: at, ...picture });
    });
  return (['svg', 'png', 'csv'] as const).map((format) => (
    <Button
      key={format}
      className="btn small quiet"
      aria-label={`Export this chart to ${format.toUpperCase()}`}
      onPress={() => deliver(format)}
    >
      {format.toUpperCase()}
    </Button>
  ));
}
