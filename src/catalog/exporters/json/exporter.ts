// The report as JSON: the contract that others build on, its published schema in docs/schema/.
import { defineExporter } from '../../../kit/define-exporter.ts';

/** One line for each thing of a list, so that two reports can be compared with everyday tools. */
function* renderList(items: readonly unknown[]): Generator<string> {
  for (const [at, item] of items.entries()) yield `${at === 0 ? '\n' : ',\n'}    ${JSON.stringify(item)}`;
  if (items.length > 0) yield '\n  ';
}

export default defineExporter({
  id: 'json',
  title: 'JSON by the published schema',
  mediaType: 'application/json',
  *render(report) {
    yield '{';
    for (const [at, [name, value]] of Object.entries(report)
      .filter(([, one]) => one !== undefined)
      .entries()) {
      yield `${at === 0 ? '' : ','}\n  ${JSON.stringify(name)}: `;
      if (Array.isArray(value)) {
        yield '[';
        yield* renderList(value);
        yield ']';
      } else yield JSON.stringify(value);
    }
    yield '\n}\n';
  },
});
