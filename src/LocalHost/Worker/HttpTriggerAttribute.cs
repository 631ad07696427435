namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes an HTTP request the trigger of a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute()
    {
        AuthLevel = AuthorizationLevel.Function;
    }

    /// <summary>The methods given, without a key.</summary>
    /// <param name="methods">HTTP methods; none means any.</param>
    public HttpTriggerAttribute(params string[] methods)
    {
        Methods = methods;
    }

    /// <summary>Any method, with the key of the level given.</summary>
    /// <param name="authLevel">Which key is asked for.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
    {
        AuthLevel = authLevel;
    }

    /// <summary>The methods given, with the key of the level given.</summary>
    /// <param name="authLevel">Which key is asked for.</param>
    /// <param name="methods">HTTP methods; none means any.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template; the function's name if null.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods; null or none means any.</summary>
    public string[]? Methods { get; }

    /// <summary>Which key is asked for.</summary>
    public AuthorizationLevel AuthLevel { get; }
}
