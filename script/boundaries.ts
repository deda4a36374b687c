// Reads every module with its imports, type imports included, and reports what crosses a wall of the house.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';
import { forbiddenFolders, processFile, rooms, shelves } from './rooms.ts';

export const boundaryRules = [
  'barrel',
  'builtin',
  'child-process',
  'circle',
  'clock',
  'console',
  'contract',
  'default-export',
  'file-io',
  'folder-name',
  'global',
  'item-isolation',
  'outside',
  'package',
  'room',
  'unknown-room',
  'unknown-shelf',
  'unread',
  'unresolved',
] as const;
type BoundaryRule = (typeof boundaryRules)[number];

interface Violation {
  rule: BoundaryRule;
  path: string;
  line: number;
  /** What is wrong, why it matters, what to do. */
  message: string;
}

interface BoundaryReport {
  modules: number;
  /** Those of them under src/, which are what the walls are for. */
  inSource: number;
  imports: number;
  violations: Violation[];
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

interface Import {
  specifier: string;
  offset: number;
  /** Names taken from the module; '*' for all of it at once. */
  names: string[];
}

interface Module {
  path: string;
  imports: Import[];
  /** Globals that the code reads, with what surrounds them. */
  globals: { name: string; offset: number; use: 'clock' | 'plain' }[];
  defaultExport: number | undefined;
  isBarrel: boolean;
  parseError: string | undefined;
  lineOf(offset: number): number;
}

const codeFile = /\.(ts|tsx|mts)$/;
const folders = ['src', 'console', 'script', 'test', 'bench'];
const ignored = new Set(['node_modules', 'dist', 'cases', 'fixtures', 'golden']);

// Values that every ECMAScript engine has and that neither see nor change the world outside.
const pureGlobals = new Set(
  `Object Array Map Set WeakMap WeakSet WeakRef String Number Boolean Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect
  Iterator Intl Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError ArrayBuffer DataView
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array
  BigInt64Array BigUint64Array TextEncoder TextDecoder URL URLSearchParams AbortController structuredClone parseInt parseFloat
  isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent NaN Infinity undefined atob btoa arguments`.split(
    /\s+/,
  ),
);

const clockGlobals = new Set(['performance', 'crypto']);
const randomNames = new Set([
  'randomBytes',
  'randomUUID',
  'randomInt',
  'getRandomValues',
  'webcrypto',
  'randomFill',
  'randomFillSync',
  '*',
]);
const clockModules = new Set(['node:perf_hooks', 'node:timers', 'node:timers/promises']);
const transparentTypes = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
  'TSExportAssignment',
]);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value = node[key];
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

function stringValue(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TSLiteralType') return stringValue(node.literal);
  if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as { value: { cooked: string } }[];
    return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
  }
  return undefined;
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name;
}

function isOfImportMeta(node: unknown, name: string): boolean {
  return (
    isNode(node) &&
    node.type === 'MemberExpression' &&
    isNamed(node.property, name) &&
    isNode(node.object) &&
    node.object.type === 'MetaProperty'
  );
}

function findImports(program: Node): Import[] {
  const found: Import[] = [];
  const add = (source: unknown, offset: number, names: string[]): void => {
    const specifier = stringValue(source);
    if (specifier !== undefined) found.push({ specifier, offset, names });
  };
  const nameOf = (specifier: Node): string => {
    if (specifier.type !== 'ImportSpecifier' && specifier.type !== 'ExportSpecifier') return '*';
    const name = (specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local) as Node;
    return String(name.name ?? name.value);
  };
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
        add(node.source, node.start, (node.specifiers as Node[]).map(nameOf));
        break;
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        add(node.source ?? node.argument, node.start, ['*']);
        break;
      case 'TSExternalModuleReference':
        add(node.expression, node.start, ['*']);
        break;
      case 'CallExpression':
        if (isNamed(node.callee, 'require') || isOfImportMeta(node.callee, 'resolve')) {
          add((node.arguments as Node[])[0], node.start, ['*']);
        }
        break;
      case 'NewExpression': {
        // `new URL('./worker.ts', import.meta.url)` starts a module as surely as an import does.
        const [target, base] = node.arguments as Node[];
        const specifier = stringValue(target);
        if (specifier !== undefined && codeFile.test(specifier) && isOfImportMeta(base, 'url'))
          add(target, node.start, ['*']);
        break;
      }
    }
  });
  return found;
}

