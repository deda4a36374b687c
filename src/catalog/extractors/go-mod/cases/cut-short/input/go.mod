module example.com/agent

go 1.22

require (
	github.com/google/uuid v1.6.0
	github.com/sashabaranov/go-op