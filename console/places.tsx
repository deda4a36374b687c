/** The places that prove something, each once. */
import { showPlace, showText } from './show-text.ts';

interface Place {
  readonly path: string;
  readonly line: number;
  readonly note?: string | undefined;
}

/** Shows the first places and counts the rest; what a place contributes is its title. */
export const Places = ({ places, most }: { places: readonly Place[]; most: number }) => {
  const distinct = [...new Map(places.map((place) => [showPlace(place), place]))];
  const shown = distinct.slice(0, most);
  const more = distinct.length - shown.length;
  if (distinct.length === 0) return <span className="place none">no evidence kept</span>;
  return (
    <>
      {shown.map(([text, { note }]) => (
        <code className="place" key={text} {...(note ? { title: showText(note) } : {})}>
          {text}
        </code>
      ))}
      {more > 0 && (
        <span
          className="place none"
          title={distinct
            .slice(most)
            .map(([text]) => text)
            .join('\n')}
        >
          and {more} more
        </span>
      )}
    </>
  );
};
