using Logister.Core.Events;
using Logister.Core.Projects;

namespace Logister.Functions.Events;

/// <summary>The events of a list, which as a whole stays small enough for any client.</summary>
internal static class EventItems
{
    /// <summary>Bytes of context a list carries; together with 100 items' other fields it stays near 900 KiB.</summary>
    public const int MaxContextBytes = 512 << 10;

    public static IReadOnlyList<EventItem> Of(ProjectScope project, IEnumerable<StoredEvent> events, bool withContext)
    {
        var left = MaxContextBytes;
        var items = new List<EventItem>();
        foreach (var stored in events)
        {
            var item = EventItem.Of(project, stored, context: null).Shortened();
            if (withContext)
            {
                var context = ContextItem.Of(stored.Event.Context, left);
                left -= context.Json.Utf8.Length;
                item = item with { Context = context.Json, ContextTruncated = context.Truncated ? true : null };
            }

            items.Add(item);
        }

        return items;
    }
}
