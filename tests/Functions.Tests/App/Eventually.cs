using Xunit;

namespace Logister.Functions.Tests.App;

/// <summary>Waits for what comes true by itself, such as an accepted event being stored.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">Says, when patience ends, what was waited for.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await condition())
        {
            try
            {
                await Task.Delay(Between, patience.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"Waited in vain for {what()}.");
            }
        }
    }
}
