module example.com/acme/agent // the agent

go 1.22.0

toolchain go1.22.4

require github.com/tmc/langchaingo v0.1.12

require (
	github.com/Azure/azure-sdk-for-go/sdk/azcore v1.11.1 // indirect
	github.com/acme/forked v1.0.0
	github.com/acme/local v0.0.0-00010101000000-000000000000
	github.com/pinned/here v1.2.3
	gopkg.in/yaml.v3 v3.0.1 // indirect
	github.com/old/thing v2.0.0+incompatible
)

replace (
	github.com/acme/forked => github.com/elsewhere/forked v1.0.1-0.20240101000000-0f9a1c2b3d4e
	github.com/pinned/here v1.0.0 => ../never
)

replace github.com/acme/local => ./local

exclude github.com/tmc/langchaingo v0.1.11

retract [v0.1.0, v0.2.0]
