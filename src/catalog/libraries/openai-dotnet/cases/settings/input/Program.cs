using OpenAI.Chat;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new ChatClient(builder.Configuration["OpenAI:Model"]!, builder.Configuration["OpenAI:Key"]!));
