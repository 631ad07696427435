using System.Diagnostics.CodeAnalysis;

namespace Logister.Core.Commit;

/// <summary>
/// The last known version of some kind of row. A row is known, known to be absent, or unknown; only unknown ones are read.
/// </summary>
internal sealed class StateRows<TKey, T>
    where TKey : notnull
    where T : class
{
    // Beyond this everything is forgotten and read again when needed: simpler than evicting one by one, and rare.
    private const int MaxRows = 4000;

    private readonly Dictionary<TKey, Versioned<T>?> _rows = [];

    public bool Knows(TKey key) => _rows.ContainsKey(key);

    public bool TryGet(TKey key, [NotNullWhen(true)] out Versioned<T>? row) => _rows.TryGetValue(key, out row) && row is not null;

    public void Learn(TKey key, Versioned<T>? row)
    {
        if (_rows.Count >= MaxRows)
        {
            _rows.Clear();
        }

        _rows[key] = row;
    }

    public void Forget(TKey key) => _rows.Remove(key);
}
