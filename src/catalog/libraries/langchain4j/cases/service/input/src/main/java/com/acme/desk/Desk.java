package com.acme.desk;

import static dev.langchain4j.model.openai.OpenAiChatModelName.GPT_4_O_MINI;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;

public class Desk {

    static class Berths {

        @Tool("Finds a free berth of a length")
        String find(@P("length in metres") int length) {
            return "7";
        }
    }

    public static void main(String[] args) {
        ChatModel model = OpenAiChatModel.builder()
                .apiKey(Settings.KEY)
                .modelName(GPT_4_O_MINI)
                .temperature(0.2)
                .build();
        Clerk clerk = AiServices.builder(Clerk.class)
                .chatModel(model)
                .tools(new Berths())
                .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
                .build();
        var store = new InMemoryEmbeddingStore<>();
        System.out.println(clerk.ask(args[0]));
    }
}
