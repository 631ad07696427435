using Logister.Functions.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Logister.Functions;

internal static partial class LogisterApp
{
    static partial void AddLocalParts(IServiceCollection services) => services.AddHostedService<DemoProject>();
}
