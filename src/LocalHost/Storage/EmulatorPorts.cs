namespace Logister.LocalHost.Storage;

/// <summary>Where <c>UseDevelopmentStorage=true</c> expects the emulator.</summary>
internal static class EmulatorPorts
{
    public const int Blob = 10000;
    public const int Queue = 10001;
    public const int Table = 10002;

    public const string ConnectionString = "UseDevelopmentStorage=true";

    public static IReadOnlyList<int> All { get; } = [Blob, Queue, Table];
}
