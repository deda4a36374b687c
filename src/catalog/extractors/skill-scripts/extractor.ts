/** Reads the scripts and further texts of a skill for what its SKILL.md does not say; nothing is said of a harmless one. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import { withTextSigns } from '../../../kit/observe-text.ts';
import { baseNameOf } from '../../../read/source-path.ts';

/** The folder of a skill: one below `skills`, in which an agent finds `SKILL.md` beside these files. */
const inSkill =
  /^((?:.*\/)?skills\/(?:[\w.-]+\/)??[\w.-]+)\/(?:(?:scripts|bin|hooks|tools)\/(?:.+\/)?[\w.-]+\.(?:py|sh|bash|zsh|js|mjs|cjs|ts|rb|pl|ps1)|(?:references?|resources|docs)\/(?:.+\/)?[\w.-]+\.(?:md|txt))$/;

export default defineExtractor({
  id: 'skill-scripts',
  title: 'Scripts and further texts of skills',
  claims: { paths: [inSkill] },
  limit: 2_000_000,
  extract({ path, text }): Extraction {
    const folder = inSkill.exec(path)?.[1];
    if (folder === undefined) return emptyExtraction;
    const [, ...found] = withTextSigns(
      {
        key: 'skill',
        kind: 'skill',
        name: baseNameOf(folder),
        identifiers: [{ scheme: 'place', value: folder }],
        line: 1,
      },
      [{ text: text(), line: 1 }],
    );
    return { ...emptyExtraction, assets: found };
  },
});
