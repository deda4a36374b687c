/** Recording of what agents do: where a program switches it off. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const switchesOff = (of: string | readonly string[], tracingOff: Pick, reference: string): Meaning => ({
  of,
  tells: { of: 'application', facts: { tracingOff } },
  reference,
});
const agentsDocs = 'https://openai.github.io/openai-agents-python/tracing/';
/** A call that records what agents of any framework do, so that nothing is off. */
const records = (of: string | readonly string[], reference: string): Meaning => ({
  of,
  tells: { of: 'application', facts: { tracingOff: { value: false }, logging: { value: true } } },
  reference,
});

export default defineLibrary({
  id: 'agent-tracing',
  title: 'Recording of what agents do',
  homepage: 'https://opentelemetry.io/docs/specs/semconv/gen-ai/',
  python: {
    packages: ['langfuse', 'arize-phoenix-otel', 'openlit', 'agentops', 'logfire', 'opik'],
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
    ],
    meanings: [
      switchesOff(
        'agents{,.tracing}.set_tracing_disabled',
        { at: 0, named: ['disabled'], choices: { true: true } },
        agentsDocs,
      ),
      records('langfuse{,.openai}.{Langfuse,get_client}', 'https://langfuse.com/docs/observability/overview'),
      records(
        'langfuse{.langchain,.callback}.CallbackHandler',
        'https://langfuse.com/integrations/frameworks/langchain',
      ),
      records('phoenix.otel.register', 'https://arize.com/docs/phoenix/tracing/llm-traces'),
      records('openlit.init', 'https://docs.openlit.io'),
      records('agentops.init', 'https://docs.agentops.ai'),
      records(
        'logfire.{instrument_openai_agents,instrument_pydantic_ai,instrument_openai,instrument_anthropic}',
        'https://logfire.pydantic.dev/docs/integrations/llms/openai/',
      ),
      records('traceloop.sdk.Traceloop.init', 'https://www.traceloop.com/docs/openllmetry/getting-started-python'),
      records(
        'mlflow.{openai,langchain,crewai,autogen,llama_index,anthropic}.autolog',
        'https://mlflow.org/docs/latest/genai/tracing/',
      ),
      records('weave.init', 'https://weave-docs.wandb.ai'),
      records('agents{,.tracing}.{add_trace_processor,set_trace_processors}', agentsDocs),
    ],
  },
  javascript: {
    packages: [],
    modules: ['@openai/agents', 'ai'],
    meanings: [
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
