/** Finds model services whose calls leave no record. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'invocations-unrecorded',
  title: 'Calls of a model leave no record',
  about: ['inference-endpoint', 'provider-account'],
  tests: 'invocation-logged',
  category: 'misconfiguration',
  severity: 'medium',
  // Each of these keeps its record by itself; the record of Bedrock is a setting of the whole account, which a stack shows or does not.
  declared: 'logging',
  applies: any(
    kindIs('it', 'provider-account'),
    all(
      kindIs('it', 'inference-endpoint'),
      fact('it', 'managedService').is(true),
      fact('it', 'service').in('azure-openai', 'azure-ai-services', 'sagemaker', 'vertex-ai'),
    ),
  ),
  passes: fact('it', 'logging').is(true),
  message: (it) =>
    it.kind === 'provider-account'
      ? `The record of calls to ${it.name} leaves out what was asked and answered.`
      : `Nothing records the calls of ${it.name}.`,
  why: 'A stolen key, an injected instruction or a leak is not seen while it happens, and cannot be followed up afterwards.',
  remedy: (it) =>
    ({
      sagemaker: `Switch on data capture in the endpoint configuration of ${it.name}, into a bucket that few can read.`,
      'vertex-ai': `Switch on request and response logging for ${it.name}.`,
    })[it.text('service')] ??
    (it.kind === 'provider-account'
      ? 'Set text_data_delivery_enabled in the model invocation logging configuration.'
      : `Add a diagnostic setting for ${it.name} that sends the categories Audit and RequestResponse to a log workspace.`),
  steps: [
    'Bedrock: aws bedrock put-model-invocation-logging-configuration --logging-config with cloudWatchConfig or s3Config and "textDataDeliveryEnabled": true; Terraform: aws_bedrock_model_invocation_logging_configuration.',
    'Let only few read the record, and keep it 180 days or longer.',
  ],
  references: ['LLM10:2025', 'AML.M0024', 'MEASURE 2.4', 'A.6.2.8'],
});
