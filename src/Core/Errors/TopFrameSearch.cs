namespace Logister.Core.Errors;

/// <summary>Looks through frames in the order sent for the innermost one of the application.</summary>
internal struct TopFrameSearch
{
    // Deeper frames than this are the server loop's.
    private const int Deepest = 100;

    private int _seen;
    private bool _outsideIn;

    /// <summary>What was found so far.</summary>
    public StackFrame? Found { get; private set; }

    /// <summary>Whether there were any frames at all.</summary>
    public readonly bool HasFrames => _seen > 0;

    /// <summary>Looks at the next line of a backtrace.</summary>
    /// <returns>Whether the search is over.</returns>
    public bool Offer(StackFrame? frame)
    {
        if (frame is not { } next)
        {
            return false;
        }

        if (_seen++ == 0)
        {
            // Python alone tells its calls from the outside in.
            _outsideIn = next.File?.EndsWith(".py", StringComparison.Ordinal) == true;
        }

        if (next.IsInApp)
        {
            Found = next;
        }

        return !_outsideIn && (Found is not null || _seen == Deepest);
    }
}
