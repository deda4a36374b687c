package desk

import (
	"context"

	"github.com/openai/openai-go/v2"
)

const embeddings = "text-embedding-3-small"

// Answer asks the model once.
func (d *Desk) Answer(ctx context.Context, question string) (string, error) {
	_, err := d.client.Embeddings.New(ctx, openai.EmbeddingNewParams{Model: embeddings})
	if err != nil {
		return "", err
	}
	params := openai.ChatCompletionNewParams{
		Model: d.model,
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage("You answer questions about berths."),
			openai.UserMessage(question),
		},
	}
	out, err := d.client.Chat.Completions.New(ctx, params)
	if err != nil {
		return "", err
	}
	return out.Choices[0].Message.Content, nil
}
