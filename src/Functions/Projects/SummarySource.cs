namespace Logister.Functions.Projects;

/// <summary>What a summary's counts were made from.</summary>
internal sealed record SummarySource(string Source, bool Partial);
