namespace Logister.Core.Events;

/// <summary>What an error has beyond other events: why it belongs to its group.</summary>
/// <param name="Mechanism">How the key was found: <c>fingerprint</c> (the client's) or the version of our own mechanism, <c>v1</c>.</param>
/// <param name="Key">The grouping key; equal keys under one mechanism are one group.</param>
/// <param name="ExceptionClass">The class or type of the exception, when one was sent; the group's subtitle.</param>
public sealed record ErrorDetails(string Mechanism, string Key, string? ExceptionClass);
