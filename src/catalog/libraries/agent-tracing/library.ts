/** Recording of what agents do: where a program switches it off. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const switchesOff = (of: string | readonly string[], tracingOff: Pick, reference: string): Meaning => ({
  of,
  tells: { of: 'application', facts: { tracingOff } },
  reference,
});
const agentsDocs = 'https://openai.github.io/openai-agents-python/tracing/';
/** Where a product keeps what it is told; one of each is enough for a project. */
const sink = (service: string, what = 'traces'): NonNullable<Meaning['asset']> => ({
  kind: 'log-sink',
  name: { value: `${what} in ${service}` },
  identifier: { scheme: 'display-name', value: { value: `${what} in ${service}` } },
  facts: { service: { value: service } },
});
const logs: Meaning['links'] = [{ relation: 'logs-to', from: 'application', to: 'self' }];
/** A call that records what agents of any framework do, so that nothing is off. */
const records = (service: string, of: string | readonly string[], reference: string, when?: 'decorator'): Meaning => ({
  of,
  ...(when ? { when } : { asset: sink(service), links: logs }),
  tells: { of: 'application', facts: { tracingOff: { value: false }, logging: { value: true } } },
  reference,
});
/** A call that keeps what training and evaluation do, and nothing of what agents do. */
const keepsRuns = (service: string, of: string, reference: string): Meaning => ({
  of,
  asset: sink(service, 'runs'),
  links: logs,
  reference,
});
/** The same client again, with a record of its calls. */
const wraps = (of: string, reference: string): Meaning => ({ of, returns: { at: 0, named: ['client'] }, reference });
const langsmith = 'https://docs.langchain.com/langsmith/annotate-code';
const langfuse = 'https://langfuse.com/docs/observability/overview';
const traceloop = 'https://www.traceloop.com/docs/openllmetry/introduction';
const mlflow = 'https://mlflow.org/docs/latest/genai/tracing/';
const agentsOf =
  'openai,langchain,crewai,autogen,ag2,llama_index,anthropic,dspy,bedrock,gemini,groq,mistral,litellm,pydantic_ai,smolagents,strands,semantic_kernel,agno,langgraph';

