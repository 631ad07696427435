using System.Globalization;
using Logister.Core.Errors;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Errors;

/// <summary>The orders a list of error groups can have.</summary>
internal static class ErrorGroupOrder
{
    private const string FirstSeen = "first_seen";
    private const string Occurrences = "occurrences";

    /// <summary>What gives each group its place: text that sorts as the list does, so that a page starts right even when its last group has moved on.</summary>
    public static Func<ErrorGroup, string> Read(HttpRequest request) => Query.OneOf(request, "sort", "last_seen", FirstSeen, Occurrences) switch
    {
        FirstSeen => static group => Place(DateTimeOffset.MaxValue.UtcTicks - group.FirstSeenAt.UtcTicks, group),
        Occurrences => static group => Place(long.MaxValue - group.OccurrenceCount, group),
        _ => static group => Place(DateTimeOffset.MaxValue.UtcTicks - group.LastSeenAt.UtcTicks, group),
    };

    private static string Place(long rank, ErrorGroup group) => string.Create(CultureInfo.InvariantCulture, $"{rank:x16}-{group.Id:N}");
}
