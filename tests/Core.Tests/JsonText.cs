namespace Logister.Core.Tests;

/// <summary>A generated JSON value.</summary>
public sealed record JsonText(string Text)
{
    public override string ToString() => Text;
}
