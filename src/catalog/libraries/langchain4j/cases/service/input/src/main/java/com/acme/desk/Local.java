package com.acme.desk;

import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

class Local {
    private final OllamaChatModel model =
            OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName(Settings.MODEL).build();

    private OpenAiChatModel other(String url) {
        return OpenAiChatModel.builder().baseUrl("http://llm.internal:8000/v1").apiKey("none").modelName("qwen2.5").build();
    }
}
