// The shelves of the catalog, each loaded when it is asked for, written by `npm run generate`; change the items instead.

export const catalog = {
  connectors: async () => (await import('./connectors.gen.ts')).connectors,
  extractors: async () => (await import('./extractors.gen.ts')).extractors,
  libraries: async () => (await import('./libraries.gen.ts')).libraries,
  resolvers: async () => (await import('./resolvers.gen.ts')).resolvers,
  derivations: async () => (await import('./derivations.gen.ts')).derivations,
  detectors: async () => (await import('./detectors.gen.ts')).detectors,
  correlations: async () => (await import('./correlations.gen.ts')).correlations,
  frameworks: async () => (await import('./frameworks.gen.ts')).frameworks,
  remediations: async () => (await import('./remediations.gen.ts')).remediations,
  exporters: async () => (await import('./exporters.gen.ts')).exporters,
  notifiers: async () => (await import('./notifiers.gen.ts')).notifiers,
} as const;
