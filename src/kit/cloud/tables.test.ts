/** The tables of cloud resources: every type is described once, with facts and relations that its kind can have. */
import { describe, expect, it } from 'vitest';
import { belongsTo, type FactName } from '../../domain/facts.ts';
import { mayJoin } from '../../domain/relations.ts';
import { awsBedrock, awsBedrockJoins } from './aws-bedrock.ts';
import { awsLearning } from './aws-learning.ts';
import { awsRunning, awsRunningJoins } from './aws-running.ts';
import { awsAttachments, awsStoreJoins, awsStores } from './aws-stores.ts';
import { azureAttachments, azureJoins, azureServices } from './azure.ts';
import { azureRunning } from './azure-running.ts';
import { googleAttachments, googleServices } from './google.ts';
import { otherVendors } from './other-vendors.ts';

const rows = [
  awsStores,
  awsBedrock,
  awsLearning,
  awsRunning,
  azureServices,
  azureRunning,
  googleServices,
  otherVendors,
].flat();
const attachments = [awsAttachments, azureAttachments, googleAttachments].flat();
const joins = [awsStoreJoins, awsBedrockJoins, awsRunningJoins, azureJoins].flat();
const repeated = (types: readonly string[]): readonly string[] =>
  types.filter((type, at) => types.indexOf(type) !== at);

describe('tables of cloud resources', () => {
  it('describe every type once', () => {
    expect(repeated(rows.flatMap(({ types }) => types))).toEqual([]);
    expect(repeated(attachments.flatMap(({ types }) => types))).toEqual([]);
    expect(repeated(joins.flatMap(({ types }) => types))).toEqual([]);
  });

  it('give a kind only facts that it can have', () => {
    const wrong = [...rows, ...attachments].flatMap(({ types, kind, facts }) =>
      (Object.keys(facts ?? {}) as FactName[])
        .filter((name) => !belongsTo(name, kind))
        .map((name) => `${types[0]}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('link only what may be linked', () => {
    const wrong = rows.flatMap(({ types, kind, links = [] }) =>
      links
        .filter(
          (link) => !(link.reverse ? mayJoin(link.relation, link.kind, kind) : mayJoin(link.relation, kind, link.kind)),
        )
        .map((link) => `${types[0]}: ${link.relation} ${link.kind}`),
    );
    expect(wrong).toEqual([]);
    expect(joins.filter(({ relation, from, to }) => !mayJoin(relation, from.kind, to.kind))).toEqual([]);
  });

  it('name the page that documents each type', () => {
    expect([...rows, ...attachments, ...joins].filter(({ reference }) => !reference.startsWith('https://'))).toEqual(
      [],
    );
  });
});
