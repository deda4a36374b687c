/** What a part of an ARN in a template says: the model that it names, or only where a resource stands. */
import { literal, type Term } from '../domain/term.ts';
import { literalText } from './template-paths.ts';

/** The model of an ARN `arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0`, whose name may be a parameter. */
export const foundationModel = (term: Term): Term | undefined => {
  const parts = term.t === 'template' ? term.parts : [term];
  const at = parts.findIndex((part) => literalText(part)?.includes('foundation-model/'));
  const rest = literalText(parts[at])?.replace(/^.*foundation-model\//s, '');
  if (rest === undefined) return undefined;
  const [only, ...more] = [...(rest === '' ? [] : [literal(rest)]), ...parts.slice(at + 1)];
  return only === undefined || more.length === 0 ? only : { t: 'template', parts: [only, ...more] };
};

/** `AWS::Partition` and its kin say where a resource stands, not which it is. */
export const isPlace = (term: Term): boolean =>
  term.t === 'reference' && /^AWS::(?:Partition|Region|AccountId|URLSuffix)$/.test(term.name);
