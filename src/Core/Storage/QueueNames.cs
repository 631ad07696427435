namespace Logister.Core.Storage;

/// <summary>The queues, as constants because triggers name them in attributes.</summary>
public static class QueueNames
{
    /// <summary>The setting that says which storage account the app uses: a connection string, or service URIs for an identity.</summary>
    public const string Connection = "LogisterStorage";

    /// <summary>Sealed segments, from the HTTP functions to the commit lanes.</summary>
    public const string Ingest = "ingest";
}
