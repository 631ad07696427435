using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Logister.Core.Privacy;

namespace Logister.Core.Ingest;

/// <summary>
/// A key with all that follows from its name. Clients send the same few keys over and over, so the last ones are kept:
/// a bounded table without locks, in which a new key takes the place of another.
/// </summary>
internal sealed class ContextKey
{
    private const int Slots = 4096;
    private const int LongestKept = 128;
    private const ulong HashStart = 14695981039346656037;
    private const ulong HashStep = 1099511628211;

    private static readonly ContextKey?[] Kept = new ContextKey?[Slots];

    private readonly byte[] _utf8;
    private readonly bool _isSecret;
    private readonly bool _isSecretBesidesEmail;

    private ContextKey(ReadOnlySpan<byte> name, ulong hash)
    {
        _utf8 = name.ToArray();
        Hash = hash;
        Name = Encoding.UTF8.GetString(_utf8);
        NormalName = KeyName.Normalise(Name);
        Encoded = JsonEncodedText.Encode(_utf8, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        IsHardwareId = HardwareId.Matches(_utf8);
        _isSecret = SensitiveKey.Matches(_utf8, RedactionRules.Default);
        _isSecretBesidesEmail = SensitiveKey.Matches(_utf8, RedactionRules.Default with { AllowEmail = true });
        RedactedName = Redactor.Redact(Name);
    }

    /// <summary>The key as sent.</summary>
    public string Name { get; }

    /// <summary>Its normal form; the same instance as the name when that is normal.</summary>
    public string NormalName { get; }

    /// <summary>The key without secrets; the same instance as the name when it holds none.</summary>
    public string RedactedName { get; }

    /// <summary>The key as it is written.</summary>
    public JsonEncodedText Encoded { get; }

    /// <summary>Two keys meeting in 64 bits by chance is out of reach.</summary>
    public ulong Hash { get; }

    /// <summary>Whether key and value are removed.</summary>
    public bool IsHardwareId { get; }

    public static ContextKey Of(JsonProperty member)
    {
        var sent = JsonMarshal.GetRawUtf8PropertyName(member);
        return Of(sent.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.Name) : sent);
    }

    public static ContextKey Of(string name) => Of(Encoding.UTF8.GetBytes(name));

    /// <summary>Whether the key's value is redacted.</summary>
    public bool IsSecret(RedactionRules rules) =>
        (rules.AllowEmail ? _isSecretBesidesEmail : _isSecret) || SensitiveKey.MatchesExtra(_utf8, rules);

    private static ContextKey Of(ReadOnlySpan<byte> name)
    {
        var hash = HashOf(name);
        ref var slot = ref Kept[hash % Slots];

        // Names are compared, not hashes: a constructed collision must not lend one key the properties of another.
        if (Volatile.Read(ref slot) is { } kept && name.SequenceEqual(kept._utf8))
        {
            return kept;
        }

        var made = new ContextKey(name, hash);
        if (name.Length <= LongestKept)
        {
            Volatile.Write(ref slot, made);
        }

        return made;
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        var hash = HashStart;
        foreach (var code in name)
        {
            hash = (hash ^ code) * HashStep;
        }

        return hash;
    }
}
