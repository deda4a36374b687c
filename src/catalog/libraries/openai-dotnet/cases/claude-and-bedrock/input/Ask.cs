using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Anthropic;
using Anthropic.Models.Messages;

namespace Acme.Desk;

public class Ask(IAmazonBedrockRuntime runtime)
{
    private readonly AnthropicClient _claude = new() { ApiKey = Environment.GetEnvironmentVariable("DESK_CLAUDE_KEY") };

    public async Task Run()
    {
        await _claude.Messages.Create(new MessageCreateParams { MaxTokens = 1024, Model = "claude-sonnet-4-5" });
        await runtime.ConverseAsync(new ConverseRequest { ModelId = "amazon.nova-lite-v1:0" });
    }
}
