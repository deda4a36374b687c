/** Closes a bucket to everybody. */

import type { Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** Switches of a public access block of AWS; each of them may stand at any line of the resource that the evidence points at. */
const blockSwitch =
  /(\b(?:block_public_acls|block_public_policy|ignore_public_acls|restrict_public_buckets)\s*=\s*)false\b/;
const members = /(\bmembers?\s*=\s*)(["'])(?:allUsers|allAuthenticatedUsers)\2/;

const blockFor = (name: string, text: string): string =>
  `${text.endsWith('\n') ? '\n' : '\n\n'}resource "aws_s3_bucket_public_access_block" "${name}" {
  bucket                  = aws_s3_bucket.${name}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`;

/** The public access block of a bucket whose policy or grant is pointed at: where there is one it says everything that is needed. */
const publicStatements = (file: PlanFile): Edit[] => {
  if (!/\.tf$/.test(file.path) || members.test(file.text)) return [];
  const lines = file.text.split('\n');
  const heads = lines.flatMap((line, at) => (/^resource\s+"aws_s3_bucket_public_access_block"/.test(line) ? [at] : []));
  const bucketAt = (from: number): string | undefined =>
    lines
      .slice(from, from + 12)
      .map((line) => /\bbucket\s*=\s*(aws_s3_bucket\.\w+)/.exec(line)?.[1])
      .find(Boolean);
  const meant = new Set(
    file.lines.flatMap((line) => {
      for (let at = line - 1; at >= 0; at -= 1) {
        const head = /^resource\s+"(aws_s3_bucket\w*)"\s+"(\w+)"/.exec(lines[at] ?? '');
        if (head) return head[1] === 'aws_s3_bucket' ? [`aws_s3_bucket.${head[2]}`] : [bucketAt(at) ?? ''];
      }
      return [];
    }),
  );
  const own = heads.filter((at) => meant.has(bucketAt(at) ?? '-'));
  const [bucket, ...others] = [...meant].filter((one) => one !== '');
  const name = bucket?.split('.')[1];
  // Where none stands in the file that holds the bucket, one is written behind everything else.
  if (own.length === 0 && name !== undefined && others.length === 0 && file.text.includes(`"aws_s3_bucket" "${name}"`))
    return [{ path: file.path, from: file.text.length, to: file.text.length, text: blockFor(name, file.text) }];
  return own.flatMap((at) => {
    const end = lines.findIndex((line, index) => index > at && /^\}/.test(line));
    const inside = Array.from({ length: Math.max(0, end - at) }, (_, index) => at + 1 + index);
    return editLines({ ...file, lines: inside }, blockSwitch, ([, before]) => `${before}true`);
  });
};

export default defineRemediation({
  id: 'close-bucket',
  title: 'Block public access to the bucket',
  restores: 'storage-private',
  on: 'bucket',
  effort: 2,
  changes: [{ set: 'public', value: false }],
  does: (it) => `Block public access to ${it.name}.`,
  plan: (_, files) => {
    const worded = files.flatMap((file) => [
      ...editLines(
        file,
        /(\bacl\s*=\s*["'])public-read(?:-write)?(["'])/,
        ([, before, quote]) => `${before}private${quote}`,
      ),
      ...editLines(
        file,
        /(\bAccessControl["']?\s*:\s*["']?)PublicRead(?:Write)?\b/,
        ([, before]) => `${before}Private`,
      ),
      ...editLines(
        file,
        /(\bcontainer_access_type\s*=\s*["'])(?:blob|container)(["'])/,
        ([, before, quote]) => `${before}private${quote}`,
      ),
      ...editLines(
        file,
        /(\bpublicAccess["']?\s*:\s*["'])(?:Blob|Container)(["'])/,
        ([, before, quote]) => `${before}None${quote}`,
      ),
    ]);
    const edits = worded.length > 0 ? worded : files.flatMap(publicStatements);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `List who reads ${it.name} today, from its access log or metrics, and give each reader a role or a signed address.`,
    'Block public access: a public access block with all four settings in AWS, enforced public access prevention in Google Cloud, allowBlobPublicAccess false in Azure.',
    'Take statements with the principal "*" and members allUsers and allAuthenticatedUsers out of its policies.',
    'What was public may have been copied: treat weights and data as known, and models that others could write as replaced.',
  ],
});
