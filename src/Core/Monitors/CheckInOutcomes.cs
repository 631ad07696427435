namespace Logister.Core.Monitors;

internal static class CheckInOutcomes { public static CheckInOutcome Of(string s) => CheckInOutcome.Ok; }
