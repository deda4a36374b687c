using Microsoft.Extensions.AI;

namespace Acme.Desk;

public class Clerk(IChatClient chat)
{
    public string Find(int length) => "7";

    public async Task<string> Ask(string question)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Find)] };
        var answer = await chat.GetResponseAsync(question, options);
        return answer.Text;
    }
}
