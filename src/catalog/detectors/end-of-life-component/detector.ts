/** Finds models, packages and images that are past the end of life that their maker announced. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { parseImage } from '../../../kit/recognise-service.ts';
import { fact } from '../../../kit/tests.ts';
import { type EndOfLife, supportOfImage, supportOfModel, supportOfPackage } from '../../../read/end-of-life.ts';

type View = AssetView<'model' | 'package-occurrence' | 'container-image'>;

const endOf = (it: View): EndOfLife | undefined => {
  const { snapshot, number, kind } = it;
  const image = kind === 'container-image' ? parseImage(it.name) : undefined;
  const found =
    kind === 'model'
      ? snapshot
          .identifiers(number)
          .filter(({ scheme }) => scheme === 'model-name')
          .map(({ value }) => supportOfModel(value))
      : kind === 'package-occurrence'
        ? [supportOfPackage(snapshot.value(number, 'ecosystem') ?? '', snapshot.value(number, 'packageName') ?? '')]
        : [image && supportOfImage(image.name, image.tag ?? 'latest')];
  return found.flatMap((each) => (each?.state === 'ended' ? [each.end] : []))[0];
};

export default defineDetector({
  id: 'end-of-life-component',
  title: 'Past the end of life that its maker announced',
  about: ['model', 'package-occurrence', 'container-image'],
  tests: 'component-supported',
  category: 'vulnerability',
  severity: (it) => (it.kind === 'container-image' ? 'low' : 'medium'),
  applies: fact('it', 'support').in('ended', 'going-on'),
  passes: fact('it', 'support').is('going-on'),
  leavesOut: 'the bundled announcements do not cover them',
  message: (it) => {
    const end = endOf(it);
    const what = it.kind === 'model' ? 'was shut down by its provider' : 'gets no repairs from its maker any more';
    return `${it.name} ${what}${end ? `, since ${end.on} (${end.page})` : ''}.`;
  },
  why: 'Faults that are found from now on stay open, and a model that is shut down answers nobody: the program fails, or falls back to something that nobody tested.',
  remedy: (it) => {
    const instead = endOf(it)?.instead;
    return `Move from ${it.name} to ${instead ?? 'what its maker names in its place'}, and test what depends on it.`;
  },
  steps: [
    'Read the maker’s notice and its notes on moving.',
    'Name the successor where {name} is named, in a test environment first, and run the evaluations that you release with.',
    'Set a reminder two months before the next end that the maker has announced.',
  ],
  references: ['LLM03:2025', 'CWE-1104'],
});
