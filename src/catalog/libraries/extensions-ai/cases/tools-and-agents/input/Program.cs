using System.ComponentModel;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

[Description("Finds a free berth")]
static string FindBerth([Description("metres")] int length) => "7";

IChatClient chat = new OpenAIClient(Environment.GetEnvironmentVariable("DESK_KEY")).GetChatClient("gpt-4o-mini").AsIChatClient();
AIAgent agent = chat.AsAIAgent(instructions: "You answer questions about berths.", name: "Clerk", tools: [AIFunctionFactory.Create(FindBerth)]);

IChatClient local = new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2");
