/** The credential that a class of a chat model reads by itself or is given. */
import { credentialRead } from '../../../kit/client-meanings.ts';
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** What a credential of a vendor is called where its value is found. */
const kindOf = (provider: string): string =>
  provider === 'azure' ? 'azure-openai-key' : provider === 'huggingface' ? 'huggingface-token' : `${provider}-api-key`;

/** The credential of a vendor's classes. */
export const credential = (of: Meaning['of'], provider: string, value: Pick): Meaning =>
  credentialRead(
    of,
    provider,
    kindOf(provider),
    value,
    'https://docs.langchain.com/oss/python/integrations/providers/overview',
  );