const isFunction = (node: Node): boolean =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

function patternNames(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  switch (pattern.type) {
    case 'Identifier':
      names.add(String(pattern.name));
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties as Node[]) patternNames(property.value ?? property.argument, names);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements as unknown[]) patternNames(element, names);
      break;
    case 'AssignmentPattern':
      patternNames(pattern.left, names);
      break;
    case 'RestElement':
      patternNames(pattern.argument, names);
      break;
    case 'TSParameterProperty':
      patternNames(pattern.parameter, names);
      break;
  }
}

// A block's names are counted to its function: finer scopes would only tell apart code that nobody should write.
function declaredNames(scope: Node): Set<string> {
  const names = new Set<string>();
  const collect = (node: Node): void => {
    if (node !== scope && isFunction(node)) {
      if (node.type === 'FunctionDeclaration') patternNames(node.id, names);
      return;
    }
    switch (node.type) {
      case 'VariableDeclarator':
      case 'ClassDeclaration':
      case 'ClassExpression':
      case 'TSEnumDeclaration':
        patternNames(node.id, names);
        break;
      case 'CatchClause':
        patternNames(node.param, names);
        break;
      case 'ImportDeclaration':
        for (const specifier of node.specifiers as Node[]) patternNames(specifier.local, names);
        break;
    }
    for (const child of children(node)) collect(child);
  };
  if (isFunction(scope)) {
    for (const param of scope.params as Node[]) patternNames(param, names);
    patternNames(scope.id, names);
  }
  collect(scope);
  return names;
}

function findGlobals(program: Node): Module['globals'] {
  const found: Module['globals'] = [];
  const scopes: Set<string>[] = [];

  const refer = (node: Node, parent: Node): void => {
    const name = String(node.name);
    if (scopes.some((names) => names.has(name))) return;
    let use: 'clock' | 'plain' = clockGlobals.has(name) ? 'clock' : 'plain';
    const property =
      parent.type === 'MemberExpression' && parent.object === node && parent.computed !== true
        ? String((parent.property as Node).name)
        : undefined;
    if (name === 'Math') use = property === undefined || property === 'random' ? 'clock' : 'plain';
    if (name === 'Date') {
      const isGiven =
        (parent.type === 'NewExpression' && (parent.arguments as Node[]).length > 0) ||
        (parent.type === 'BinaryExpression' && parent.operator === 'instanceof') ||
        property === 'parse' ||
        property === 'UTC';
      use = isGiven ? 'plain' : 'clock';
    }
    found.push({ name, offset: node.start, use });
  };

  const visit = (node: Node, parent: Node): void => {
    if (node.type.startsWith('TS') && !transparentTypes.has(node.type)) return;
    if (node.type === 'ImportDeclaration' || node.type === 'ExportSpecifier' || node.type === 'MetaProperty') return;
    if (node.type === 'Identifier') {
      refer(node, parent);
      return;
    }
    const opens = node.type === 'Program' || isFunction(node);
    if (opens) scopes.push(declaredNames(node));
    for (const child of children(node)) {
      const isName =
        node.computed !== true &&
        (((node.type === 'MemberExpression' || node.type === 'MetaProperty') && child === node.property) ||
          (/^(Property|MethodDefinition|PropertyDefinition|AccessorProperty)$/.test(node.type) && child === node.key));
      const isLabel = /^(LabeledStatement|BreakStatement|ContinueStatement)$/.test(node.type) && child === node.label;
      if (!isName && !isLabel) visit(child, node);
    }
    if (opens) scopes.pop();
  };
  visit(program, program);
  return found;
}

function isReExport(statement: Node): boolean {
  return (
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && isNode(statement.source))
  );
}

