namespace Logister.Infra.Tests;

/// <summary>What a run of the CLI left: its exit code, what it made, and what it said.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Messages);
