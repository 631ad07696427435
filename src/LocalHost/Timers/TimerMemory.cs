using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Timers;

/// <summary>Keeps the last and next run of timers across restarts, a file a timer.</summary>
internal sealed class TimerMemory(string folder)
{
    public ScheduleStatus? Recall(string timer)
    {
        var path = PathOf(timer);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            // A kill may have cut it off. Without it the timer merely does not make up for a missed run.
            return null;
        }
    }

    public void Keep(string timer, ScheduleStatus status)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(PathOf(timer), JsonSerializer.SerializeToUtf8Bytes(status));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The schedule matters more than the memory of it.
        }
    }

    private string PathOf(string timer) => Path.Combine(folder, timer + ".json");
}
