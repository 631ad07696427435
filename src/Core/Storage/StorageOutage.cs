using Azure;

namespace Logister.Core.Storage;

/// <summary>Tells a storage account that cannot answer just now from one that says no.</summary>
public static class StorageOutage
{
    /// <summary>
    /// Whether the failure is the account's or the network's, so that the same call can succeed later: no connection, a
    /// time-out, throttling (429, 503), or a fault on the server's side.
    /// </summary>
    /// <param name="exception">What a storage client threw.</param>
    public static bool Is(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        // What the SDK throws when every retry failed.
        AggregateException many => many.InnerExceptions.All(Is),
        HttpRequestException or IOException or TimeoutException => true,
        // The SDK's own time-out for one try; a caller's cancellation is checked for before asking.
        TaskCanceledException => true,
        _ => false,
    };
}
