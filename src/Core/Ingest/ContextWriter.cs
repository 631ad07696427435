using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>Writes the stored context: the members of the sent one, then what moved in from outside.</summary>
internal static class ContextWriter
{
    // Larger buffers than this are not kept for the thread's next event.
    private const int KeptBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // Stored bytes are never put into HTML as they are; escaping less compresses better.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = int.MaxValue,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static ReadOnlyMemory<byte> Write(JsonElement context, ReadOnlySpan<Addition> additions, RedactionRules rules)
    {
        var buffer = Rent();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteMembers(json, context, additions, rules);
            json.WriteEndObject();
        }

        var written = buffer.WrittenSpan.ToArray();
        Return(buffer);
        return written;
    }

    /// <summary>A value as text, without secrets and with no copies added.</summary>
    public static string Text(JsonElement value, RedactionRules rules)
    {
        var buffer = Rent();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new ContextCopy(json, new NameScope(), rules, CopyBudget.None).WriteValue(value);
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Return(buffer);
        return text;
    }

    /// <summary>The thread's buffer is taken away while in use, so that a failure leaves nothing half-written behind.</summary>
    private static ArrayBufferWriter<byte> Rent()
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>(4096);
        _kept = null;
        return buffer;
    }

    private static void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= KeptBytes)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, JsonElement context, ReadOnlySpan<Addition> additions, RedactionRules rules)
    {
        var names = new NameScope();
        var start = names.PushAll(context);
        foreach (var addition in additions)
        {
            names.Push(ContextKey.Of(addition.Name));
        }

        var end = names.Count;
        var copy = new ContextCopy(json, names, rules, CopyBudget.Full);
        var place = copy.WriteMembers(context, start, end);
        foreach (var addition in additions)
        {
            var key = names.At(place++);
            if (!names.Holds(place, end, key) && !addition.TryWriteOwn(json))
            {
                copy.WriteMember(key, addition.Value, start);
            }
        }
    }
}
