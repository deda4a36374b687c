using System.ClientModel;
using Azure;
using Azure.AI.OpenAI;
using OpenAI;
using OpenAI.Chat;
using Acme.Desk;

ChatClient client = new(model: Settings.Model, apiKey: Environment.GetEnvironmentVariable("DESK_OPENAI_KEY"));
var answer = await client.CompleteChatAsync("Which berth is free?");
Console.WriteLine(answer.Value.Content[0].Text);

var azure = new AzureOpenAIClient(new Uri("https://acme.openai.azure.com"), new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_KEY")!));
var deployed = azure.GetChatClient("berth-gpt4o");

var local = new ChatClient("qwen2.5", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri("http://llm.internal:8000/v1") });
