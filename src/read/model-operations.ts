/** Looks through the graphs of ONNX, TensorFlow and TensorFlow Lite for operations that leave the graph, and for contents kept outside the file. */
import { Broken, type ByteSource } from './model-bytes.ts';
import { leadsOut } from './model-entry-names.ts';
import { latinOf } from './model-file.ts';
import type { SignBook } from './model-signs.ts';
import { shortText, walkFields } from './protobuf-walk.ts';

/** Operations of TensorFlow that run Python or open files that the graph names. Saving and restoring are in every saved model. */
const unsafeTensorflow = new Set(
  'PyFunc PyFuncStateless EagerPyFunc ReadFile WriteFile MatchingFiles MatchingFilesDataset ImmutableConst DatasetToTFRecord ExperimentalDatasetToTFRecord SaveDataset SaveDatasetV2 DebugNumericSummary GcsConfigureCredentials GcsConfigureBlockCache SendEmail LoadLibrary'.split(
    ' ',
  ),
);

const explained: Readonly<Record<string, string>> = {
  PyFunc: 'runs Python',
  PyFuncStateless: 'runs Python',
  EagerPyFunc: 'runs Python',
  ReadFile: 'reads any file',
  WriteFile: 'writes any file',
  MatchingFiles: 'lists files',
  MatchingFilesDataset: 'lists files',
  ImmutableConst: 'maps a file into memory',
};

const mostNodes = 5_000_000;

/** Counts what was looked at, over all levels of one file. */
class Walk {
  readonly book: SignBook;
  readonly part: string;
  nodes = 0;
  constructor(book: SignBook, part: string) {
    this.book = book;
    this.part = part;
  }
  node(offset: number): void {
    if (++this.nodes > mostNodes) throw new Broken(`it has more than ${mostNodes} nodes`, offset);
  }
}

const readNode = (node: ByteSource, walk: Walk): void => {
  walk.node(0);
  let name = '';
  for (const { number, content } of walkFields(node)) {
    if (number === 1) name = shortText(content, 200);
    if (number !== 2) continue;
    const operation = shortText(content, 200);
    if (unsafeTensorflow.has(operation))
      walk.book.add(
        'unsafeOperations',
        `${operation}${name === '' ? '' : ` of node ${name}`} ${explained[operation] ?? 'leaves the graph'}`,
        walk.part,
      );
    return;
  }
};

/** A `GraphDef`: nodes, and functions with nodes of their own. */
const readGraph = (graph: ByteSource, walk: Walk): void => {
  for (const { number, wire, content } of walkFields(graph)) {
    if (number === 1 && wire === 2) readNode(content, walk);
    if (number !== 2 || wire !== 2) continue;
    for (const item of walkFields(content)) {
      if (item.number !== 1 || item.wire !== 2) continue;
      for (const part of walkFields(item.content))
        if (part.number === 3 && part.wire === 2) readNode(part.content, walk);
    }
  }
};

/** Runs a walk over a message; what it cannot read makes its answers unknown. */
const guard = (source: ByteSource, book: SignBook, part: string, read: (walk: Walk) => void): void => {
  try {
    read(new Walk(book, part));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const isCut = source.reach < source.size;
    if (!isCut) book.add('formatFaults', `its message breaks: ${error.why}`, part, error.offset);
    book.unread(isCut ? 'only its beginning was read' : `its message breaks: ${error.why}`, 'unsafeOperations');
  }
};

/** Looks through a `SavedModel` or a frozen graph. */
export const inspectTensorflow = (
  source: ByteSource,
  format: 'saved-model' | 'tensorflow-graph',
  book: SignBook,
  part: string,
): void => {
  book.ask('unsafeOperations', 'formatFaults');
  guard(source, book, part, (walk) => {
    if (format === 'tensorflow-graph') {
      readGraph(source, walk);
      return;
    }
    for (const { number, wire, content } of walkFields(source)) {
      if (number !== 2 || wire !== 2) continue;
      for (const inner of walkFields(content))
        if (inner.number === 2 && inner.wire === 2) readGraph(inner.content, walk);
    }
  });
};

