/** Which objects run something, and where in them the pod template stands. */
import { entriesOf, itemsOf, type Positioned, valueAt } from '../../../read/positioned.ts';
import type { Manifest } from './manifest.ts';

export interface WorkloadKind {
  /** Paths to pod specs; `*` is every item of a list or every value of a map. */
  readonly pods: readonly (readonly string[])[];
  /** Where the labels of its pods stand. */
  readonly labels: readonly (readonly string[])[];
  /** What runs there, where the kind says it. */
  readonly service?: string;
  /** The page that documents the kind. */
  readonly reference: string;
}

const page = (name: string): string => `https://kubernetes.io/docs/concepts/workloads/${name}/`;
const template = (name: string): WorkloadKind => ({
  pods: [['spec', 'template', 'spec']],
  labels: [['spec', 'template', 'metadata', 'labels']],
  reference: page(`controllers/${name}`),
});
const rayPods = (prefix: readonly string[]): Pick<WorkloadKind, 'pods' | 'labels'> => ({
  pods: [
    [...prefix, 'headGroupSpec', 'template', 'spec'],
    [...prefix, 'workerGroupSpecs', '*', 'template', 'spec'],
  ],
  labels: [[...prefix, 'headGroupSpec', 'template', 'metadata', 'labels']],
});
const rayReference = 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html';
const replicas = (path: string): WorkloadKind => ({
  pods: [['spec', path, '*', 'template', 'spec']],
  labels: [['spec', path, '*', 'template', 'metadata', 'labels']],
  service: 'training',
  reference: 'https://www.kubeflow.org/docs/components/trainer/',
});

/** By kind, with the group where another group has a kind of the same name. */
export const workloadKinds: Readonly<Record<string, WorkloadKind>> = {
  Deployment: template('deployment'),
  StatefulSet: template('statefulset'),
  DaemonSet: template('daemonset'),
  ReplicaSet: template('replicaset'),
  ReplicationController: template('replicationcontroller'),
  Job: template('job'),
  CronJob: {
    pods: [['spec', 'jobTemplate', 'spec', 'template', 'spec']],
    labels: [['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels']],
    reference: page('controllers/cron-jobs'),
  },
  Pod: { pods: [['spec']], labels: [['metadata', 'labels']], reference: page('pods') },
  Notebook: {
    pods: [['spec', 'template', 'spec']],
    labels: [['metadata', 'labels']],
    service: 'jupyter',
    reference: 'https://www.kubeflow.org/docs/components/notebooks/',
  },
  RayCluster: { ...rayPods(['spec']), service: 'ray', reference: rayReference },
  RayService: { ...rayPods(['spec', 'rayClusterConfig']), service: 'ray', reference: rayReference },
  RayJob: { ...rayPods(['spec', 'rayClusterSpec']), service: 'ray', reference: rayReference },
  LeaderWorkerSet: {
    pods: [
      ['spec', 'leaderWorkerTemplate', 'leaderTemplate', 'spec'],
      ['spec', 'leaderWorkerTemplate', 'workerTemplate', 'spec'],
    ],
    labels: [['spec', 'leaderWorkerTemplate', 'leaderTemplate', 'metadata', 'labels']],
    reference: 'https://lws.sigs.k8s.io/docs/concepts/',
  },
  PyTorchJob: replicas('pytorchReplicaSpecs'),
  TFJob: replicas('tfReplicaSpecs'),
  MPIJob: replicas('mpiReplicaSpecs'),
  InferenceService: {
    pods: [
      ['spec', 'predictor'],
      ['spec', 'transformer'],
    ],
    labels: [],
    service: 'kserve',
    reference: 'https://kserve.github.io/website/docs/reference/crd-api',
  },
  Rollout: {
    ...template('deployment'),
    reference: 'https://argo-rollouts.readthedocs.io/en/stable/features/specification/',
  },
};
/** Knative’s Service has the name of another kind: https://knative.dev/docs/serving/services/ */
const knativeService: WorkloadKind = { ...template('deployment'), service: 'knative' };

/** The kind of an object that runs something; undefined for others. */
export const workloadKindOf = ({ kind, apiVersion }: Manifest): WorkloadKind | undefined => {
  if (kind === 'Service') return apiVersion.startsWith('serving.knative.dev/') ? knativeService : undefined;
  return Object.hasOwn(workloadKinds, kind) ? workloadKinds[kind] : undefined;
};

/** The values below a path, in which `*` is every item or every value. */
export const valuesAt = (value: Positioned | undefined, path: readonly string[]): readonly Positioned[] => {
  const [step, ...rest] = path;
  if (value === undefined) return [];
  if (step === undefined) return [value];
  if (step !== '*') return valuesAt(valueAt(value, step), rest);
  const inner = value.is === 'list' ? itemsOf(value) : entriesOf(value).map(([, entry]) => entry.value);
  return inner.flatMap((each) => valuesAt(each, rest));
};
