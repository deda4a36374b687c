package main

import "github.com/openai/openai-go"

// A catalogue to choose from calls nothing.
var choices = []string{"gpt-4o", openai.ChatModelGPT4o}

type fake struct{}

func (f fake) New(model string) string { return model }

func main() {
	f := fake{}
	f.New("gpt-4o-mini")
	for _, each := range choices {
		println(each)
	}
}