function readModule(root: string, path: string): Module {
  const source = readFileSync(join(root, path), 'utf8');
  const result = parseSync(path, source);
  const program = result.program as unknown as Node;
  const body = program.body as Node[];
  const defaultExport = body.find(
    (node) =>
      node.type === 'ExportDefaultDeclaration' ||
      (node.type === 'ExportNamedDeclaration' &&
        (node.specifiers as Node[]).some((one) => (one.exported as Node).name === 'default')),
  );
  return {
    path,
    imports: findImports(program),
    globals: findGlobals(program),
    defaultExport: defaultExport?.start,
    isBarrel: body.length > 0 && body.every(isReExport),
    parseError: result.errors[0]?.message,
    lineOf: (offset) => source.slice(0, offset).split('\n').length,
  };
}

function listModules(root: string): string[] {
  const found: string[] = [];
  const list = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!ignored.has(entry.name)) list(path);
      } else if (codeFile.test(entry.name) && !entry.name.endsWith('.d.ts')) found.push(path);
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) list(folder);
  return found.sort();
}

function packageOf(specifier: string): string {
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}

interface Place {
  area: string;
  room: string | undefined;
  shelf: string | undefined;
  /** `src/catalog/<shelf>/<id>` for everything inside an item's folder. */
  item: string | undefined;
  isTest: boolean;
}

function placeOf(path: string): Place {
  const parts = path.split('/');
  const room = parts[0] === 'src' && parts.length > 2 ? parts[1] : undefined;
  const isItem = room === 'catalog' && parts.length > 4;
  return {
    area: parts[0] ?? '',
    room,
    shelf: room === 'catalog' && parts.length > 3 ? parts[2] : undefined,
    item: isItem ? parts.slice(0, 4).join('/') : undefined,
    isTest: /\.test\.tsx?$/.test(path) || (parts[0] !== 'src' && parts[0] !== 'console'),
  };
}

/** Groups of modules that import each other in a circle, each group once. */
function findCircles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const isOnStack = new Set<string>();
  const circles: string[][] = [];
  const connect = (from: string): void => {
    order.set(from, order.size);
    low.set(from, order.get(from)!);
    stack.push(from);
    isOnStack.add(from);
    for (const to of edges.get(from) ?? []) {
      if (!order.has(to)) {
        connect(to);
        low.set(from, Math.min(low.get(from)!, low.get(to)!));
      } else if (isOnStack.has(to)) low.set(from, Math.min(low.get(from)!, order.get(to)!));
    }
    if (low.get(from) !== order.get(from)) return;
    const group = stack.splice(stack.indexOf(from));
    for (const path of group) isOnStack.delete(path);
    if (group.length > 1 || edges.get(from)?.has(from)) circles.push(group);
  };
  for (const path of edges.keys()) if (!order.has(path)) connect(path);
  return circles;
}

/** Checks the tree at `root` against the room table. */
export function checkBoundaries(root: string): BoundaryReport {
  const paths = listModules(root);
  const known = new Set(paths);
  const violations: Violation[] = [];
  const edges = new Map<string, Set<string>>(paths.map((path) => [path, new Set<string>()]));
  let imports = 0;

  for (const path of paths) {
    const module = readModule(root, path);
    const place = placeOf(path);
    const report = (rule: BoundaryRule, offset: number, wrong: string, why: string, what: string): void => {
      violations.push({ rule, path, line: module.lineOf(offset), message: `${wrong}; ${why}; ${what}` });
    };

    if (module.parseError !== undefined) {
      report(
        'unread',
        0,
        `the file does not parse: ${module.parseError}`,
        'a file that cannot be read cannot be checked',
        'mend its syntax',
      );
      continue;
    }
    if (place.area === 'src') checkPlace(path, place, module, report);

    for (const one of module.imports) {
      imports += 1;
      if (one.specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(path), one.specifier);
        if (!known.has(target)) {
          if (!existsSync(join(root, target)) || /(^|\/)(src|script|test|bench)$/.test(target)) {
            report(
              'unresolved',
              one.offset,
              `\`${one.specifier}\` leads to no file`,
              'an import that is not followed is not checked',
              'name the file with its extension',
            );
          } else if (place.area === 'src' && !target.startsWith('src/') && place.room !== 'app') {
            report(
              'outside',
              one.offset,
              `\`${one.specifier}\` lies outside src/`,
              'what ships must not need what does not',
              'move it into the room that owns it',
            );
          }
          continue;
        }
        edges.get(path)?.add(target);
        checkEdge(place, path, target, one, report);
      } else checkPackage(place, path, one, report);
    }
  }

  for (const circle of findCircles(edges)) {
    const path = circle.toSorted()[0]!;
    violations.push({
      rule: 'circle',
      path,
      line: 1,
      message: `modules import each other in a circle: ${circle.toSorted().join(', ')}; none of them can be understood or loaded alone, even if only types are meant; move what both need below both`,
    });
  }
  return {
    modules: paths.length,
    inSource: paths.filter((path) => path.startsWith('src/')).length,
    imports,
    violations,
  };
}

