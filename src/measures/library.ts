import type { Measure } from '../model/measure.ts';
import asqSe2 from './library/asq-se-2.json' with { type: 'json' };
import bpses from './library/bpses.json' with { type: 'json' };
import core10 from './library/core-10.json' with { type: 'json' };
import epds from './library/epds.json' with { type: 'json' };
import gad7 from './library/gad-7.json' with { type: 'json' };
import gbo from './library/gbo.json' with { type: 'json' };
import hads from './library/hads.json' with { type: 'json' };
import kpcs from './library/kpcs.json' with { type: 'json' };
import loaf from './library/loaf.json' with { type: 'json' };
import loafDimensions from './library/loaf-dimensions.json' with { type: 'json' };
import maas from './library/maas.json' with { type: 'json' };
import morsSf from './library/mors-sf.json' with { type: 'json' };
import mpas from './library/mpas.json' with { type: 'json' };
import pbq from './library/pbq.json' with { type: 'json' };
import phq9 from './library/phq-9.json' with { type: 'json' };
import pirGas from './library/pir-gas.json' with { type: 'json' };
import ppas from './library/ppas.json' with { type: 'json' };
import prfq from './library/prfq.json' with { type: 'json' };
import psi4Sf from './library/psi-4-sf.json' with { type: 'json' };
import score15 from './library/score-15.json' with { type: 'json' };
import swemwbs from './library/swemwbs.json' with { type: 'json' };
import wemwbs from './library/wemwbs.json' with { type: 'json' };
import { readMeasure } from './measure.ts';

/** The instruments that come with Attune, each checked against the schema when it is loaded. */
export const MEASURES: readonly Measure[] = [
  prfq,
  morsSf,
  loaf,
  loafDimensions,
  pirGas,
  phq9,
  gad7,
  epds,
  hads,
  core10,
  kpcs,
  swemwbs,
  wemwbs,
  gbo,
  pbq,
  maas,
  mpas,
  ppas,
  bpses,
  score15,
  asqSe2,
  psi4Sf,
].map((entry) => readMeasure(entry));