export default defineLibrary({
  id: 'agent-tracing',
  title: 'Recording of what agents do',
  homepage: 'https://opentelemetry.io/docs/specs/semconv/gen-ai/',
  python: {
    packages: [
      'langfuse',
      'langsmith',
      'arize-phoenix-otel',
      'arize-otel',
      'openlit',
      'agentops',
      'logfire',
      'opik',
      'braintrust',
      'traceloop-sdk',
      'mlflow',
      'wandb',
      'weave',
    ],
    aliases: {
      'langfuse.openai.OpenAI': 'openai.OpenAI',
      'langfuse.openai.AsyncOpenAI': 'openai.AsyncOpenAI',
      'langfuse.openai.AzureOpenAI': 'openai.AzureOpenAI',
      'langfuse.openai.openai': 'openai',
    },
    modules: [
      'agents',
      'langfuse',
      'phoenix',
      'openinference',
      'openlit',
      'agentops',
      'logfire',
      'opik',
      'traceloop',
      'mlflow',
      'weave',
      'langsmith',
      'arize',
      'braintrust',
      'wandb',
    ],
    meanings: [
      switchesOff(
        'agents{,.tracing}.set_tracing_disabled',
        { at: 0, named: ['disabled'], choices: { true: true } },
        agentsDocs,
      ),
      records('langfuse', 'langfuse{,.openai}.{Langfuse,get_client}', langfuse),
      records(
        'langfuse',
        'langfuse{.langchain,.callback}.CallbackHandler',
        'https://langfuse.com/integrations/frameworks/langchain',
      ),
      records('langfuse', 'langfuse{,.decorators}.observe', langfuse, 'decorator'),
      records('phoenix', 'phoenix.otel.register', 'https://arize.com/docs/phoenix/tracing/llm-traces'),
      records('arize', 'arize.otel.register', 'https://arize.com/docs/ax/observe/tracing'),
      records('openlit', 'openlit.init', 'https://docs.openlit.io'),
      records('agentops', 'agentops.init', 'https://docs.agentops.ai'),
      records(
        'logfire',
        'logfire.{instrument_openai_agents,instrument_pydantic_ai,instrument_openai,instrument_anthropic}',
        'https://logfire.pydantic.dev/docs/integrations/llms/openai/',
      ),
      records('traceloop', 'traceloop.sdk.Traceloop.init', traceloop),
      records('mlflow', `mlflow.{${agentsOf}}.autolog`, mlflow),
      records('mlflow', 'mlflow.trace', mlflow, 'decorator'),
      records('weave', 'weave.init', 'https://weave-docs.wandb.ai'),
      records('opik', 'opik.{configure,Opik}', 'https://www.comet.com/docs/opik/'),
      records('opik', 'opik.track', 'https://www.comet.com/docs/opik/', 'decorator'),
      records('braintrust', 'braintrust.init_logger', 'https://www.braintrust.dev/docs/guides/traces'),
      records('langsmith', 'langsmith{,.client}.Client', langsmith),
      records('langsmith', 'langsmith{,.run_helpers}.traceable', langsmith, 'decorator'),
      wraps('langsmith{,.wrappers}.{wrap_openai,wrap_anthropic,wrap_gemini}', langsmith),
      wraps('braintrust.{wrap_openai,wrap_anthropic}', 'https://www.braintrust.dev/docs/guides/traces'),
      keepsRuns('mlflow', 'mlflow.{start_run,set_experiment}', 'https://mlflow.org/docs/latest/ml/tracking/'),
      keepsRuns('wandb', 'wandb.init', 'https://docs.wandb.ai/guides/track/launch/'),
      {
        of: 'agents{,.tracing}.{add_trace_processor,set_trace_processors}',
        tells: { of: 'application', facts: { tracingOff: { value: false }, logging: { value: true } } },
        reference: agentsDocs,
      },
    ],
  },
  javascript: {
    packages: [
      'langfuse',
      '@langfuse/openai',
      'langsmith',
      'braintrust',
      '@traceloop/node-server-sdk',
      '@arizeai/phoenix-otel',
    ],
    modules: [
      '@openai/agents',
      'ai',
      'langfuse',
      '@langfuse/openai',
      '@langfuse/langchain',
      'langsmith',
      'braintrust',
      '@traceloop/node-server-sdk',
      '@arizeai/phoenix-otel',
    ],
    meanings: [
      records('langfuse', 'langfuse{,.default}.Langfuse', langfuse),
      records('langfuse', '@langfuse/langchain.CallbackHandler', langfuse),
      wraps('{langfuse.observeOpenAI,@langfuse/openai.observeOpenAI}', langfuse),
      records('langsmith', '{langsmith.Client,langsmith/client.Client}', langsmith),
      {
        of: 'langsmith/traceable.traceable',
        tells: { of: 'application', facts: { tracingOff: { value: false }, logging: { value: true } } },
        reference: langsmith,
      },
      wraps(
        '{langsmith/wrappers.wrapOpenAI,langsmith/wrappers/openai.wrapOpenAI,langsmith/wrappers.wrapSDK}',
        langsmith,
      ),
      records('braintrust', 'braintrust.initLogger', 'https://www.braintrust.dev/docs/guides/traces'),
      wraps('braintrust.{wrapOpenAI,wrapAnthropic}', 'https://www.braintrust.dev/docs/guides/traces'),
      records('traceloop', '@traceloop/node-server-sdk.initialize', traceloop),
      records('phoenix', '@arizeai/phoenix-otel.register', 'https://arize.com/docs/phoenix/tracing/llm-traces'),
      switchesOff(
        '@openai/agents.setTracingDisabled',
        { at: 0, choices: { true: true } },
        'https://openai.github.io/openai-agents-js/guides/tracing/',
      ),
      switchesOff(
        '@openai/agents.Runner',
        { named: ['tracingDisabled'], choices: { true: true } },
        'https://openai.github.io/openai-agents-js/guides/tracing/',
      ),
    ],
  },
});
