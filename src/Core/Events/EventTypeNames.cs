using System.Diagnostics.CodeAnalysis;

namespace Logister.Core.Events;

/// <summary>The wire names of <see cref="EventType"/>.</summary>
public static class EventTypeNames
{
    private static readonly string[] Names = ["error", "metric", "transaction", "log", "check_in", "span", "deployment"];

    /// <summary>The types that stand in the activity feed, in the order of their numbers.</summary>
    public static IReadOnlyList<EventType> InFeed { get; } =
        [EventType.Error, EventType.Metric, EventType.Transaction, EventType.Log, EventType.CheckIn];

    /// <summary>The wire name, such as <c>check_in</c>.</summary>
    /// <param name="type">A defined type.</param>
    public static string Name(this EventType type) => Names[(int)type];

    /// <summary>Reads a wire name; case matters, as it does to the clients.</summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="type">The type it names.</param>
    /// <returns><see langword="false"/> when no type has that name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, out EventType type)
    {
        var index = Array.IndexOf(Names, name);
        type = (EventType)Math.Max(index, 0);
        return index >= 0;
    }
}
