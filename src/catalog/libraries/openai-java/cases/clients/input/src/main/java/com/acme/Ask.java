package com.acme;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class Ask {
    private static final String NOVA = "amazon.nova-lite-v1:0";

    void openai() {
        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .addUserMessage("Which berth is free?")
                .model(ChatModel.GPT_4_1)
                .build();
        client.chat().completions().create(params);
    }

    void anthropic(String key) {
        AnthropicClient client = AnthropicOkHttpClient.builder().apiKey(System.getenv("DESK_KEY")).build();
        client.messages().create(MessageCreateParams.builder().maxTokens(1024L).addUserMessage("Hello").model("claude-sonnet-4-5").build());
    }

    void bedrock(BedrockRuntimeClient client) {
        client.converse(request -> request.modelId(NOVA).messages(message));
    }
}
