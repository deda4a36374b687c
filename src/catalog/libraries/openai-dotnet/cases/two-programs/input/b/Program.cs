using OpenAI.Chat;

var (model, key) = Settings();
(string other, string unused) = ("gpt-4.1", "x");
new ChatClient(model, key);
new ChatClient(other, key);

static (string, string) Settings() => ("o3-mini", Environment.GetEnvironmentVariable("KEY"));
