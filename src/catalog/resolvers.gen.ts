// Every item of the shelf resolvers/, written by `npm run generate`; change the items instead.
import type { Resolver } from '../kit/define-resolver.ts';
import bicep from './resolvers/bicep/resolver.ts';
import cloudAccount from './resolvers/cloud-account/resolver.ts';
import cloudformation from './resolvers/cloudformation/resolver.ts';
import compose from './resolvers/compose/resolver.ts';
import dotnetConfiguration from './resolvers/dotnet-configuration/resolver.ts';
import goModules from './resolvers/go-modules/resolver.ts';
import javaProperties from './resolvers/java-properties/resolver.ts';
import javascriptModules from './resolvers/javascript-modules/resolver.ts';
import kubernetes from './resolvers/kubernetes/resolver.ts';
import processEnvironment from './resolvers/process-environment/resolver.ts';
import pythonModules from './resolvers/python-modules/resolver.ts';
import terraform from './resolvers/terraform/resolver.ts';

export const resolvers: readonly Resolver[] = [
  bicep,
  cloudAccount,
  cloudformation,
  compose,
  dotnetConfiguration,
  goModules,
  javaProperties,
  javascriptModules,
  kubernetes,
  processEnvironment,
  pythonModules,
  terraform,
];
