namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app starts.</summary>
// CA1052 Static holder types should be static: the real package's class is not.
#pragma warning disable CA1052
public class FunctionsApplication
#pragma warning restore CA1052
{
    /// <summary>Begins to build the app.</summary>
    /// <param name="args">The command line.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
