import { Button, DialogTrigger, Heading } from 'react-aria-components';
import type { Figure } from '../../src/model/figure.ts';
import { Chart } from './chart.tsx';
import { DialogBox } from './dialog-box.tsx';
import { Plot } from './plot.tsx';

/** Opens the chart over the whole window: to zoom into where that helps, else only larger. */
export function ChartLarge({ figure }: { figure: Figure }) {
  const isFixed = figure.kind === 'grid' || figure.kind === 'flow';
  return (
    <DialogTrigger>
      <Button className="btn small quiet">Open large</Button>
      <DialogBox look="large" label={figure.title}>
        {({ close }) => (
          <>
            <header>
              <Heading slot="title" className="cut">
                {figure.title}
              </Heading>
              <span className="note cut">{figure.subtitle}</span>
              <Button className="btn small right" onPress={close} autoFocus>
                Close <kbd>Esc</kbd>
              </Button>
            </header>
            {isFixed ? <Chart figure={figure} height={560} /> : <Plot figure={figure} />}
            {!isFixed && (
              <p className="note">Drag to zoom in, double-click to see all of it again.</p>
            )}
          </>
        )}
      </DialogBox>
    </DialogTrigger>
  );
}
