namespace Logister.Functions.Http;

/// <summary>A page cut from a list that was read whole.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <param name="all">The list.</param>
    /// <param name="placeOf">An item's place: text that sorts as the list does.</param>
    /// <param name="after">The place the last page ended at; null for the first page.</param>
    /// <param name="limit">Items at most.</param>
    public static Page<T> Cut(IReadOnlyList<T> all, Func<T, string> placeOf, string? after, int limit)
    {
        var rest = all
            .Select(item => (Item: item, Place: placeOf(item)))
            .OrderBy(static item => item.Place, StringComparer.Ordinal)
            .Where(item => after is null || string.CompareOrdinal(item.Place, after) > 0)
            .Take(limit + 1)
            .ToList();
        return new Page<T>([.. rest.Take(limit).Select(static item => item.Item)], rest.Count > limit ? rest[limit - 1].Place : null);
    }
}
