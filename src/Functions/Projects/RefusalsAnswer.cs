using Logister.Core.Projects;

namespace Logister.Functions.Projects;

/// <summary>The refused requests of a project in the read API.</summary>
internal sealed record RefusalsAnswer(
    IReadOnlyList<RefusalItem> Items, IReadOnlyDictionary<string, long> Counts, DateTimeOffset? Since, DateTimeOffset GeneratedAt)
{
    public static RefusalsAnswer Of(RefusalReport report, DateTimeOffset now) => new(
        [.. report.Latest.Select(static refusal => new RefusalItem(refusal.At, refusal.Reason, refusal.Endpoint, refusal.TokenId, refusal.Detail))],
        report.Counts,
        report.Since,
        now);
}
