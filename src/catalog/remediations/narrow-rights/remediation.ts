/** Leaves an identity the rights that its workload uses. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'narrow-rights',
  title: 'Name the actions and resources that the workload uses',
  restores: 'workload-least-privilege',
  on: 'identity',
  effort: 2,
  changes: [
    { set: 'wildcardActions', value: false },
    { set: 'wildcardResources', value: false },
    { set: 'administrator', value: false },
  ],
  does: (it) => `Name the actions and resources that ${it.name} needs in place of its wildcards.`,
  // What an agent needs of a model service is known; what it needs of anything else only its record tells.
  plan: (_, files) => {
    const edits = files.flatMap((file) => {
      const text = file.text.split('\n');
      const others = file.lines.some((line) =>
        /["'](?!bedrock:)[\w-]*:?\*["']/.test(
          text[line - 1]?.replaceAll(/Resource["']?\s*[=:]\s*["']\*["']/g, '') ?? '',
        ),
      );
      return others
        ? []
        : editLines(
            file,
            /(["'])bedrock:\*\1/,
            ([, quote]) => `${quote}bedrock:InvokeModel${quote}, ${quote}bedrock:InvokeModelWithResponseStream${quote}`,
            4,
          );
    });
    // A single action outside a list would need one around it.
    const isListed = edits.every(({ path, from }) => {
      const text = files.find((file) => file.path === path)!.text;
      return /\[[^\]]*$/.test(text.slice(Math.max(0, from - 400), from));
    });
    return edits.length > 0 && isListed ? edits : undefined;
  },
  instructions: (it) => [
    `Look up what ${it.name} really did: last accessed services and actions of the role, or a policy that IAM Access Analyzer makes of its record.`,
    'Write those actions in place of the wildcard; a workload that only calls models needs bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream, on the models that it names.',
    'Name buckets, tables and secrets as resources in place of "*", and take full-access policies away.',
  ],
});
