using System.Runtime.InteropServices;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>What moves into the context from outside it. What the context itself says always wins.</summary>
internal sealed class ContextAdditions(EnvelopeFields fields)
{
    private readonly List<Addition> _additions = [];

    public ReadOnlySpan<Addition> Span => CollectionsMarshal.AsSpan(_additions);

    /// <summary>Moves every field of the envelope that became no column, so that nothing sent is lost.</summary>
    /// <param name="isColumn">Whether the field of a normal name did.</param>
    public void MoveAllBut(Func<string, bool> isColumn)
    {
        if (fields.ContextRoot.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            _additions.Add(new Addition("context", fields.ContextRoot));
        }

        foreach (var (name, field) in fields.Top.All)
        {
            if (!isColumn(name))
            {
                Move(name, field);
            }
        }
    }

    /// <summary>Offers a sent value under a name of the contract; a blank one is not taken.</summary>
    public void Lift(string name, JsonElement value)
    {
        if (!value.IsBlank())
        {
            Offer(new Addition(name, value));
        }
    }

    /// <summary>Offers a value of our own.</summary>
    public void Lift(string name, string text) => Offer(new Addition(name, text));

    /// <inheritdoc cref="Lift(string, string)"/>
    public void Lift(string name, long number) => Offer(new Addition(name, number));

    private void Move(string name, ObjectField field)
    {
        if (!fields.Context.Contains(name))
        {
            _additions.Add(new Addition(field.SentName, field.Value));
        }
        else if (fields.Context[name].IsBlank() && !field.Value.IsBlank())
        {
            // Under the normal name, so that it takes the place of the blank value there.
            _additions.Add(new Addition(name, field.Value));
        }
    }

    private void Offer(Addition addition)
    {
        if (!fields.Context[addition.Name].IsBlank())
        {
            return;
        }

        foreach (var earlier in _additions)
        {
            if ((earlier.Value.ValueKind == JsonValueKind.Undefined || !earlier.Value.IsBlank()) && KeyName.Normalise(earlier.Name) == addition.Name)
            {
                return;
            }
        }

        _additions.Add(addition);
    }
}
