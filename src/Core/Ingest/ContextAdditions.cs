using System.Runtime.InteropServices;
using System.Text.Json;

namespace Logister.Core.Ingest;

/// <summary>What moves into the context from outside it. What the context itself says always wins.</summary>
internal sealed class ContextAdditions(EnvelopeFields fields)
{
    private readonly List<Addition> additions = [];

    public ReadOnlySpan<Addition> Span => CollectionsMarshal.AsSpan(additions);

    /// <summary>Moves every field of the envelope that became no column, so that nothing sent is lost.</summary>
    /// <param name="isColumn">Whether the field of a normal name did.</param>
    public void MoveAllBut(Func<string, bool> isColumn)
    {
        if (fields.ContextRoot.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            additions.Add(new Addition("context", fields.ContextRoot, Text: null));
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
            Offer(new Addition(name, value, Text: null));
        }
    }

    /// <summary>Offers a value of our own.</summary>
    public void Lift(string name, string? text)
    {
        if (text is not null)
        {
            Offer(new Addition(name, Value: default, text));
        }
    }

    private void Move(string name, ObjectField field)
    {
        if (!fields.Context.Contains(name) || (fields.Context[name].IsBlank() && !field.Value.IsBlank()))
        {
            additions.Add(new Addition(field.SentName, field.Value, Text: null));
        }
    }

    private void Offer(Addition addition)
    {
        if (!fields.Context[addition.Name].IsBlank())
        {
            return;
        }

        foreach (var earlier in additions)
        {
            if (!earlier.Value.IsBlank() && KeyName.Normalise(earlier.Name) == addition.Name)
            {
                return;
            }
        }

        additions.Add(addition);
    }
}
