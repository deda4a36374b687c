/** Finds notebook instances in which whoever works is root. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'notebook-root',
  title: 'Notebook instance with root access',
  about: 'compute',
  tests: 'workload-unprivileged',
  category: 'misconfiguration',
  severity: 'medium',
  applies: all(
    fact('it', 'managedService').is(true),
    fact('it', 'service').in('sagemaker-notebook', 'vertex-workbench'),
  ),
  passes: fact('it', 'rootAccess').is(false),
  message: (it) => `Whoever works in the notebook instance ${it.name} is root there.`,
  why: 'One line in a notebook that somebody shares installs what it likes, reads every file of the instance and takes its credentials.',
  remedy: (it) =>
    it.text('service') === 'vertex-workbench'
      ? `Set the metadata notebook-disable-root to true for ${it.name}.`
      : `Set root_access to Disabled for ${it.name}.`,
  references: ['AML.T0105', 'CC6.8', 'CWE-250'],
});
