namespace Logister.LocalHost.Functions;

/// <summary>Brings the shapes a function may return to one; called from compiled function bodies.</summary>
internal static class ReturnedValue
{
    public static ValueTask<object?> OfResult(object? result) => new(result);

    public static async ValueTask<object?> OfTask<T>(Task<T> task) => await task;

    public static async ValueTask<object?> OfTask<T>(ValueTask<T> task) => await task;

    public static async ValueTask<object?> OfNothing(Task task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> OfNothing(ValueTask task)
    {
        await task;
        return null;
    }
}
