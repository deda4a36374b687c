/** What one place does is done, though another place is known more surely not to do it. */
import { expect, it } from 'vitest';
import { plantTree } from './planted-tree.ts';
import { scanTree } from './scan-tree.ts';

const load = (setup: string, trusted: string): string =>
  `from transformers import AutoModel\n${setup}model = AutoModel.from_pretrained("harbour/berth", trust_remote_code=${trusted})\n`;

it.each([
  ['a.py', 'b.py'],
  ['b.py', 'a.py'],
])('takes the code of a repository for trusted where %s refuses it and %s does not', async (careful, careless) => {
  const root = plantTree({ [careful]: load('', 'False'), [careless]: load('ALLOWED = True\n', 'ALLOWED') });
  const report = await scanTree(root);
  const failing = report.findings.filter(
    ({ detector, outcome }) => detector === 'remote-code-trusted' && outcome === 'fail',
  );
  expect(failing).toHaveLength(1);
  expect(failing[0]!.evidence.map(({ path }) => path)).toContain(careless);
});

it('leaves it refused where every place refuses it', async () => {
  const report = await scanTree(plantTree({ 'a.py': load('', 'False'), 'b.py': load('ALLOWED = False\n', 'ALLOWED') }));
  expect(
    report.findings.filter(({ detector, outcome }) => detector === 'remote-code-trusted' && outcome === 'fail'),
  ).toEqual([]);
});
