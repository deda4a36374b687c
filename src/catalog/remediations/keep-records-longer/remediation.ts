/** Keeps the record of model calls long enough to be asked. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** Days that are kept at least; CloudWatch and Log Analytics both take this number. */
const days = 180;
const retention = /(\bretention_?in_?days["']?\s*[:=]\s*["']?)(\d+)\b/i;

export default defineRemediation({
  id: 'keep-records-longer',
  title: 'Keep the record of model calls for six months',
  restores: 'log-retention-set',
  on: 'log-sink',
  effort: 1,
  changes: [{ set: 'retentionDays', value: days }],
  does: (it) => `Keep ${it.name} for ${days} days.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(
        file,
        retention,
        ([, before, written]) => (Number(written) < days ? `${before}${days}` : undefined),
        12,
      ),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Set what ${it.name} keeps to ${days} days: retention_in_days = ${days} (Terraform), RetentionInDays: ${days} (CloudFormation), aws logs put-retention-policy --log-group-name ${it.name} --retention-in-days ${days}, az monitor log-analytics workspace update --retention-time ${days}.`,
    'Where that costs too much, send a copy to a bucket with a lifecycle rule that moves it to cold storage after a month and deletes it after six.',
    'Let few people read it: prompts hold what people told the model.',
  ],
});
