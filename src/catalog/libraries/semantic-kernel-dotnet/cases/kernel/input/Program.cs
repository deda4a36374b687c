using Acme.Desk;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;

var builder = Kernel.CreateBuilder();
builder.AddAzureOpenAIChatCompletion("berth-gpt4o", "https://acme.openai.azure.com", Environment.GetEnvironmentVariable("AZURE_KEY")!);
builder.Plugins.AddFromType<BerthPlugin>("berths");
Kernel kernel = builder.Build();

ChatCompletionAgent agent = new()
{
    Name = "BerthAgent",
    Instructions = "You answer questions about berths.",
    Kernel = kernel,
};
