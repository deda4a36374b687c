package main

import (
	"context"
	"os"

	"github.com/tmc/langchaingo/agents"
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/ollama"
	"github.com/tmc/langchaingo/llms/openai"
	"github.com/tmc/langchaingo/tools"
	"github.com/tmc/langchaingo/vectorstores/qdrant"
)

func main() {
	ctx := context.Background()
	llm, err := openai.New(openai.WithModel("gpt-4o"), openai.WithToken(os.Getenv("DESK_KEY")))
	if err != nil {
		panic(err)
	}
	desk := agents.NewOneShotAgent(llm, []tools.Tool{tools.Calculator{}})
	_ = desk

	local, _ := ollama.New(ollama.WithModel("mistral"))
	llms.GenerateFromSinglePrompt(ctx, local, "Which berth is free?")
	qdrant.New(qdrant.WithCollectionName("berths"))
}
