from guardrails import Guard
from guardrails.hub import ToxicLanguage
from llm_guard.input_scanners import PromptInjection
from nemoguardrails import LLMRails, RailsConfig
from presidio_analyzer import AnalyzerEngine

guard = Guard().use(ToxicLanguage(threshold=0.5))
rails = LLMRails(RailsConfig.from_path("./rails"))
scanner = PromptInjection()
analyzer = AnalyzerEngine()


def answer(question):
    return guard.validate(rails.generate(messages=[{"role": "user", "content": question}])["content"])
