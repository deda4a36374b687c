/** Echoes: forecasts of an agent that only repeat what an agent that it hands work to stands for already. */
import type { Forecast } from '../domain/forecast.ts';
import type { Snapshot } from '../graph/snapshot.ts';

/** A forecast of one correlation, with the assets that identify it. */
export interface Told {
  readonly forecast: Forecast;
  readonly about: readonly number[];
}

/** As far as a toolset is followed from hand to hand. */
const hands = 3;

const rank = ({ level }: Forecast): number => (level === 'warning' ? 2 : level === 'watch' ? 1 : 0);

/** Everyone to whom an agent hands work, directly or through others. */
function membersOf(agent: number, snapshot: Pick<Snapshot, 'out'>): ReadonlySet<number> {
  const members = new Set<number>();
  let edge = [agent];
  for (let step = 0; step < hands && edge.length > 0; step++) {
    const next: number[] = [];
    for (const each of edge)
      snapshot.out(each, 'delegates-to', (to) => {
        if (!members.has(to)) {
          members.add(to);
          next.push(to);
        }
        return undefined;
      });
    edge = next;
  }
  return members;
}

/**
 * The forecasts of one correlation without the echoes. One is an echo when a member of its team alone has the same forecast, as grave
 * and scored as high: to mend the member is to mend both. Agents that hand work to each other are no team of one another.
 */
export function withoutEchoes(told: readonly Told[], snapshot: Pick<Snapshot, 'out'>): readonly Told[] {
  const alone = new Map<number, Forecast>();
  for (const { forecast, about } of told) if (about.length === 1) alone.set(about[0]!, forecast);
  if (alone.size < 2) return told;
  const members = new Map([...alone.keys()].map((agent) => [agent, membersOf(agent, snapshot)]));
  return told.filter(({ forecast, about }) => {
    if (about.length !== 1) return true;
    const [agent] = about as [number];
    return ![...members.get(agent)!].some((member) => {
      const own = alone.get(member);
      return (
        own !== undefined &&
        member !== agent &&
        rank(own) >= rank(forecast) &&
        own.score >= forecast.score &&
        !members.get(member)!.has(agent)
      );
    });
  });
}
