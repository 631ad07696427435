using Logister.Core.Events;
using Logister.Functions.Http;

namespace Logister.Functions.Events;

/// <summary>
/// Where a page of a list starts. It carries the poll position read before the list's first page, so that every page
/// answers with that one: polling from a later position would leave out what came in between two pages.
/// </summary>
internal sealed record ListPlace(FeedPosition Feed, PollPosition Poll)
{
    private const char Separator = '~';

    /// <returns>Null for the first page.</returns>
    /// <exception cref="RefusedException">422: the cursor holds no such place.</exception>
    public static ListPlace? Of(Cursor cursor)
    {
        if (cursor.Place is not { } text)
        {
            return null;
        }

        return text.Split(Separator) is [var feed, var poll] && FeedPosition.TryParse(feed, out var position) && PollPosition.TryParse(poll, out var polled)
            ? new ListPlace(position, polled)
            : throw new RefusedException(Answers.InvalidCursor());
    }

    public override string ToString() => $"{Feed}{Separator}{Poll}";
}
