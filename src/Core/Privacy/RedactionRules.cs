namespace Logister.Core.Privacy;

/// <summary>What a project decides about redaction beyond the fixed rules.</summary>
public sealed record RedactionRules
{
    /// <summary>The rules of a project that decided nothing.</summary>
    public static RedactionRules Default { get; } = new();

    /// <summary>Further keys whose values are secret. A key matches when these words stand in it in this order, whatever the case or separator.</summary>
    public IReadOnlyList<string> ExtraKeys
    {
        get;
        init
        {
            field = value;
            ExtraWords = [.. value.Select(SensitiveKey.Words).Where(words => words.Length > 0)];
        }
    }

    = [];

    /// <summary>Whether values under <c>email</c> are kept.</summary>
    public bool AllowEmail { get; init; }

    /// <summary>The extra keys as <see cref="SensitiveKey.Words"/>.</summary>
    internal IReadOnlyList<string> ExtraWords { get; private init; } = [];
}
