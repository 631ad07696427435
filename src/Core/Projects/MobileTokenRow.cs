using Azure.Data.Tables;

namespace Logister.Core.Projects;

/// <summary>A mobile token as a row of the table <c>registry</c>.</summary>
internal static class MobileTokenRow
{
    public const string Kind = "mobile";

    public static TableEntity Write(MobileToken token) => new(Kind, token.Digest)
    {
        [nameof(MobileToken.Id)] = token.Id,
        [nameof(MobileToken.ParentDigest)] = token.ParentDigest,
        [nameof(MobileBinding.Platform)] = token.Binding.Platform,
        [nameof(MobileBinding.Service)] = token.Binding.Service,
        [nameof(MobileBinding.Environment)] = token.Binding.Environment,
        [nameof(MobileBinding.Release)] = token.Binding.Release,
        [nameof(MobileBinding.SessionId)] = token.Binding.SessionId,
        [nameof(MobileBinding.AllowedEventTypes)] = string.Join(',', token.Binding.AllowedEventTypes),
        [nameof(MobileToken.CreatedAt)] = token.CreatedAt,
        [nameof(MobileToken.ExpiresAt)] = token.ExpiresAt,
        [nameof(MobileToken.RevokedAt)] = token.RevokedAt,
    };

    public static MobileToken Read(TableEntity row) => new()
    {
        Id = row.GetGuid(nameof(MobileToken.Id)).GetValueOrDefault(),
        Digest = row.RowKey,
        ParentDigest = row.GetString(nameof(MobileToken.ParentDigest)),
        Binding = new MobileBinding
        {
            Platform = row.GetString(nameof(MobileBinding.Platform)),
            Service = row.GetString(nameof(MobileBinding.Service)),
            Environment = row.GetString(nameof(MobileBinding.Environment)),
            Release = row.GetString(nameof(MobileBinding.Release)),
            SessionId = row.GetString(nameof(MobileBinding.SessionId)),
            AllowedEventTypes = row.GetString(nameof(MobileBinding.AllowedEventTypes)).Split(','),
        },
        CreatedAt = row.GetDateTimeOffset(nameof(MobileToken.CreatedAt)).GetValueOrDefault(),
        ExpiresAt = row.GetDateTimeOffset(nameof(MobileToken.ExpiresAt)).GetValueOrDefault(),
        RevokedAt = row.GetDateTimeOffset(nameof(MobileToken.RevokedAt)),
        LastUsedAt = row.GetDateTimeOffset(nameof(MobileToken.LastUsedAt)),
    };
}
