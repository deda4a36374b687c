using OpenAI.Chat;

// What the other program calls `model` is nothing to this one.
var client = new ChatClient(model, Environment.GetEnvironmentVariable("KEY"));
