package com.acme;

import dev.langchain4j.model.openai.OpenAiChatModel;
import org.springframework.beans.factory.annotation.Value;

class Desk {
    @Value("${desk.model}")
    private String name;

    OpenAiChatModel model() {
        return OpenAiChatModel.builder().modelName(name).build();
    }
}
