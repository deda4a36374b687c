/** What its maker has ended is ended, and what it covers and has not ended goes on. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { parseImage } from '../../../kit/recognise-service.ts';
import { type Support, supportOfImage, supportOfModel, supportOfPackage } from '../../../read/end-of-life.ts';

export default defineDerivation({
  id: 'end-of-life',
  title: 'A model, package or image is past the end that its maker announced, or it is not',
  when: { variables: { it: ['model', 'package-occurrence', 'container-image'] }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    let found: Support | undefined;
    switch (snapshot.kind(it)) {
      case 'model':
        for (const { scheme, value } of snapshot.identifiers(it))
          if (scheme === 'model-name') found ??= supportOfModel(value);
        break;
      case 'package-occurrence':
        found = supportOfPackage(snapshot.value(it, 'ecosystem') ?? '', snapshot.value(it, 'packageName') ?? '');
        break;
      default: {
        const image = parseImage(snapshot.name(it));
        found = image && supportOfImage(image.name, image.tag ?? 'latest');
      }
    }
    if (found === undefined) return [];
    const note = found.state === 'ended' ? `${found.end.page} says so` : 'the table covers it and lists no end';
    return [{ fact: 'support', of: 'it', value: found.state, note }];
  },
});
