/** What changed since the run before: what is new, changed, gone, and what was not looked at. */
import type { SourceForecast } from '../src/api/contract/shapes.ts';
import { LevelMark } from './forecast-card.tsx';
import { showMoment, showText } from './show-text.ts';

interface Change {
  readonly id: string;
  readonly level: SourceForecast['missing'][number]['level'];
  readonly score: number;
  readonly sentence: string;
  /** Where on the page it stands, if it does. */
  readonly anchor?: string;
}

const Group = ({ title, why, changes }: { title: string; why?: string; changes: readonly Change[] }) =>
  changes.length > 0 && (
    <div className="change-group">
      <h4>
        {title} <span className="tally">{changes.length}</span>
      </h4>
      {why && <p className="quiet">{why}</p>}
      <ul>
        {changes.map(({ id, level, score, sentence, anchor }) => (
          <li key={id}>
            <LevelMark level={level} score={score} />{' '}
            {anchor ? <a href={`#${anchor}`}>{showText(sentence)}</a> : showText(sentence)}
          </li>
        ))}
      </ul>
    </div>
  );

/** `anchorOf` gives the id under which a forecast stands on the page. */
export const Changes = ({ told, anchorOf }: { told: SourceForecast; anchorOf: (id: string) => string }) => {
  const { forecasts, missing, previous } = told;
  if (!previous)
    return <p className="quiet">This is the first finished run here, so there is nothing to compare it with yet.</p>;
  const linked = forecasts.map((one) => ({ ...one, anchor: anchorOf(one.id) }));
  const fresh = linked.filter(({ life }) => life === 'new' || life === 're-opened');
  const changed = linked.filter(
    ({ life, before, level, score }) =>
      life === 'known' && before && (before.level !== level || Math.round(before.score) !== Math.round(score)),
  );
  const gone = missing.filter(({ life }) => life === 'resolved');
  const stale = missing.filter(({ life }) => life === 'stale');
  const isQuiet = fresh.length + changed.length + gone.length + stale.length === 0;
  return (
    <>
      <p className="quiet">
        Compared with the run of <time dateTime={previous.startedAt}>{showMoment(previous.startedAt)}</time>.
        {isQuiet && ' Nothing changed.'}
      </p>
      <Group title="New" changes={fresh} />
      <Group title="Changed" changes={changed} />
      <Group title="Gone" changes={gone} />
      <Group
        title="Not looked at again"
        why="Their places were not read this time, so they may still be so."
        changes={stale}
      />
    </>
  );
};
