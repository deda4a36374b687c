/** The forecast of one source: warnings, watches and advisories in order, what changed, what was not seen. */
import type { StandingForecast, SourceForecast as Told } from '../src/api/contract/shapes.ts';
import { Changes } from './changes.tsx';
import { ForecastCard, LevelMark } from './forecast-card.tsx';
import { NotSeen } from './not-seen.tsx';
import { count, showMoment, showText } from './show-text.ts';

/** Forecasts that lack the same thing stand behind the gravest of them; they keep their order otherwise. */
const fold = (forecasts: readonly StandingForecast[]): readonly (readonly StandingForecast[])[] => {
  const groups = new Map<string, StandingForecast[]>();
  for (const forecast of forecasts) {
    const key = forecast.level === 'watch' && forecast.foldKey ? `watch ${forecast.foldKey}` : `one ${forecast.id}`;
    const group = groups.get(key);
    if (group) group.push(forecast);
    else groups.set(key, [forecast]);
  }
  return [...groups.values()];
};

const summarise = (forecasts: readonly StandingForecast[]): string => {
  const number = (level: string): number => forecasts.filter((one) => one.level === level).length;
  return [
    count(number('warning'), 'warning'),
    count(number('watch'), 'watch', 'watches'),
    ...(number('advisory') > 0 ? [count(number('advisory'), 'advisory', 'advisories')] : []),
  ].join(', ');
};

const Unfinished = ({ run, isFirst }: { run: NonNullable<Told['unfinished']>; isFirst: boolean }) => (
  <p className="notice" role="status">
    {run.state === 'running'
      ? `A run is under way since ${showMoment(run.startedAt)}.`
      : `The run of ${showMoment(run.startedAt)} did not end${run.why ? `: ${showText(run.why)}` : ''}.`}{' '}
    {isFirst ? 'No run of it has ended yet, so nothing is known.' : 'What stands here is from the last run that did.'}
  </p>
);

export const SourceForecast = ({ told, id }: { told: Told; id: string }) => {
  const { source, run, unfinished, forecasts } = told;
  const anchorOf = (forecast: string): string => `${id}-${forecast}`;
  return (
    <section className="source" aria-labelledby={id}>
      <header className="source-head">
        <h2 id={id}>{showText(source.name)}</h2>
        {run && (
          <p className="quiet">
            {summarise(forecasts)} · <time dateTime={run.startedAt}>{showMoment(run.startedAt)}</time>
          </p>
        )}
      </header>
      {unfinished && <Unfinished run={unfinished} isFirst={run === undefined} />}
      {run && (
        <>
          {forecasts.length === 0 && (
            <p className="empty">
              <b>
                {told.waived.length > 0
                  ? 'Every path to harm that was seen was waived.'
                  : 'Nothing that was seen combines to a path to harm.'}
              </b>{' '}
              That is as true as what was looked at is complete: see below what was not.
            </p>
          )}
          {fold(forecasts).map(([first, ...rest]) => (
            <div className="fold" key={first!.id}>
              <ForecastCard forecast={first!} heading={anchorOf(first!.id)} />
              {rest.length > 0 && (
                <details className="folded">
                  <summary>
                    {count(rest.length, 'more watch', 'more watches')} would be settled by the same answer
                  </summary>
                  {rest.map((forecast) => (
                    <ForecastCard key={forecast.id} forecast={forecast} heading={anchorOf(forecast.id)} />
                  ))}
                </details>
              )}
            </div>
          ))}
          {told.waived.length > 0 && (
            <details className="folded">
              <summary>{told.waived.length} waived</summary>
              <ul>
                {told.waived.map(({ id: waived, level, score, sentence, waived: words }) => (
                  <li key={waived}>
                    <LevelMark level={level} score={score} /> {showText(sentence)}{' '}
                    <span className="quiet">{showText(words)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {told.chosen.map((text) => (
            <p className="quiet" key={text}>
              {showText(text)}
            </p>
          ))}
          <div className="columns">
            <section aria-labelledby={`${id}-changes`}>
              <h3 id={`${id}-changes`}>What changed</h3>
              <Changes told={told} anchorOf={anchorOf} />
            </section>
            <section aria-labelledby={`${id}-unseen`}>
              <h3 id={`${id}-unseen`}>What was not seen</h3>
              <NotSeen told={told} />
            </section>
          </div>
        </>
      )}
    </section>
  );
};
