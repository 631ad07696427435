using System.Globalization;

namespace Logister.Core.Events;

/// <summary>A place in the order of commits: the first event that a poll has not returned yet.</summary>
public readonly record struct PollPosition
{
    internal PollPosition(long sequence, int index) => (Sequence, Index) = (sequence, index);

    internal long Sequence { get; }

    internal int Index { get; }

    /// <summary>The place as text, for a cursor.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}-{Index}");

    /// <summary>Reads a place back.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <param name="position">The place.</param>
    public static bool TryParse(string text, out PollPosition position)
    {
        position = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 0
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        position = new PollPosition(sequence, index);
        return true;
    }
}
