using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>An envelope's own fields and those of its context, looked up by normal name.</summary>
internal sealed class EnvelopeFields
{
    // Ids, environments and names are compared, listed and kept in filters: beyond this they are text.
    private const int LongestValue = 200;

    public EnvelopeFields(JsonElement envelope)
    {
        Top = ObjectFields.OfEnvelope(envelope);
        ContextRoot = Top["context"];
        Context = ObjectFields.OfContext(ContextRoot);
    }

    /// <summary>The envelope's fields.</summary>
    public ObjectFields Top { get; }

    /// <summary>The context's fields.</summary>
    public ObjectFields Context { get; }

    /// <summary>The context as sent, whatever its type.</summary>
    public JsonElement ContextRoot { get; }

    /// <summary>What the context says under a name, else what the envelope says.</summary>
    public JsonElement this[string name] => Context[name] is var inContext && !inContext.IsBlank() ? inContext : Top[name];

    /// <summary>The first of several names under which something is said.</summary>
    public JsonElement First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is var value && !value.IsBlank())
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The first of several names the envelope says something under, else the context.</summary>
    public JsonElement TopFirst(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Top[name] is var value && !value.IsBlank())
            {
                return value;
            }
        }

        foreach (var name in names)
        {
            if (Context[name] is var value && !value.IsBlank())
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>A value as one line of a record: trimmed, without secrets, at most 200 characters.</summary>
    public static string? Column(JsonElement value) => value.Text() is { } text ? Column(text) : null;

    /// <inheritdoc cref="Column(JsonElement)"/>
    public static string Column(string text) => Redactor.Redact(text.Trim()).Truncate(LongestValue);
}