const flexible = /Flex(?:PyFunc(?:Stateless)?|EagerPyFunc|ReadFile|WriteFile|MatchingFiles)/g;

/** Looks through TensorFlow Lite for operations that it borrows from TensorFlow; their names stand in it as they are. */
export const inspectLite = (bytes: Uint8Array, isWhole: boolean, book: SignBook, part: string): void => {
  book.ask('unsafeOperations');
  if (!isWhole) book.unread('only its beginning was read', 'unsafeOperations');
  for (const { 0: name, index } of latinOf(bytes).matchAll(flexible))
    book.add('unsafeOperations', `${name} ${explained[name.slice(4)] ?? 'leaves the graph'}`, part, index);
};

const readTensor = (tensor: ByteSource, walk: Walk): void => {
  walk.node(0);
  let name = '';
  for (const { number, wire, content } of walkFields(tensor)) {
    if (wire !== 2) continue;
    if (number === 8) name = shortText(content, 200);
    if (number !== 13) continue;
    const pair = [...walkFields(content)];
    const key = pair.find((one) => one.number === 1);
    const value = pair.find((one) => one.number === 2);
    if (key === undefined || value === undefined || shortText(key.content) !== 'location') continue;
    const location = shortText(value.content);
    if (leadsOut(location))
      walk.book.add(
        'outsidePaths',
        `tensor ${name || 'without a name'} is read from “${location.slice(0, 120)}”`,
        walk.part,
      );
  }
};

const readOnnxNode = (node: ByteSource, walk: Walk, depth: number): void => {
  walk.node(0);
  let operation = '';
  let domain = '';
  for (const { number, wire, content } of walkFields(node)) {
    if (wire !== 2) continue;
    if (number === 4) operation = shortText(content, 200);
    if (number === 7) domain = shortText(content, 200);
    if (number !== 5) continue;
    for (const inner of walkFields(content)) {
      if (inner.wire !== 2) continue;
      if (inner.number === 5 || inner.number === 10) readTensor(inner.content, walk);
      if (inner.number === 6 || inner.number === 11) readOnnxGraph(inner.content, walk, depth + 1);
    }
  }
  // https://github.com/microsoft/onnxruntime-extensions
  if (/^(?:PyOp|PythonOp|PyCustomOp\w*)$/.test(operation))
    walk.book.add('unsafeOperations', `${domain === '' ? '' : `${domain}.`}${operation} runs Python`, walk.part);
};

const readOnnxGraph = (graph: ByteSource, walk: Walk, depth: number): void => {
  if (depth > 50) throw new Broken('its graphs are nested too deep', 0);
  for (const { number, wire, content } of walkFields(graph)) {
    if (wire !== 2) continue;
    if (number === 1) readOnnxNode(content, walk, depth);
    else if (number === 5) readTensor(content, walk);
    else if (number === 15) {
      for (const inner of walkFields(content))
        if (inner.wire === 2 && inner.number <= 2) readTensor(inner.content, walk);
    }
  }
};

/** Looks through an ONNX model. */
export const inspectOnnx = (source: ByteSource, book: SignBook, part: string): void => {
  book.ask('outsidePaths', 'unsafeOperations', 'formatFaults');
  guard(source, book, part, (walk) => {
    for (const { number, wire, content } of walkFields(source)) {
      if (wire !== 2) continue;
      if (number === 7) readOnnxGraph(content, walk, 0);
      if (number === 25)
        for (const inner of walkFields(content))
          if (inner.number === 7 && inner.wire === 2) readOnnxNode(inner.content, walk, 0);
    }
  });
  if (source.reach < source.size) book.unread('only its beginning was read', 'outsidePaths');
};
