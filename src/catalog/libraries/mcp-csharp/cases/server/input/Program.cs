using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Server;
using System.ComponentModel;

var builder = Host.CreateApplicationBuilder(args);
builder.Services
    .AddMcpServer()
    .WithStdioServerTransport()
    .WithTools<HarbourTools>();
await builder.Build().RunAsync();

[McpServerToolType]
public static class HarbourTools
{
    [McpServerTool(Name = "find_berth", ReadOnly = true), Description("Finds a free berth")]
    public static string FindBerth(int length) => "7";

    public static string Helper() => "";
}
