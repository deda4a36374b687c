using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace Acme.Desk;

public static class Startup
{
    private const string Model = "gpt-4.1";

    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKernel();
        services.AddOpenAIChatCompletion(Model, configuration["OpenAI:Key"]!);
        services.AddOllamaChatCompletion(modelId: "llama3.2", endpoint: new Uri("http://localhost:11434"));
        services.AddOpenAIChatCompletion(modelId: "phi-4", apiKey: null, endpoint: new Uri("http://llm.internal:1234/v1"));
        return services;
    }
}
