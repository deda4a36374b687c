package main

import (
	"context"
	"os"

	"example.com/harbour/internal/desk"
	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"
)

func main() {
	client := openai.NewClient(option.WithAPIKey(os.Getenv("HARBOUR_OPENAI_KEY")))
	service := desk.New(&client, openai.ChatModelGPT4_1Mini)
	service.Answer(context.Background(), os.Args[1])
}
