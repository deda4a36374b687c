/** Debuggers and shared pages that Python web frameworks open when they are told to: who reaches them. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';

const inside = { relation: 'contains', from: 'application', to: 'self' } as const;

const debugger_: Meaning = {
  of: 'flask.Flask().run',
  onlyIf: { named: ['debug'], at: 2, choices: { true: true } },
  asset: {
    kind: 'management-interface',
    name: { value: 'debugger of Flask' },
    facts: {
      service: { value: 'werkzeug' },
      authentication: { value: 'none' },
      bindAddress: { named: ['host'], at: 0, fallback: '127.0.0.1' },
      port: { named: ['port'], at: 1, fallback: 5000 },
    },
  },
  links: [inside],
  reference: 'https://flask.palletsprojects.com/en/stable/debugging/',
};

const isGiven = { named: ['auth'], as: 'present' } as const;

const shared: readonly Meaning[] = [true, false].map((isProtected) => ({
  of: 'gradio.{Blocks,Interface,ChatInterface,TabbedInterface}().launch',
  onlyIf: isProtected ? isGiven : { named: ['share'], choices: { true: true } },
  ...(isProtected ? {} : { unless: isGiven }),
  asset: {
    kind: 'management-interface',
    name: { value: isProtected ? 'page of Gradio' : 'shared page of Gradio' },
    facts: {
      service: { value: 'gradio' },
      // The tunnel of a share link ends at a name of its own.
      ...(isProtected ? {} : { public: { value: true }, bindAddress: { value: 'gradio.live' } }),
      authentication: { value: isProtected ? 'password' : 'none' },
    },
  },
  links: [inside],
  reference: 'https://www.gradio.app/guides/sharing-your-app',
}));

export default defineLibrary({
  id: 'development-pages',
  title: 'Debuggers and shared pages of Python web frameworks',
  homepage: 'https://flask.palletsprojects.com',
  python: { packages: ['flask', 'gradio'], modules: ['flask', 'gradio'], meanings: [debugger_, ...shared] },
});
