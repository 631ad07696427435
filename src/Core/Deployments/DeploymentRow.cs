using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Deployments;

/// <summary>A deployment as a row of the table <c>telemetry</c>.</summary>
internal static partial class DeploymentRow
{
    public static TableEntity Write(Guid projectId, Deployment deployment) => new(RowKeys.Partition(projectId), RowKeys.Deployment(deployment.Id))
    {
        [nameof(Deployment.Release)] = deployment.Release,
        [nameof(Deployment.Environment)] = deployment.Environment,
        [nameof(Deployment.Repository)] = deployment.Repository,
        [nameof(Deployment.CommitSha)] = deployment.CommitSha,
        [nameof(Deployment.Branch)] = deployment.Branch,
        [nameof(Deployment.DeployedAt)] = deployment.DeployedAt,
        [nameof(Deployment.Source)] = deployment.Source,
        [nameof(Deployment.Links)] = JsonSerializer.Serialize(deployment.Links, LinksJson.Default.IReadOnlyDictionaryStringString),
    };

    public static Deployment Read(TableEntity row) => new()
    {
        Id = Guid.Parse(row.RowKey.AsSpan(RowKeys.DeploymentPrefix.Length)),
        Release = row.GetString(nameof(Deployment.Release)),
        Environment = row.GetString(nameof(Deployment.Environment)),
        Repository = row.GetString(nameof(Deployment.Repository)),
        CommitSha = row.GetString(nameof(Deployment.CommitSha)),
        Branch = row.GetString(nameof(Deployment.Branch)),
        DeployedAt = row.GetDateTimeOffset(nameof(Deployment.DeployedAt)).GetValueOrDefault(),
        Source = row.GetString(nameof(Deployment.Source)),
        Links = JsonSerializer.Deserialize(row.GetString(nameof(Deployment.Links)), LinksJson.Default.IReadOnlyDictionaryStringString)
            ?? new Dictionary<string, string>(),
    };

    [JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
    private sealed partial class LinksJson : JsonSerializerContext;
}
