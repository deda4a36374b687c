/** One forecast: its sentence, the first fix, the path, the conditions, and how its score comes about. */
import type { StandingForecast } from '../src/api/contract/shapes.ts';
import { PathDrawing } from './path-drawing.tsx';
import { Places } from './places.tsx';
import { count, showMoment, showPlace, showText } from './show-text.ts';

type Level = StandingForecast['level'];

const signs: Readonly<Record<Level, string>> = { warning: '▲', watch: '○', advisory: '◇' };

/** The level in words and by its sign, so that it is not told by colour alone. */
export const LevelMark = ({ level, score }: { level: Level; score: number }) => (
  <span className={`level ${level}`}>
    <span aria-hidden="true">{signs[level]}</span> <span className="level-name">{level}</span>{' '}
    <b>{Math.round(score)}</b>
    <span className="hidden"> of 100</span>
  </span>
);

const describeLife = ({ life, level, before, firstSeen, score }: StandingForecast): string => {
  if (life === 'new') return 'New in this run';
  if (life === 're-opened') return 'Back again, after it was gone';
  if (life === 'stale') return 'Not looked at since: it may still be so';
  const since = `Known since ${showMoment(firstSeen)}`;
  if (before && before.level !== level) return `${since}, was a ${before.level} before`;
  if (before && Math.round(before.score) !== Math.round(score))
    return `${since}, scored ${Math.round(before.score)} before`;
  return since;
};

const states: Readonly<Record<string, readonly [string, string]>> = {
  true: ['✓', 'holds'],
  false: ['✗', 'does not hold'],
  unknown: ['?', 'is not known'],
};

const Condition = ({ condition }: { condition: StandingForecast['conditions'][number] }) => {
  const { state, says, evidence, missing, flip } = condition;
  const [sign, words] = states[state]!;
  return (
    <li className={`condition ${state}`}>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        {showText(says)}
        <span className="hidden"> ({words})</span>
        {missing && <span className="lack">Not known: {showText(missing)}</span>}
        {flip && <span className="lack">It would, once {showText(flip)}</span>}
        {evidence.length > 0 && (
          <span className="condition-places">
            <Places places={evidence} most={3} />
          </span>
        )}
      </span>
    </li>
  );
};

const Fix = ({ fix }: { fix: StandingForecast['fixFirst'] }) => {
  if (!fix) return <p className="fix none">No single change is known yet that ends this.</p>;
  const others = fix.ends.length - 1;
  return (
    <p className="fix">
      <b>Fix first</b> {showText(fix.does)} {fix.place && <code className="place">{showPlace(fix.place)}</code>}
      {others > 0 && <span className="ends">It also ends {count(others, 'other forecast')}.</span>}
    </p>
  );
};

/** `heading` is the id of its sentence, by which others can lead to it. */
export const ForecastCard = ({ forecast, heading }: { forecast: StandingForecast; heading: string }) => (
  <article className={`card ${forecast.level}`} aria-labelledby={heading}>
    <p className="card-head">
      <LevelMark level={forecast.level} score={forecast.score} />
      <span className={`life ${forecast.life}`}>{describeLife(forecast)}</span>
    </p>
    <h3 id={heading} tabIndex={-1}>
      {showText(forecast.sentence)}
    </h3>
    <Fix fix={forecast.fixFirst} />
    <PathDrawing hops={forecast.hops} />
    <h4>Because</h4>
    <ul className="conditions">
      {forecast.conditions.map((condition) => (
        <Condition key={condition.id} condition={condition} />
      ))}
    </ul>
    {forecast.factors.length > 0 && (
      <details>
        <summary>How the score of {Math.round(forecast.score)} comes about</summary>
        <table>
          <tbody>
            {forecast.factors.map(({ name, side, value, why }) => (
              <tr key={`${side} ${name}`}>
                <th scope="row">
                  {side}: {showText(name)}
                </th>
                <td className="number">× {value}</td>
                <td>{showText(why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    )}
    <p className="card-foot">
      {forecast.systems.length > 0 && <span>In {forecast.systems.map(showText).join(', ')}</span>}
      <span>
        <code>isobar explain {forecast.correlation}</code>
      </span>
      {forecast.references.length > 0 && <span>{forecast.references.join(' · ')}</span>}
    </p>
  </article>
);
