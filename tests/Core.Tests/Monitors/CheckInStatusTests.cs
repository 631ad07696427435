using Logister.Core.Monitors;
using Xunit;

namespace Logister.Core.Tests.Monitors;

public sealed class CheckInStatusTests
{
    [Theory]
    [InlineData("in_progress", CheckInOutcome.Started)]
    [InlineData("Running", CheckInOutcome.Started)]
    [InlineData("STARTED", CheckInOutcome.Started)]
    [InlineData("error", CheckInOutcome.Failed)]
    [InlineData("Failed", CheckInOutcome.Failed)]
    [InlineData("failure", CheckInOutcome.Failed)]
    [InlineData("fail", CheckInOutcome.Failed)]
    [InlineData(" timeout ", CheckInOutcome.Failed)]
    [InlineData("ok", CheckInOutcome.Ok)]
    [InlineData("success", CheckInOutcome.Ok)]
    [InlineData("", CheckInOutcome.Ok)]
    public void A_status_means_one_of_three_things(string status, CheckInOutcome outcome) =>
        Assert.Equal(outcome, CheckInStatus.OutcomeOf(status));
}
