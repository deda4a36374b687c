import main, * as everything from './main.js';
import { default as other, type Kind, type Kind as K2 } from './other';
import type Types from './types';
import json = require('./data.json');
export { run, stop as halt, default as agent } from './agent';
export * from './tools';
export * as prompts from './prompts';
export type { Hidden } from './hidden';
import Namespace = everything.inner.Space;

const local = 1, renamed = 2;
export { local, renamed as published };
export default function start(): void {}
export abstract class Base {}
export enum Model { Small = 'gpt-4o-mini', Large = 'gpt-4o', Third = 3, Fourth }
export const enum Flags { A, B }
export namespace Inside { export const hidden = 1; }
export const { a, b: { c }, ...d } = load(), [e, , f = 2, ...g] = list();
declare global { interface Window { x: string } }
declare const ambient: string;
