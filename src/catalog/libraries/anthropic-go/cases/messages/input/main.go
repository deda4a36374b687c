package main

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/bedrock"
)

func ask(client anthropic.Client, model anthropic.Model, text string) (*anthropic.Message, error) {
	return client.Messages.New(context.TODO(), anthropic.MessageNewParams{
		Model:     model,
		MaxTokens: 1024,
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(text))},
	})
}

func main() {
	ask(anthropic.NewClient(), anthropic.ModelClaudeSonnet4_5, "Which berth is free?")

	cloud := anthropic.NewClient(bedrock.WithLoadDefaultConfig(context.Background()))
	cloud.Messages.New(context.TODO(), anthropic.MessageNewParams{Model: "anthropic.claude-3-5-haiku-20241022-v1:0"})
}
