/** A path drawn from left to right: assets joined by hops, each with the places that prove it. */
import type { StandingForecast } from '../src/api/contract/shapes.ts';
import { layOutChains } from './chains.ts';
import { Places } from './places.tsx';
import { showText } from './show-text.ts';

type Hop = StandingForecast['hops'][number];

const End = ({ end }: { end: Hop['from'] }) => (
  <span className="end">
    <span className="end-kind">{end.kind}</span>
    <span className="end-name">{showText(end.name)}</span>
  </span>
);

/** Draws nothing where there is no hop, as for an advisory about one asset. */
export const PathDrawing = ({ hops }: { hops: readonly Hop[] }) =>
  layOutChains(hops).map((row, at) => (
    // Rows have no identity of their own and are never moved.
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one path stay as they are
    <ol className="path" key={at} aria-label="Path">
      <li className="step">
        <End end={row[0]!.from} />
      </li>
      {row.map((hop, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a circle may pass the same asset twice
        <li className="step" key={number}>
          <span className="hop">
            <span className="hop-relation">{hop.relation.replaceAll('-', ' ')}</span>
            <span className="hop-arrow" aria-hidden="true" />
            <span className="hop-places">
              <Places places={hop.evidence} most={2} />
            </span>
          </span>
          <End end={hop.to} />
        </li>
      ))}
    </ol>
  ));
