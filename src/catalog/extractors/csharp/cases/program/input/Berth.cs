using System.ComponentModel;

namespace Acme.Harbour;

/// <summary>Where a ship lies.</summary>
public class Berth(string name)
{
    [Description("Tells whether it is free")]
    public bool Free() => name == Environment.GetEnvironmentVariable("FREE_BERTH");
}
