import { Button } from 'react-aria-components';
import { basisSentence, withBasis } from '../../src/model/basis.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { Result } from '../../src/model/result.ts';
import { chartPng } from '../chart-png.ts';
import { useSession } from '../use-session.ts';

/** Hands one chart of a kept result over: as a drawing, as a picture, or as its values. */
export function ChartExports({
  result,
  changed,
  figure,
  at,
}: {
  result: Result;
  /** What has changed since it was made; '' while it holds. */
  changed: string;
  figure: Figure;
  at: number;
}) {
  const session = useSession();
  const deliver = (format: 'svg' | 'png' | 'csv') =>
    session.deliver(`Exporting the chart to ${format.toUpperCase()}`, async () => {
      const basis = withBasis(figure, basisSentence(result, changed));
      const picture = format === 'png' ? { picture: await chartPng(basis) } : {};
      return session.client.exportResult({ id: result.id, format, figure: at, ...picture });
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
