package main

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/ollama/ollama/api"
	"google.golang.org/genai"
)

const modelID = "amazon.nova-lite-v1:0"

func main() {
	ctx := context.Background()
	cfg, _ := config.LoadDefaultConfig(ctx)
	runtime := bedrockruntime.NewFromConfig(cfg)
	runtime.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String(modelID)})

	gemini, _ := genai.NewClient(ctx, &genai.ClientConfig{APIKey: os.Getenv("GEMINI_KEY"), Backend: genai.BackendGeminiAPI})
	gemini.Models.GenerateContent(ctx, "gemini-2.5-flash", genai.Text("Which berth is free?"), nil)

	local, err := api.ClientFromEnvironment()
	if err != nil {
		panic(err)
	}
	local.Chat(ctx, &api.ChatRequest{Model: "llama3.2"}, func(resp api.ChatResponse) error { return nil })
}
