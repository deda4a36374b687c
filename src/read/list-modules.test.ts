/** Imports found without a parser must be all that the parser finds, and whatever else they find may only cost time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsharpProgram } from './csharp-program.ts';
import { readGoProgram } from './go-program.ts';
import { createGrammars } from './grammar.ts';
import { readJavaProgram } from './java-program.ts';
import { readJavaScriptProgram } from './javascript-program.ts';
import { listModules, listNamespaces, modulesOf } from './list-modules.ts';
import { readPythonProgram } from './python-program.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));

const python = `
import os, sys as system; import json
import google.genai as genai
from openai import OpenAI
from openai import (  # the client
    AsyncOpenAI,
    OpenAI as Client,
)
from . import tools
from .deep.inner import first, \\
    second
from ..settings import *
try:
    import anthropic
except ImportError: import ollama
def late():
    from langchain_openai import ChatOpenAI
    return importlib.import_module("chromadb.config"), __import__('torch')
`;
const script = `
import OpenAI, { type ClientOptions } from 'openai';
import * as path from "node:path";
import './effects.js';
import {
  one,
  two,
} from '@ai-sdk/anthropic';
export { three } from './three';
export * from "./four";
const five = require('five/sub');
const six = await import('./six.js');
const seven = import(/* webpackChunkName: "seven" */ \`seven\`);
import type { Eight } from 'eight';
import nine = require('nine');
`;

describe('listModules', () => {
  it('finds every import that the Python parser finds', async () => {
    const program = readPythonProgram(await grammars.parse('python', python));
    const listed = new Set(listModules(python, 'python').flatMap(modulesOf));
    expect(program.imports.length).toBeGreaterThan(12);
    expect(program.imports.flatMap(modulesOf).filter((module) => !listed.has(module))).toEqual([]);
    expect([...listed]).toEqual(expect.arrayContaining(['ollama', 'chromadb.config', 'torch', '..settings', '.tools']));
  });

  it('finds every import that the TypeScript parser finds', async () => {
    const program = readJavaScriptProgram(await grammars.parse('typescript', script), { language: 'typescript' });
    const listed = new Set(listModules(script, 'javascript').map(({ module }) => module));
    const parsed = [...program.imports, ...program.reexports].map(({ module }) => module);
    expect(new Set(parsed).size).toBeGreaterThan(8);
    expect(parsed.filter((module) => !listed.has(module))).toEqual([]);
  });

  it('finds them in what a bundler squeezed', () => {
    const squeezed = 'import{a as b}from"openai";var c=__require("ai"),d=e(1);export*from"./x.js";import"y"';
    expect(listModules(squeezed, 'javascript').map(({ module }) => module)).toEqual(['openai', 'ai', './x.js', 'y']);
  });

  it('finds every import that the parsers of Go, Java and C# find', async () => {
    const texts = {
      go: 'package a\n\nimport "fmt"\nimport (\n\tai "github.com/acme/ai/v3"\n\t_ "embed" // one\n\t. "strings"\n)\n',
      java: 'package com.acme;\nimport java.util.*;\nimport static com.acme.Names.ONE;\nimport dev.langchain4j.service.AiServices;\n',
      csharp:
        'using System;\nglobal using OpenAI.Chat;\nusing static System.Math;\nusing Client = Azure.AI.OpenAI.AzureOpenAIClient;\nnamespace Acme.Desk;\n',
    };
    const parsed = {
      go: readGoProgram(await grammars.parse('go', texts.go)),
      java: readJavaProgram(await grammars.parse('java', texts.java)),
      csharp: readCsharpProgram(await grammars.parse('csharp', texts.csharp)),
    };
    for (const language of ['go', 'java', 'csharp'] as const) {
      const listed = new Set(listModules(texts[language], language).flatMap(modulesOf));
      const wanted = parsed[language].imports.flatMap(modulesOf);
      expect(parsed[language].imports.length).toBeGreaterThan(2);
      expect(wanted.filter((module) => !listed.has(module))).toEqual([]);
    }
    expect(listNamespaces(texts.java, 'java')).toEqual(['com.acme']);
    expect(listNamespaces(texts.csharp, 'csharp')).toEqual(['Acme.Desk']);
    expect(listModules(texts.csharp, 'csharp').find(({ everywhere }) => everywhere)?.module).toBe('OpenAI.Chat');
    expect(listModules(texts.go, 'go').map(({ module, line }) => `${line} ${module}`)).toContain(
      '5 github.com/acme/ai',
    );
  });

  it('tells the line', () => {
    expect(listModules(python, 'python').find(({ name }) => name === 'ChatOpenAI')?.line).toBe(17);
    expect(listModules(script, 'javascript').find(({ module }) => module === 'nine')?.line).toBe(15);
  });
});
