using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

internal sealed class LocalFunctionDefinition(string name) : FunctionDefinition
{
    public override string Id => name;

    public override string Name => name;
}
