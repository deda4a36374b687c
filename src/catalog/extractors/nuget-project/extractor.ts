/** Reads .NET projects and the property files beside them: the packages they ask for, and central versions. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readNugetProject } from '../../../read/nuget.ts';
import { baseNameOf } from '../../../read/source-path.ts';

const project = /^(.+)\.(?:cs|fs|vb)proj$/i;

export default defineExtractor({
  id: 'nuget-project',
  title: 'Project of .NET',
  claims: {
    names: ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets'],
    endings: ['.csproj', '.fsproj', '.vbproj'],
  },
  limit: 5_000_000,
  extract: (input) =>
    observePackages(input.path, readNugetProject(input.text(), project.exec(baseNameOf(input.path))?.[1])),
});
