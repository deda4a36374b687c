/** Languages: the few ways in which they differ for whoever follows names. */
import type { ProgramLanguage } from '../../domain/program.ts';
import type { LibraryLanguage } from '../../kit/define-library.ts';

/** The part of a library that speaks of programs in this language. */
export const libraryLanguage = (language: ProgramLanguage): LibraryLanguage =>
  language === 'typescript' ? 'javascript' : language;

const ecosystems: Readonly<Record<LibraryLanguage, string>> = {
  python: 'pypi',
  javascript: 'npm',
  go: 'go',
  java: 'maven',
  csharp: 'nuget',
};

/** The registry that a language’s packages come from. */
export const ecosystemOf = (language: ProgramLanguage): string => ecosystems[libraryLanguage(language)];

const roots: Readonly<Record<LibraryLanguage, string>> = {
  python: 'builtins',
  javascript: 'globalThis',
  go: 'builtins',
  java: 'java.lang',
  csharp: 'System',
};

/** What a name belongs to that nothing declares or imports. */
export const outermostOf = (language: ProgramLanguage): string => roots[libraryLanguage(language)];

/** Tells whether types are declared, and files of one package or namespace see each other’s names. */
export const isTyped = (language: ProgramLanguage): boolean =>
  language === 'go' || language === 'java' || language === 'csharp';

/** Tells whether a method may name the members of its class without saying whose they are. */
export const hasImplicitMembers = (language: ProgramLanguage): boolean => language === 'java' || language === 'csharp';
