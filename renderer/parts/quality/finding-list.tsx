import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { QualityCheck, RuleFinding } from '../../../src/model/quality-check.ts';
import { DIMENSION_WORDS, sayPercent, trendOf } from '../../quality-words.ts';
import { count } from '../../words.ts';
import { SeverityMark } from './severity.tsx';

/** What the rules found, the gravest first. */
export function FindingList({
  findings,
  tables,
  selected,
  onSelect,
}: {
  findings: readonly RuleFinding[];
  tables: QualityCheck['tables'];
  selected: string | null;
  onSelect: (rule: string) => void;
}) {
  const labelOf = new Map(tables.map(({ name, label }) => [name, label]));
  return (
    <div className="scroll">
      <Table
        className="findings"
        aria-label="Findings"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          if (keys !== 'all') for (const key of keys) onSelect(String(key));
        }}
      >
        <TableHeader>
          <Column className="c-sev">Severity</Column>
          <Column isRowHeader>Rule</Column>
          <Column className="c-table wide">Table</Column>
          <Column className="c-dim wide">Dimension</Column>
          <Column className="num c-n">Failing</Column>
          <Column className="num c-rate">Rate</Column>
          <Column className="c-trend">Trend</Column>
          <Column className="num c-ex">Settled</Column>
        </TableHeader>
        <TableBody items={findings.map((finding) => ({ finding, id: finding.rule.id }))}>
          {({ finding, id }) => {
            const { rule, sentence, n, of, excused, corrected, met } = finding;
            const settled = excused + corrected;
            const trend = trendOf(finding);
            return (
              <Row id={id} className={met ? 'met' : ''}>
                <Cell>
                  <SeverityMark severity={rule.severity} />
                </Cell>
                <Cell>
                  <span className="cut" title={sentence}>
                    {sentence}
                  </span>
                </Cell>
                <Cell className="s wide">
                  <span className="cut">{labelOf.get(rule.table) ?? rule.table}</span>
                </Cell>
                <Cell className="s wide">{DIMENSION_WORDS[rule.dimension]}</Cell>
                <Cell className="num">
                  {count(n)} <span className="s">of {count(of)}</span>
                </Cell>
                <Cell className="num s">{sayPercent(n, of)} %</Cell>
                <Cell className={`s ${trend.is}`}>
                  {met ? (settled === n ? '✓ settled' : '✓ within limit') : trend.text}
                </Cell>
                <Cell className="num">
                  {settled === 0 ? (
                    '–'
                  ) : (
                    <span title={`${count(excused)} excused, ${count(corrected)} corrected`}>
                      {count(settled)}
                    </span>
                  )}
                </Cell>
              </Row>
            );
          }}
        </TableBody>
      </Table>
    </div>
  );
}
