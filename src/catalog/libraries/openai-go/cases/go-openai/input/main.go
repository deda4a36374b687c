package main

import (
	"context"
	"os"

	openai "github.com/sashabaranov/go-openai"
)

type settings struct {
	Model string
}

func ask(cfg settings, client *openai.Client) {
	model := os.Getenv("HARBOUR_MODEL")
	if model == "" {
		model = cfg.Model
	}
	client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{
		Model:    model,
		Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleUser, Content: "Which berth is free?"}},
	})
}

func main() {
	client := openai.NewClient(os.Getenv("OPENAI_TOKEN"))
	ask(settings{Model: openai.GPT4oMini}, client)

	config := openai.DefaultAzureConfig(os.Getenv("AZURE_TOKEN"), "https://harbour.openai.azure.com/")
	azure := openai.NewClientWithConfig(config)
	azure.CreateEmbeddings(context.Background(), openai.EmbeddingRequest{Model: openai.SmallEmbedding3})
}
