using Logister.Core.Events;

namespace Logister.Functions.Http;

/// <summary>Where a request's page starts, and how the next one's cursor is made.</summary>
/// <param name="Place">The place the last page ended at; null for the first page.</param>
/// <param name="Next">Makes the cursor for a place of the same list.</param>
internal sealed record Cursor(string? Place, Func<string, string> Next)
{
    /// <summary>The place as one in the order of commits.</summary>
    public PollPosition? ReadPollPosition() => Place switch
    {
        null => null,
        { } text when PollPosition.TryParse(text, out var position) => position,
        _ => throw new RefusedException(Answers.InvalidCursor()),
    };
}
