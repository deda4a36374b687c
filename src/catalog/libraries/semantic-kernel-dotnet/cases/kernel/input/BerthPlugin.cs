using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace Acme.Desk;

/// <summary>What the kernel may ask of the harbour.</summary>
public class BerthPlugin
{
    [KernelFunction("find_berth")]
    [Description("Finds a free berth of a length")]
    public string Find(int length) => "7";

    /// <summary>Not offered.</summary>
    public string Hidden() => "";
}
