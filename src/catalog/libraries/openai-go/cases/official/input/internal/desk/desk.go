package desk

import "github.com/openai/openai-go/v2"

// Desk answers questions about berths.
type Desk struct {
	client *openai.Client
	model  openai.ChatModel
}

func New(client *openai.Client, model openai.ChatModel) *Desk {
	return &Desk{client: client, model: model}
}