type Report = (rule: BoundaryRule, offset: number, wrong: string, why: string, what: string) => void;

function checkPlace(path: string, place: Place, module: Module, report: Report): void {
  const folder = dirname(path)
    .split('/')
    .find((name) => forbiddenFolders.includes(name));
  if (folder !== undefined) {
    report(
      'folder-name',
      0,
      `\`${folder}/\` says nothing of its subject`,
      'such a folder collects whatever has no home',
      'put the code into the room that owns its subject',
    );
  }
  const room = place.room === undefined ? undefined : rooms[place.room];
  if (room === undefined) {
    report(
      'unknown-room',
      0,
      'the file lies in no room of the house',
      'nothing says what it may import',
      `put it into one of ${Object.keys(rooms).join(', ')}`,
    );
    return;
  }
  if (place.room === 'catalog' && place.shelf !== undefined && shelves[place.shelf] === undefined) {
    report(
      'unknown-shelf',
      0,
      `\`${place.shelf}\` is no shelf of the catalog`,
      'no phase of the engine would run what lies there',
      `put it on one of ${Object.keys(shelves).join(', ')}`,
    );
    return;
  }
  if (/(^|\/)index\.tsx?$/.test(path) || module.isBarrel) {
    report(
      'barrel',
      0,
      'a barrel file',
      'it hides where things live and loads all to use one',
      'import from the file that owns the thing',
    );
  }
  const isItemFile = place.item !== undefined && path === `${place.item}/${shelves[place.shelf ?? '']?.file}`;
  if (module.defaultExport !== undefined && !isItemFile && !place.isTest) {
    report(
      'default-export',
      module.defaultExport,
      'a default export',
      'only catalog items have one; everything else keeps its name everywhere',
      'export it by name',
    );
  }
  if (place.isTest) return;
  for (const { name, offset, use } of module.globals) {
    if (room.isRepeatable && use === 'clock') {
      report(
        'clock',
        offset,
        `\`${name}\` brings in the clock or chance`,
        'the same input must give the same answer, in tests and in audits',
        'take the moment or the random value as a parameter',
      );
    } else if (place.room === 'catalog' && !pureGlobals.has(name)) {
      report(
        'global',
        offset,
        `the global \`${name}\` is used in the catalog`,
        'an item that reaches outside by itself cannot be granted or refused anything',
        'ask for a capability',
      );
    }
  }
}

function checkEdge(from: Place, path: string, target: string, one: Import, report: Report): void {
  const to = placeOf(target);
  if (from.area === 'console') {
    const isSeen = to.area === 'console' || to.room === 'domain' || target.startsWith('src/api/contract/');
    if (!isSeen) {
      report(
        'console',
        one.offset,
        `the console imports ${target}`,
        'it runs in a browser and sees only what the API promises',
        'import from src/api/contract/ or src/domain/',
      );
    }
    return;
  }
  if (from.area !== 'src') return;
  if (to.area !== 'src') {
    report(
      'outside',
      one.offset,
      `${target} lies outside src/`,
      'what ships must not need what does not',
      'move it into the room that owns it',
    );
    return;
  }
  if (from.room === undefined || to.room === undefined) return;
  if (from.room !== to.room) {
    if (rooms[from.room]?.imports.includes(to.room) === false) {
      const allowed = rooms[from.room]?.imports.join(', ') || 'nothing';
      report(
        'room',
        one.offset,
        `${from.room}/ imports ${to.room}/`,
        'imports run downward only, or no room can be changed alone',
        `${from.room}/ may import ${allowed}: move the code, or hand the value in`,
      );
    } else if (path.startsWith('src/api/contract/') && to.room !== 'domain') {
      report(
        'contract',
        one.offset,
        `the contract imports ${target}`,
        'the console loads the contract, and would load what only the server may',
        'name the shape in api/contract/ or domain/',
      );
    }
    return;
  }
  if (from.item !== undefined && to.item !== from.item) {
    report(
      'item-isolation',
      one.offset,
      `an item imports ${target}`,
      'items never import each other, so that any of them can be removed',
      'move what both need into kit/ or read/',
    );
  }
  if (path.startsWith('src/api/contract/') && !target.startsWith('src/api/contract/')) {
    report(
      'contract',
      one.offset,
      `the contract imports ${target}`,
      'the console loads the contract, and would load the handlers with it',
      'keep shapes and routes inside api/contract/',
    );
  }
}

