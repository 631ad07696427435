namespace Logister.Functions.Ingest;

/// <summary>What became of one envelope.</summary>
internal sealed record BatchResultItem(int Index, string Status, string Type)
{
    public string? Id { get; init; }

    public bool? Duplicate { get; init; }

    public IReadOnlyList<string>? Errors { get; init; }
}
