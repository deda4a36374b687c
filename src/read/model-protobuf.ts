/** Recognises models that are protobuf messages by the shape of the message: ONNX, TensorFlow and Core ML. */
import type { ModelBytes, ModelFile } from './model-file.ts';
import { type ProtobufField, readFields } from './protobuf-fields.ts';

const textIn = (field: ProtobufField | undefined): string | undefined => {
  if (field === undefined || field.wire !== 2 || field.isCut || field.content.length > 200) return undefined;
  const text = new TextDecoder().decode(field.content);
  return /^[\x20-\x7e]+$/.test(text) ? text : undefined;
};

type Fields = readonly ProtobufField[];

/** Wire types of the fields of `ModelProto`: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
const onnxFields: Readonly<Record<number, number>> = {
  1: 0,
  2: 2,
  3: 2,
  4: 2,
  5: 0,
  6: 2,
  7: 2,
  8: 2,
  14: 2,
  20: 2,
  25: 2,
  26: 2,
};
const producers: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  tf2onnx: 'tensorflow',
  keras2onnx: 'keras',
  skl2onnx: 'sklearn',
  paddle2onnx: 'paddle',
  OnnxMLTools: 'onnxmltools',
};

const readOnnx = (fields: Fields): ModelFile | undefined => {
  const version = fields.find(({ number }) => number === 1);
  const graph = fields.find(({ number }) => number === 7);
  if (version === undefined || graph === undefined || version.value < 1 || version.value > 30) return undefined;
  if (!fields.every(({ number, wire }) => onnxFields[number] === wire)) return undefined;
  // A graph holds nodes (1), a name (2), initialisers (5, 15), inputs (11), outputs (12), values (13) and some words.
  const [first] = readFields(graph.content, false, 1).fields;
  if (first === undefined || first.wire !== 2 || ![1, 2, 5, 10, 11, 12, 13, 14, 15, 16].includes(first.number))
    return undefined;
  const framework = producers[textIn(fields.find(({ number }) => number === 2)) ?? ''];
  return { format: 'onnx', ...(framework === undefined ? {} : { framework }) };
};

/** https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/saved_model.proto */
const readSavedModel = (fields: Fields, isNamedSo: boolean): ModelFile | undefined => {
  const [version] = fields;
  const hasVersion = version?.number === 1 && version.wire === 0 && version.value === 1;
  const graphs = hasVersion ? fields.slice(1) : fields;
  if (!(hasVersion || isNamedSo) || graphs.length === 0) return undefined;
  return graphs.every(({ number, wire, content }) => {
    const first = readFields(content, false, 1).fields[0];
    // A meta graph begins with what it is (1), or with its graph (2).
    return number === 2 && wire === 2 && first?.wire === 2 && first.number <= 7;
  })
    ? { format: 'saved-model', framework: 'tensorflow' }
    : undefined;
};

/** A frozen graph: nodes with a name (1) and an operation (2). */
const readGraph = (fields: Fields): ModelFile | undefined => {
  const [node] = fields;
  if (node?.number !== 1 || node.wire !== 2 || fields.some(({ number }) => number > 5)) return undefined;
  const [name, operation] = readFields(node.content, !node.isCut, 2).fields;
  return name?.number === 1 &&
    textIn(name) !== undefined &&
    operation?.number === 2 &&
    /^(?:_|[A-Z])[A-Za-z0-9_>]*$/.test(textIn(operation) ?? '')
    ? { format: 'tensorflow-graph', framework: 'tensorflow' }
    : undefined;
};

/** https://apple.github.io/coremltools/mlmodel/Format/Model.html */
const coreKinds: Readonly<Record<number, string>> = {
  200: 'pipeline classifier',
  201: 'pipeline regressor',
  202: 'pipeline',
  300: 'generalised linear regressor',
  301: 'support vector regressor',
  302: 'tree ensemble regressor',
  303: 'neural network regressor',
  400: 'generalised linear classifier',
  401: 'support vector classifier',
  402: 'tree ensemble classifier',
  403: 'neural network classifier',
  500: 'neural network',
  502: 'ML program',
  555: 'custom model',
};

const readCoreModel = (fields: Fields): ModelFile | undefined => {
  const [version, description] = fields;
  if (version?.number !== 1 || version.wire !== 0 || version.value < 1 || version.value > 30) return undefined;
  if (description?.number !== 2 || description.wire !== 2) return undefined;
  const kind = fields.find(({ number, wire }) => number >= 200 && number <= 3000 && wire === 2);
  if (kind === undefined) return undefined;
  const architecture = coreKinds[kind.number];
  return { format: 'coreml', framework: 'coreml', ...(architecture === undefined ? {} : { architecture }) };
};

/** Reads a file; undefined when it is no such message. */
export const readModelMessage = ({ bytes, size }: ModelBytes, path: string): ModelFile | undefined => {
  const { fields, isSound } = readFields(bytes, bytes.length >= size);
  if (!isSound || fields.length === 0) return undefined;
  return (
    readOnnx(fields) ??
    readCoreModel(fields) ??
    readSavedModel(fields, /(?:^|\/)saved_model\.pb$/.test(path)) ??
    readGraph(fields)
  );
};
