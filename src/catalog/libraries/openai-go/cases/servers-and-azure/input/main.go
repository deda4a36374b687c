package main

import (
	"context"
	"os"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/azure"
	"github.com/openai/openai-go/option"
)

func main() {
	local := openai.NewClient(option.WithBaseURL("http://llm.internal:8000/v1"), option.WithAPIKey("none"))
	local.Chat.Completions.New(context.TODO(), openai.ChatCompletionNewParams{Model: openai.F("qwen2.5-7b")})

	cloud := openai.NewClient(
		azure.WithEndpoint(os.Getenv("AZURE_OPENAI_ENDPOINT"), "2024-08-01-preview"),
		azure.WithAPIKey(os.Getenv("AZURE_OPENAI_KEY")),
	)
	cloud.Chat.Completions.New(context.TODO(), openai.ChatCompletionNewParams{Model: openai.ChatModel("berth-gpt4o")})
}
