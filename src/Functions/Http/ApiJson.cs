using System.Text.Json.Serialization;
using Logister.Functions.Access;
using Logister.Functions.Deployments;
using Logister.Functions.Errors;
using Logister.Functions.Events;
using Logister.Functions.Ingest;
using Logister.Functions.Metrics;
using Logister.Functions.Monitors;
using Logister.Functions.Projects;
using Logister.Functions.Tokens;
using Logister.Functions.Traces;

namespace Logister.Functions.Http;

/// <summary>How the API's answers are written: names in snake case, nothing for null. Generated at build, no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(MicrosecondTime)])]
[JsonSerializable(typeof(AcceptedAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(MobileTokenAnswer))]
[JsonSerializable(typeof(DeliveryAnswer))]
[JsonSerializable(typeof(RateLimitedAnswer))]
[JsonSerializable(typeof(RefusalsAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(ErrorListAnswer))]
[JsonSerializable(typeof(UpAnswer))]
[JsonSerializable(typeof(ProjectItem))]
[JsonSerializable(typeof(ListAnswer<ProjectItem>))]
[JsonSerializable(typeof(EventItem))]
[JsonSerializable(typeof(EventListAnswer))]
[JsonSerializable(typeof(ErrorGroupAnswer))]
[JsonSerializable(typeof(ListAnswer<ErrorGroupItem>))]
[JsonSerializable(typeof(MonitorItem))]
[JsonSerializable(typeof(ListAnswer<MonitorItem>))]
[JsonSerializable(typeof(DeploymentItem))]
[JsonSerializable(typeof(ListAnswer<DeploymentItem>))]
[JsonSerializable(typeof(ListAnswer<AssigneeItem>))]
[JsonSerializable(typeof(AssignmentInput))]
[JsonSerializable(typeof(ProjectInput))]
[JsonSerializable(typeof(ManagedProjectItem))]
[JsonSerializable(typeof(ListAnswer<ManagedProjectItem>))]
[JsonSerializable(typeof(TokenInput))]
[JsonSerializable(typeof(ProjectTokenItem))]
[JsonSerializable(typeof(ListAnswer<ProjectTokenItem>))]
[JsonSerializable(typeof(AccessTokenInput))]
[JsonSerializable(typeof(AccessTokenItem))]
[JsonSerializable(typeof(ListAnswer<AccessTokenItem>))]
[JsonSerializable(typeof(ListAnswer<SpanItem>))]
[JsonSerializable(typeof(TraceAnswer))]
[JsonSerializable(typeof(ErrorGroupBundle))]
[JsonSerializable(typeof(ErrorGroupBrief))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(InsightsAnswer))]
[JsonSerializable(typeof(MetricCatalogAnswer))]
[JsonSerializable(typeof(MetricAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(CapabilitiesAnswer))]
[JsonSerializable(typeof(SummaryAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
