/** Attaches the guardrail that a stack already has to a managed agent of it. */
import type { AssetView } from '../../../kit/define-detector.ts';
import type { Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';

/** The guardrail to attach: the only one of the estate; which of several is right is for a person to say. */
const onlyGuardrail = ({ snapshot }: AssetView): number | undefined => {
  const all = snapshot.ofKind('guardrail');
  return all.length === 1 ? all[0] : undefined;
};

/** Puts the block before the end of the resource that a pointed-at line belongs to. */
const attach = (file: PlanFile): Edit[] => {
  if (!/\.tf$/.test(file.path)) return [];
  const lines = file.text.split('\n');
  const guardrails = [...file.text.matchAll(/^resource\s+"aws_bedrock_guardrail"\s+"(\w+)"/gm)].map(
    ([, name]) => name!,
  );
  const versions = [...file.text.matchAll(/^resource\s+"aws_bedrock_guardrail_version"\s+"(\w+)"/gm)];
  const [guardrail, ...others] = guardrails;
  if (guardrail === undefined || others.length > 0 || versions.length > 1) return [];
  const version = versions[0] ? `aws_bedrock_guardrail_version.${versions[0][1]}.version` : '"DRAFT"';
  const ends = new Set<number>();
  for (const line of file.lines) {
    let head = line - 1;
    while (head >= 0 && !/^(?:resource|module|data)\s/.test(lines[head] ?? '')) head -= 1;
    if (!/^resource\s+"aws_bedrockagent_agent"/.test(lines[head] ?? '')) continue;
    const end = lines.findIndex((text, at) => at > head && /^\}/.test(text));
    const has = lines.slice(head, end).some((text) => /guardrail_configuration/.test(text));
    if (end > head && !has) ends.add(end);
  }
  return [...ends].map((end) => {
    const from = lines.slice(0, end).reduce((sum, text) => sum + text.length + 1, 0);
    const text = `\n  guardrail_configuration {\n    guardrail_identifier = aws_bedrock_guardrail.${guardrail}.guardrail_id\n    guardrail_version    = ${version}\n  }\n`;
    return { path: file.path, from, to: from, text };
  });
};

export default defineRemediation({
  id: 'attach-guardrail',
  title: 'Attach the guardrail to the agent',
  restores: 'guardrail-attached',
  on: 'agent',
  effort: 1,
  changes: (it) => {
    const guardrail = onlyGuardrail(it);
    return guardrail === undefined ? [] : [{ link: 'guarded-by', to: guardrail }];
  },
  does: (it) => {
    const guardrail = onlyGuardrail(it);
    return guardrail === undefined
      ? `Attach a guardrail to ${it.name}.`
      : `Attach the guardrail ${it.snapshot.name(guardrail)} to ${it.name}.`;
  },
  plan: (it, files) => {
    if (onlyGuardrail(it) === undefined) return undefined;
    const edits = files.flatMap(attach);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) =>
    it.text('managedService') === 'true'
      ? [
          'Let the guardrail look for prompt attacks (content filter PROMPT_ATTACK at HIGH for the input) and for the personal data that the agent meets: aws bedrock create-guardrail --name <name> --content-policy-config … --sensitive-information-policy-config ….',
          `Attach it: aws bedrock-agent update-agent --agent-id <id of ${it.name}> --guardrail-configuration guardrailIdentifier=<id>,guardrailVersion=<version>, beside the agent’s other settings; or guardrail_configuration { … } in Terraform, GuardrailConfiguration in CloudFormation.`,
          'Prepare the agent and point its alias at the new version: aws bedrock-agent prepare-agent, then update-agent-alias. Versions that were made before stay without it.',
        ]
      : [
          `Put a check before and behind the model that ${it.name} calls: input_guardrails and output_guardrails (OpenAI Agents SDK), a middleware that may stop the run (LangChain), guardrailConfig in the call of Bedrock’s Converse, LLM Guard or NeMo Guardrails elsewhere.`,
          'Let it look for instructions in what tools and documents bring, and for personal data in what goes out; let the run end where it finds them.',
          'Try it with the planted instructions of your tests before it goes live, and record what it stops.',
        ],
});
