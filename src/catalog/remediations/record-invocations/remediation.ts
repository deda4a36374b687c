/** Lets a model service keep a record of its calls. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'record-invocations',
  title: 'Record the calls of the model',
  restores: 'invocation-logged',
  on: 'inference-endpoint',
  effort: 2,
  changes: [{ set: 'logging', value: true }],
  does: (it) => `Record the calls of ${it.name} where few can read them.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(file, /(\benable_?capture["']?\s*[:=]\s*)false\b/i, ([, before]) => `${before}true`),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    'Choose a place that keeps the record for at least six months, that a key of the organisation’s protects, and that only its keepers read: prompts hold what people told the model.',
    it.text('service') === 'sagemaker'
      ? `Set enable_capture to true in the endpoint configuration of ${it.name}, with that bucket as its destination.`
      : `Add a diagnostic setting for ${it.name} that sends the categories Audit and RequestResponse there.`,
    'Set an alert on calls from addresses and at hours that are not usual.',
  ],
});
