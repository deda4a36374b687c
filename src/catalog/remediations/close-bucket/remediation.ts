/** Closes a bucket to everybody. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'close-bucket',
  title: 'Block public access to the bucket',
  restores: 'storage-private',
  on: 'bucket',
  effort: 2,
  changes: [
    { set: 'public', value: false },
    { set: 'userWritable', value: false },
  ],
  does: (it) => `Block public access to ${it.name}.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => [
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
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `List who reads ${it.name} today, from its access log or metrics, and give each reader a role or a signed address.`,
    'Block public access: a public access block with all four settings in AWS, enforced public access prevention in Google Cloud, allowBlobPublicAccess false in Azure.',
    'Take statements with the principal "*" and members allUsers and allAuthenticatedUsers out of its policies.',
    'What was public may have been copied: treat weights and data as known, and models that others could write as replaced.',
  ],
});
