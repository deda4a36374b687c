namespace Acme.Desk;

internal static class Settings
{
    public const string Model = "gpt-4o-mini";
    // A menu calls nothing.
    public static readonly string[] Menu = ["gpt-4o", "o3"];
}
