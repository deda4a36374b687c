module harbourmark.example/gateway

go 1.25

require (
	github.com/modelcontextprotocol/go-sdk v1.3.1
	golang.org/x/oauth2 v0.34.0
)
