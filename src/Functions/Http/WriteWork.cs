using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>What a function of the write API does once a request is let in.</summary>
/// <param name="access">What the sender may send.</param>
/// <param name="body">The body, unpacked; not to be used once the work is done.</param>
/// <param name="cancellation">Not the client's: what was begun is finished, or its retry could not be answered.</param>
internal delegate Task<IResult> WriteWork(WriteAccess access, ReadOnlyMemory<byte> body, CancellationToken cancellation);