function checkPackage(place: Place, path: string, one: Import, report: Report): void {
  const room = place.room === undefined ? undefined : rooms[place.room];
  if (place.area !== 'src' || place.isTest || room === undefined) return;
  if (isBuiltin(one.specifier)) {
    const name = one.specifier.startsWith('node:') ? one.specifier : `node:${one.specifier}`;
    if (name === 'node:child_process' || name === 'node:cluster') {
      if (path !== processFile) {
        report(
          'child-process',
          one.offset,
          `\`${name}\` is imported`,
          'a process started carelessly in a hostile repository runs its hooks and filters',
          `go through the capability of ${processFile}`,
        );
      }
    } else if (place.room !== 'catalog' && /^node:fs(\/|$)/.test(name)) {
      if (!room.hasFileIo) {
        report(
          'file-io',
          one.offset,
          `\`${name}\` is imported in ${place.room}/`,
          'files are touched only where a person can see what is read',
          'take a capability as a parameter',
        );
      }
    } else if (room.isRepeatable && clockModules.has(name)) {
      report(
        'clock',
        one.offset,
        `\`${name}\` brings in the clock`,
        'the same input must give the same answer, in tests and in audits',
        'take the moment as a parameter',
      );
    } else if (room.builtins !== 'any' && !room.builtins.includes(name)) {
      report(
        'builtin',
        one.offset,
        `\`${name}\` is imported in ${place.room}/`,
        'this room reaches the outside only through what is handed to it',
        'take a capability as a parameter',
      );
    } else if (room.isRepeatable && name === 'node:crypto' && one.names.some((taken) => randomNames.has(taken))) {
      report(
        'clock',
        one.offset,
        '`node:crypto` brings in chance',
        'the same input must give the same answer, in tests and in audits',
        'import the hashing function by name and take random values as a parameter',
      );
    }
    return;
  }
  const name = packageOf(one.specifier);
  const allowed = place.shelf === undefined ? room.packages : (shelves[place.shelf]?.packages ?? []);
  if (allowed !== 'any' && !allowed.includes(name)) {
    report(
      'package',
      one.offset,
      `the package \`${name}\` is imported in ${place.shelf === undefined ? place.room : `catalog/${place.shelf}`}/`,
      'each room uses only the packages on its list',
      'use what kit/ and read/ offer, or add it to script/rooms.ts with a reason',
    );
  }
}

/** The violations as lines for a person. */
export function describeViolations(violations: readonly Violation[]): string[] {
  return violations.map(({ rule, path, line, message }) => `${path}:${line} [${rule}] ${message}`);
}

if (import.meta.main) {
  const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
  const report = checkBoundaries(root);
  for (const line of describeViolations(report.violations)) console.log(line);
  console.log(
    `read ${report.modules} modules (${report.inSource} of src/) with ${report.imports} imports under ${relative(process.cwd(), root).split(sep).join('/') || '.'}`,
  );
  if (report.inSource === 0 || report.imports === 0) {
    console.log(
      'nothing of src/ was read; a check that reads nothing finds nothing; run it at the root of the checkout',
    );
    process.exitCode = 1;
  }
  if (report.violations.length > 0) process.exitCode = 1;
}
