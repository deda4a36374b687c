/** Credentials of services that AI systems stand beside: code hosts, payment, mail, messages, clouds, databases, monitoring; and private keys. */
import { hasBase62Checksum, hasHexadecimalChecksum } from './secret-checksums.ts';
import { contextual, distinct, type SecretKind } from './secret-kind.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Kinds behind those of AI vendors and clouds; where two shapes fit one value the earlier kind is meant. */
export const serviceSecretKinds: readonly SecretKind[] = [
  // Around models
  distinct(
    'helicone-api-key',
    'helicone',
    /sk-helicone-(?:[a-z]{2}-)?[a-z0-9]{7}(?:-[a-z0-9]{7}){3}/,
    ['sk-helicone-'],
    ['HELICONE_API_KEY'],
  ),
  distinct('e2b-api-key', 'e2b', /e2b_[a-f0-9]{40}/, ['e2b_'], ['E2B_API_KEY']),
  distinct('llama-cloud-api-key', 'llama-cloud', /llx-[A-Za-z0-9]{48}/, ['llx-'], ['LLAMA_CLOUD_API_KEY']),
  distinct('anyscale-token', 'anyscale', /esecret_[a-z0-9]{26}/, ['esecret_'], ['ANYSCALE_API_KEY']),
  contextual('firecrawl-api-key', 'firecrawl', /fc-[a-f0-9]{32}/, ['firecrawl'], ['FIRECRAWL_API_KEY']),
  contextual('exa-api-key', 'exa', new RegExp(uuid), ['exa_api', 'exa-api'], ['EXA_API_KEY']),
  contextual('serper-api-key', 'serper', /[a-f0-9]{40}/, ['serper'], ['SERPER_API_KEY']),
  contextual('serpapi-api-key', 'serpapi', /[a-f0-9]{64}/, ['serpapi'], ['SERPAPI_API_KEY']),
  contextual('mem0-api-key', 'mem0', /m0-[A-Za-z0-9]{40}/, ['mem0'], ['MEM0_API_KEY']),
  // Code hosts and registries
  distinct('npm-token', 'npm', /npm_[A-Za-z0-9]{36}/, ['npm_'], ['NPM_TOKEN'], 0.95, (value) =>
    hasBase62Checksum(value.slice(4)),
  ),
  distinct(
    'pypi-token',
    'pypi',
    /pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}/,
    ['pypi-AgEI'],
    ['TWINE_PASSWORD', 'PYPI_TOKEN'],
  ),
  distinct('docker-token', 'docker', /dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,32}/, ['dckr_pat_', 'dckr_oat_']),
  distinct('bitbucket-token', 'bitbucket', /ATBB[A-Za-z0-9]{32}/, ['ATBB']),
  distinct(
    'atlassian-token',
    'atlassian',
    /ATATT3[A-Za-z0-9_=-]{180,250}/,
    ['ATATT3'],
    ['ATLASSIAN_API_TOKEN', 'JIRA_API_TOKEN'],
  ),
  distinct('postman-api-key', 'postman', /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/, ['PMAK-']),
  distinct('figma-token', 'figma', /figd_[A-Za-z0-9_-]{40}/, ['figd_'], ['FIGMA_TOKEN', 'FIGMA_API_KEY']),
  // Payment and shops
  distinct(
    'stripe-secret-key',
    'stripe',
    /(?:sk|rk)_live_[A-Za-z0-9]{24,99}/,
    ['sk_live_', 'rk_live_'],
    ['STRIPE_SECRET_KEY', 'STRIPE_API_KEY'],
  ),
  distinct('stripe-webhook-secret', 'stripe', /whsec_[A-Za-z0-9]{32}/, ['whsec_'], ['STRIPE_WEBHOOK_SECRET'], 0.8),
  distinct('square-secret', 'square', /sq0csp-[A-Za-z0-9_-]{43}/, ['sq0csp-']),
  distinct('shopify-token', 'shopify', /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/, ['shpat_', 'shpca_', 'shppa_', 'shpss_']),
  distinct('braintree-token', 'paypal', /access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}/, [
    'access_token$production$',
  ]),
  // Mail and messages
  distinct('sendgrid-api-key', 'sendgrid', /SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/, ['SG.'], ['SENDGRID_API_KEY']),
  contextual('mailgun-api-key', 'mailgun', /key-[0-9a-f]{32}/, ['mailgun'], ['MAILGUN_API_KEY']),
  contextual('mailchimp-api-key', 'mailchimp', /[0-9a-f]{32}-us\d{1,2}/, ['mailchimp'], ['MAILCHIMP_API_KEY']),
  contextual(
    'twilio-api-key',
    'twilio',
    /SK[0-9a-f]{32}|[0-9a-f]{32}/,
    ['twilio'],
    ['TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY'],
  ),
  distinct('telegram-bot-token', 'telegram', /\d{8,10}:AA[A-Za-z0-9_-]{33}/, [':AA'], ['TELEGRAM_BOT_TOKEN']),
  contextual(
    'discord-bot-token',
    'discord',
    /[MNO][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/,
    ['discord'],
    ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
  ),
  distinct('slack-webhook', 'slack', /hooks\.slack\.com\/services\/T[A-Z0-9]{8,11}\/B[A-Z0-9]{8,11}\/[A-Za-z0-9]{24}/, [
    'hooks.slack.com/services/',
  ]),
  distinct('hubspot-token', 'hubspot', new RegExp(`pat-(?:na1|eu1)-${uuid}`), ['pat-na1-', 'pat-eu1-']),
  contextual(
    'airtable-token',
    'airtable',
    /pat[A-Za-z0-9]{14}\.[a-f0-9]{64}/,
    ['airtable'],
    ['AIRTABLE_API_KEY', 'AIRTABLE_TOKEN'],
  ),
  // Clouds and what runs on them
  distinct('azure-storage-key', 'azure', /AccountKey=[A-Za-z0-9+/]{86}/, ['AccountKey=']),
  distinct(
    'azure-shared-access-signature',
    'azure',
    /sv=20\d\d-\d\d-\d\d&[A-Za-z0-9%&=:.,_+-]{4,400}?sig=[A-Za-z0-9%+/]{40,90}=?/,
    ['sv=20'],
    [],
    0.85,
  ),
  distinct('google-client-secret', 'google', /GOCSPX-[A-Za-z0-9_-]{28}/, ['GOCSPX-']),
  distinct('digitalocean-token', 'digitalocean', /do[opr]_v1_[a-f0-9]{64}/, ['doo_v1_', 'dop_v1_', 'dor_v1_']),
  distinct('heroku-token', 'heroku', /HRKU-AA[A-Za-z0-9_-]{58}/, ['HRKU-AA']),
  distinct(
    'terraform-cloud-token',
    'hashicorp',
    /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,70}/,
    ['.atlasv1.'],
    ['TFE_TOKEN'],
  ),
  distinct('vault-token', 'hashicorp', /hv[sb]\.[A-Za-z0-9_-]{90,200}/, ['hvs.', 'hvb.'], ['VAULT_TOKEN']),
  distinct(
    'doppler-token',
    'doppler',
    /dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,64}/,
    ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.'],
    ['DOPPLER_TOKEN'],
  ),
  distinct('planetscale-token', 'planetscale', /pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_=.-]{32,64}/, ['pscale_']),
  // Monitoring
  distinct(
    'grafana-token',
    'grafana',
    /glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}/,
    ['glsa_'],
    ['GRAFANA_TOKEN'],
    0.95,
    hasHexadecimalChecksum,
  ),
  distinct('new-relic-api-key', 'new-relic', /NRAK-[A-Z0-9]{27}/, ['NRAK-'], ['NEW_RELIC_API_KEY']),
  distinct(
    'sentry-token',
    'sentry',
    /sntrys_eyJ[A-Za-z0-9+/=_]{80,400}|sntryu_[a-f0-9]{64}/,
    ['sntrys_', 'sntryu_'],
    ['SENTRY_AUTH_TOKEN'],
  ),
  distinct('dynatrace-token', 'dynatrace', /dt0(?:c01|s01|s16)\.[A-Z0-9]{24}\.[A-Z0-9]{64}/, [
    'dt0c01.',
    'dt0s01.',
    'dt0s16.',
  ]),
  contextual(
    'datadog-api-key',
    'datadog',
    /[a-f0-9]{32}|[a-f0-9]{40}/,
    ['datadog', 'dd_api'],
    ['DD_API_KEY', 'DD_APP_KEY'],
  ),
  // Keys
  distinct('age-secret-key', 'unknown', /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/, ['AGE-SECRET-KEY-1']),
  contextual(
    'private-key',
    'unknown',
    /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\\\s]{100,6000}/,
    ['PRIVATE KEY-----', 'PRIVATE KEY BLOCK-----'],
    [],
    0.9,
  ),
];
