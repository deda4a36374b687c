package com.acme.desk;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeskController {

    private final ChatClient chat;

    DeskController(ChatClient.Builder builder, BerthTools tools) {
        this.chat = builder.defaultTools(tools).build();
    }

    @GetMapping("/ask")
    String ask(String question) {
        return chat.prompt()
                .system("You answer questions about berths.")
                .user(question)
                .options(OpenAiChatOptions.builder().model(OpenAiApi.ChatModel.GPT_4_O_MINI.getValue()).temperature(0.1).build())
                .call()
                .content();
    }
}
