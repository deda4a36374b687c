// Tests how a service is recognised by image and command, which release a tag names, and when it asks for a credential.
import { expect, test } from 'vitest';
import { knownServices } from './known-services.ts';
import {
  authenticationOf,
  interfacesBeside,
  isKeptInside,
  parseImage,
  recogniseService,
  releaseOf,
  serviceOfCommand,
  type Told,
} from './recognise-service.ts';

const known = (service: string) => knownServices.find((each) => each.service === service)!;
const told = (args: string, environment: Readonly<Record<string, string | undefined>> = {}): Told => ({
  environment: new Map(Object.entries(environment)),
  args: args === '' ? [] : args.split(' '),
});

test('every service and every image stands once', () => {
  const services = knownServices.map(({ service }) => service);
  const images = knownServices.flatMap((each) => each.images);
  expect(new Set(services).size).toBe(services.length);
  expect(new Set(images).size).toBe(images.length);
});

test.each([
  ['mlflow server --host 0.0.0.0', 'mlflow'],
  ['sh -c mlflow db upgrade && mlflow ui --host 0.0.0.0', 'mlflow'],
  ['python -m vllm.entrypoints.openai.api_server --model a/b', 'vllm'],
  ['/opt/venv/bin/jupyter lab --ip=0.0.0.0', 'jupyter'],
  ['poetry run ray start --head', 'ray'],
  ['pip install litellm', undefined],
  ['python serve.py --tracker mlflow server', undefined],
  ['mlflow models serve', undefined],
  ['', undefined],
])('%s starts %s', (command, expected) => {
  expect(serviceOfCommand(command.split(' '))?.service).toBe(expected);
});

test('a command counts more than the image that it runs in', () => {
  const image = parseImage('quay.io/jupyter/base-notebook:2025-03-17');
  expect(recogniseService(image, ['mlflow', 'server'])?.service).toBe('mlflow');
  expect(recogniseService(image, ['start-notebook.py'])?.service).toBe('jupyter');
});

test.each([
  ['vllm', 'vllm/vllm-openai:v0.8.5.post1', '0.8.5.post1'],
  ['vllm', 'lmcache/vllm-openai:v0.3.9', undefined],
  ['ollama', 'ollama/ollama:0.1.30-rocm', '0.1.30'],
  ['ollama', 'ollama/ollama:latest', undefined],
  ['ollama', 'ollama/ollama:0.1', undefined],
  ['litellm', 'ghcr.io/berriai/litellm:main-v1.61.20-stable', '1.61.20'],
  ['triton', 'nvcr.io/nvidia/tritonserver:24.05-py3', '24.05'],
  ['llama-cpp', 'ghcr.io/ggml-org/llama.cpp:server-b4719', 'b4719'],
  ['airflow', 'apache/airflow:2.9.0-python3.11', '2.9.0'],
  ['librechat', 'ghcr.io/danny-avila/librechat:v0.8.2-rc2', '0.8.2-rc2'],
])('%s: the release of %s is %s', (service, image, expected) => {
  expect(releaseOf(known(service), parseImage(image))).toBe(expected);
});

test.each([
  ['jupyter', told("start-notebook.py --NotebookApp.token=''"), 'none'],
  ['jupyter', told("start-notebook.py --NotebookApp.token='' --NotebookApp.password=argon2:x"), 'password'],
  ['jupyter', told("start-notebook.py --NotebookApp.token='' --NotebookApp.password=''"), 'none'],
  ['jupyter', told(''), 'token'],
  ['jupyter', told('', { JUPYTER_TOKEN: '' }), 'none'],
  ['jupyter', told('', { JUPYTER_TOKEN: undefined }), 'token'],
  ['litellm', told('', { LITELLM_MASTER_KEY: 'sk-1234' }), 'default-credential'],
  ['litellm', told('', { LITELLM_MASTER_KEY: undefined }), 'key'],
  ['litellm', told(''), 'none'],
  ['vllm', told('--api-key='), 'none'],
  ['vllm', told('--api-key k'), 'key'],
  ['minio', told(''), 'default-credential'],
  ['minio', told('', { MINIO_ROOT_PASSWORD: undefined }), 'password'],
  ['flowise', told(''), undefined],
  ['flowise', { ...told(''), release: '2.2.3' }, 'none'],
  ['flowise', { ...told(''), release: '3.0.1' }, undefined],
  ['dify', told('', { SECRET_KEY: 'sk-9f73rest' }), 'default-credential'],
  ['dify', told('', { SECRET_KEY: 'sk-9f7' }), 'password'],
] as const)('%s asks for what it is told to', (service, given, expected) => {
  expect(authenticationOf(known(service), given)?.value).toBe(expected);
});

test('interfaces beside a service are there when they are given', () => {
  const names = (service: string, given: Told) => interfacesBeside(known(service), given).map(({ name }) => name);
  expect(names('triton', told('tritonserver --model-control-mode=explicit'))).toEqual(['model control']);
  expect(names('triton', told('tritonserver --model-control-mode=none'))).toEqual([]);
  expect(names('torchserve', told(''))).toEqual(['management']);
});

test('a command that names no wide address keeps a service inside', () => {
  expect(isKeptInside(known('mlflow'), told('mlflow server'))).toBe(true);
  expect(isKeptInside(known('mlflow'), told('mlflow server --host 0.0.0.0'))).toBe(false);
  expect(isKeptInside(known('ray'), told(''))).toBe(false);
});
