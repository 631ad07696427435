namespace Logister.Core.Errors;

/// <summary>One line of a backtrace.</summary>
/// <param name="File">The file, module or class path it names; null when it names none.</param>
/// <param name="Function">The function with its type, as far as the platform tells; null for an anonymous one.</param>
/// <param name="InApp">What the client says of it; null when it does not say.</param>
internal readonly record struct StackFrame(string? File, string? Function, bool? InApp)
{
    private static readonly string[] ForeignPaths =
    [
        "node_modules/", "site-packages/", "dist-packages/", "/gems/", "/rubygems/", "/vendor/", "/lib/python", "/usr/lib/", "/usr/local/lib/",
    ];

    private static readonly string[] ForeignFiles = ["node:", "internal/", "<internal:", "<frozen ", "native", "<anonymous>"];

    private static readonly string[] ForeignTypes = ["System.", "Microsoft.", "java.", "javax.", "kotlin.", "android.", "androidx."];

    // What a platform puts before a function's name to say how control got there.
    private static readonly string[] Prefixes = ["async ", "new ", "rescue in ", "ensure in ", "block in "];

    /// <summary>Whether the frame is of the application, not of its platform or a library.</summary>
    public bool IsInApp => InApp ?? !(IsForeignFile() || IsForeignType());

    /// <summary>The function without what differs between builds and callers; null when there is none.</summary>
    public string? GroupingName
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Function))
            {
                return null;
            }

            var name = Function.Trim();
            if (name.StartsWith("block (", StringComparison.Ordinal) && name.IndexOf(") in ", StringComparison.Ordinal) is var end && end > 0)
            {
                name = name[(end + ") in ".Length)..];
            }

            foreach (var prefix in Prefixes)
            {
                name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
            }

            return MessageTemplate.OfFirstLine(name);
        }
    }

    private bool IsForeignType()
    {
        var function = Function;
        return function is not null && ForeignTypes.Any(type => function.StartsWith(type, StringComparison.Ordinal));
    }

    private bool IsForeignFile()
    {
        if (File is null)
        {
            return false;
        }

        var path = File.Replace('\\', '/');
        return ForeignFiles.Any(file => path.StartsWith(file, StringComparison.Ordinal))
            || ForeignPaths.Any(folder => path.Contains(folder, StringComparison.Ordinal));
    }
}
